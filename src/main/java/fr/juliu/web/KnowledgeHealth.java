package fr.juliu.web;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Reindexing;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What is read and what is left out of the articles; a file left out is told, and does not bring the app down. */
final class KnowledgeHealth implements HealthIndicator {

    private final CurrentEdition edition;
    private final Reindexing reindexing;

    KnowledgeHealth(CurrentEdition edition, Reindexing reindexing) {
        this.edition = edition;
        this.reindexing = reindexing;
    }

    @Override
    public Health health() {
        Edition now = edition.get();
        Library library = now.library();
        Health.Builder health = Health.up().withDetail("articles", library.articles().size())
                .withDetail("known questions", library.questions().size())
                .withDetail("problems", now.problems().stream().map(Problem::toString).toList());
        reindexing.commit(now).ifPresent(commit -> health
                .withDetail("commit", commit.edited() ? commit.id() + ", edited since" : commit.id()));
        return health.build();
    }
}
