package fr.juliu.web;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Following;
import fr.juliu.keep.Reindexing;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What is read and what is left out of the articles; a file left out is told, and does not bring the app down. */
final class KnowledgeHealth implements HealthIndicator {

    private final CurrentEdition edition;
    private final Reindexing reindexing;
    private final Following following;

    KnowledgeHealth(CurrentEdition edition, Reindexing reindexing, Following following) {
        this.edition = edition;
        this.reindexing = reindexing;
        this.following = following;
    }

    @Override
    public Health health() {
        Edition now = edition.get();
        Library library = now.library();
        Health.Builder health = following(Health.up().withDetail("edition", now.id()))
                .withDetail("articles", library.articles().size())
                .withDetail("known questions", library.questions().size())
                .withDetail("problems", now.problems().stream().map(Problem::toString).toList());
        reindexing.commit(now).ifPresent(commit -> health
                .withDetail("commit", commit.edited() ? commit.id() + ", edited since" : commit.id()));
        return health.build();
    }

    /** Degraded rather than down: it answers, but from another edition than the other replicas. */
    private Health.Builder following(Health.Builder health) {
        return switch (following.state()) {
            case Following.State.Alone alone -> health;
            case Following.State.InStep inStep -> health.withDetail("replicas", "in step");
            case Following.State.Behind behind -> health.status(HealthStates.DEGRADED)
                    .withDetail("replicas", "behind: edition " + behind.published()
                            + ", which another replica published, cannot be built here: " + behind.why())
                    .withDetail("behind since", behind.since().toString());
        };
    }
}
