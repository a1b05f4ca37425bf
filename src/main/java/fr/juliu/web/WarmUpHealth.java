package fr.juliu.web;

import fr.juliu.keep.WarmUp;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the first questions are answered as fast as all others; until then the app is not ready for a crowd. */
final class WarmUpHealth implements HealthIndicator {

    private final WarmUp warmUp;
    private final boolean wanted;

    /**
     * The health of a start.
     *
     * @param wanted whether there is a warm-up at all
     */
    WarmUpHealth(WarmUp warmUp, boolean wanted) {
        this.warmUp = warmUp;
        this.wanted = wanted;
    }

    @Override
    public Health health() {
        return Health.status(!wanted || warmUp.isDone() ? HealthStates.UP : HealthStates.WARMING).build();
    }
}
