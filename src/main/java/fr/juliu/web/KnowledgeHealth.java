package fr.juliu.web;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What is read and what is left out of the articles; a file left out is told, and does not bring the app down. */
final class KnowledgeHealth implements HealthIndicator {

    private final CurrentEdition edition;

    KnowledgeHealth(CurrentEdition edition) {
        this.edition = edition;
    }

    @Override
    public Health health() {
        Library library = edition.get().library();
        return Health.up().withDetail("articles", library.articles().size())
                .withDetail("known questions", library.questions().size())
                .withDetail("problems", edition.get().problems().stream().map(Problem::toString).toList()).build();
    }
}
