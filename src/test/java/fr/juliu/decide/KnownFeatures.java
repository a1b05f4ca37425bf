package fr.juliu.decide;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.AnswerDocument;
import java.util.List;
import java.util.Set;

/** A known question with its features, itself left out. */
public record KnownFeatures(KnownQuestion known, Features features) {

    private static final Set<String> SAID_BY_TABLES = Set.of("listed", "not-listed", "list", "clarify");
    private static final String NOT_LISTED = "not-listed";

    /** The same with the places best first, by what their features weigh. */
    KnownFeatures weighed(List<Double> places) {
        return new KnownFeatures(known, features.weighed(places));
    }

    boolean isForSection() {
        return known.outcome().equals("section");
    }

    boolean isForNone() {
        return known.outcome().equals("out-of-scope");
    }

    /** Whether a place is one of those that answer it. */
    boolean isRight(Candidate place) {
        return isForSection() && known.headings().contains(place.facts().place().heading());
    }

    /** Whether a choice is right, taken with the first of some places. */
    boolean isRight(Scoring.Choice choice, List<Candidate> bestFirst) {
        return switch (choice) {
            case SECTION -> !bestFirst.isEmpty() && isRight(bestFirst.getFirst());
            case TABLE -> tableIsRight();
            case NONE -> isForNone();
        };
    }

    /** Whether it comes out right by some weights. */
    public boolean isRight(Scoring.Weights weights) {
        Scoring scoring = Scoring.of(features, weights);
        return isRight(scoring.choice(), scoring.candidates());
    }

    private boolean tableIsRight() {
        Answer table = features.table();
        if (table == null || isForSection() || isForNone()) {
            return false;
        }
        String says = AnswerDocument.outcome(table);
        return SAID_BY_TABLES.contains(says) && known.outcome().equals(NOT_LISTED) == says.equals(NOT_LISTED);
    }
}
