package fr.juliu.web;

import fr.juliu.search.cluster.ClusterCondition;
import fr.juliu.search.cluster.OpenSearchEngine;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How the cluster does in which words are looked for; without it questions are still answered, by the index here. */
final class ClusterHealth implements HealthIndicator {

    private final OpenSearchEngine engine;

    ClusterHealth(OpenSearchEngine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        ClusterCondition cluster = engine.condition();
        Health.Builder health = Health.status(cluster.fault().isEmpty() ? HealthStates.UP : HealthStates.DEGRADED)
                .withDetail("state", cluster.state().name().toLowerCase(Locale.ROOT))
                .withDetail("searches answered", cluster.there())
                .withDetail("searches answered here", cluster.here());
        if (!cluster.failing().isEmpty()) {
            health.withDetail("nodes that fail", cluster.failing());
        }
        return (cluster.fault().isEmpty() ? health : health.withDetail("fault", cluster.fault())).build();
    }
}
