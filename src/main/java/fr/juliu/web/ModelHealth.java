package fr.juliu.web;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.ModelCondition;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** How the model of sentences does; without it questions are still answered, by tables and by their words. */
final class ModelHealth implements HealthIndicator {

    /** Worse than up: it is to be mended, and no reason to restart or to send nobody. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final CurrentEdition edition;

    ModelHealth(CurrentEdition edition) {
        this.edition = edition;
    }

    @Override
    public Health health() {
        ModelCondition model = edition.get().model();
        Health.Builder health = Health.status(switch (model.state()) {
            case OFF, WORKS -> Status.UP;
            case FAILS, BROKEN -> DEGRADED;
        });
        health.withDetail("state", model.state().name().toLowerCase(Locale.ROOT)).withDetail("failures",
                model.failures());
        return (model.fault().isEmpty() ? health : health.withDetail("fault", model.fault())).build();
    }
}
