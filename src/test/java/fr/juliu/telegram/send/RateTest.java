package fr.juliu.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateTest {

    private static final String SETTING = "juliu.telegram.rate";

    @Test
    void readsHowManyInWhichTime() {
        assertThat(Rate.parse(SETTING, "30")).isEqualTo(Rate.perSecond(30));
        assertThat(Rate.parse(SETTING, " 30 / s ")).isEqualTo(Rate.perSecond(30));
        assertThat(Rate.parse(SETTING, "20/min")).isEqualTo(Rate.perMinute(20));
        assertThat(Rate.parse(SETTING, "20", Duration.ofMinutes(1))).isEqualTo(Rate.perMinute(20));
        assertThat(Rate.parse(SETTING, "0").isLifted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many", "30/h", "30/", "1.5", "99999999"})
    void namesTheSettingThatIsWrong(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(SETTING, value)).withMessageContaining(SETTING)
                .withMessageContaining("\"" + value + "\"");
    }
}
