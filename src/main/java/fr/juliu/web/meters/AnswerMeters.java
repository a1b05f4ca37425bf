package fr.juliu.web.meters;

import fr.juliu.chat.AnswerListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts answers: by what they are, where they were given and how sure they are; and how long they took. */
final class AnswerMeters implements AnswerListener {

    private static final double DOUBTFUL = 0.5;
    private static final double LIKELY = 0.7;
    private static final double SURE = 0.9;
    private static final Duration[] BOUNDS = {Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
            Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
            Duration.ofSeconds(1), Duration.ofSeconds(5)};

    private final MeterRegistry registry;
    private final Timer time;

    AnswerMeters(MeterRegistry registry) {
        this.registry = registry;
        time = Timer.builder("juliu.answer").description("How long it took to find an answer")
                .serviceLevelObjectives(BOUNDS).register(registry);
    }

    @Override
    public void found(Duration took) {
        time.record(took);
    }

    @Override
    public void given(String outcome, double confidence, String messenger) {
        registry.counter("juliu.answers", "edge", messenger, "outcome", outcome, "confidence", band(confidence))
                .increment();
    }

    @Override
    public void read(String choice, String effect) {
        registry.counter("juliu.chooser.effects", "choice", choice, "effect", effect).increment();
    }

    /** The band of a confidence, of four. */
    private static String band(double confidence) {
        if (confidence < DOUBTFUL) {
            return "under_50";
        }
        if (confidence < LIKELY) {
            return "50_to_70";
        }
        return confidence < SURE ? "70_to_90" : "from_90";
    }
}
