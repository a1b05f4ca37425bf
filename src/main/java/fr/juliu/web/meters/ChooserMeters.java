package fr.juliu.web.meters;

import fr.juliu.choose.ChoiceListener;
import fr.juliu.decide.Choice;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long questions waited for a second reader, by what it chose or why it chose nothing; what was known took none. */
final class ChooserMeters implements ChoiceListener {

    private static final Duration[] BOUNDS = {Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
            Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(5)};

    private final MeterRegistry registry;

    ChooserMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void chose(Choice choice, boolean known, Duration took) {
        Timer.builder("juliu.chooser").description("How long questions waited for a second reader")
                .tag("choice", choice.name()).tag("known", String.valueOf(known && !(choice instanceof Choice.Unread)))
                .serviceLevelObjectives(BOUNDS).register(registry).record(took);
    }
}
