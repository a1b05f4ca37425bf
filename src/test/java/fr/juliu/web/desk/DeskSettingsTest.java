package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Which passwords the desk takes. */
final class DeskSettingsTest {

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @ParameterizedTest
    @CsvSource({"1234567, shorter than 8 characters", "居留管理台密码, shorter than 8 characters",
            "{bcrypt}secret, no bcrypt hash", "居留居留居留居留居留居留居留居留居留居留居留居留居, longer than 72 bytes"})
    void whatCannotBeAPasswordStopsTheStart(String password, String why) {
        assertThatThrownBy(() -> new DeskSettings(password)).hasMessageStartingWith("juliu.desk.password")
                .hasMessageContaining(why).hasMessageNotContaining(password);
    }

    @Test
    void aPasswordIsHashedUnlessItIs() {
        DeskSettings plain = new DeskSettings("12345678");
        assertThat(plain.hashed(encoder)).startsWith("{bcrypt}$2");
        assertThat(encoder.matches("12345678", plain.hashed(encoder))).isTrue();
        assertThat(plain.toString()).doesNotContain("12345678");

        String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("another one");
        assertThat(new DeskSettings(hash).hashed(encoder)).isEqualTo(hash);
        assertThat(encoder.matches("another one", new DeskSettings(hash).hashed(encoder))).isTrue();
    }
}
