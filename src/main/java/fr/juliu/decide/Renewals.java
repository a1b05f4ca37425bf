package fr.juliu.decide;

import fr.juliu.understand.Expiry;
import fr.juliu.understand.Question;
import java.util.Optional;

/** Answers when a card is to be renewed whose last day a question names: the dates above the section with the rule. */
public final class Renewals {

    private final RenewalDates dates;
    private final PlaceBook places;
    private final Verdicts verdicts;

    public Renewals(RenewalDates dates, PlaceBook places, Verdicts verdicts) {
        this.dates = dates;
        this.places = places;
        this.verdicts = verdicts;
    }

    /**
     * The answer; empty where that is not asked, or no section states the rule.
     *
     * @throws fr.juliu.search.ModelException when the model fails at the question
     */
    public Optional<Answer> answer(Question question) {
        Expiry expiry = question.expiry();
        if (expiry == null || !dates.isAsked(question)) {
            return Optional.empty();
        }
        RenewalDates.Reckoned reckoned = dates.reckon(expiry, way(question));
        return places.under(reckoned.file(), reckoned.section())
                .map(place -> verdicts.dated(question, place, reckoned.lines()));
    }

    /** Where the permits named are renewed, by the table; of procedures, it tells only those that it lists. */
    private RenewalDates.Way way(Question question) {
        if (question.mentions().isEmpty() || !verdicts.hasTables()) {
            return RenewalDates.Way.UNKNOWN;
        }
        if (verdicts.permits(question) instanceof Answer.Listed) {
            return RenewalDates.Way.ONLINE;
        }
        return question.namesOnlyProcedures() ? RenewalDates.Way.UNKNOWN : RenewalDates.Way.COUNTER;
    }
}
