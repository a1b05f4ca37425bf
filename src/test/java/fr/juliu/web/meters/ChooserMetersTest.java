package fr.juliu.web.meters;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Choice;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is counted of a second reader. */
final class ChooserMetersTest {

    @Test
    void waitsAreTimedByWhatCameOfThemAndEffectsCounted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ChooserMeters meters = new ChooserMeters(registry);
        assertThat(registry.getMeters()).isEmpty();
        meters.chose(new Choice.Table(), false, Duration.ofMillis(300));
        meters.chose(new Choice.Table(), true, Duration.ZERO);
        meters.chose(new Choice.Unread(Choice.Cause.PAUSED), true, Duration.ZERO);
        new AnswerMeters(registry).read("table", "changed");

        assertThat(registry.get("juliu.chooser").tags("choice", "table", "known", "false").timer()
                .totalTime(TimeUnit.MILLISECONDS)).isEqualTo(300);
        assertThat(registry.get("juliu.chooser").tags("choice", "table", "known", "true").timer().count()).isEqualTo(1);
        assertThat(registry.get("juliu.chooser").tags("choice", "paused", "known", "false").timer().count())
                .isEqualTo(1);
        assertThat(registry.get("juliu.chooser.effects").tags("choice", "table", "effect", "changed").counter().count())
                .isEqualTo(1);
    }
}
