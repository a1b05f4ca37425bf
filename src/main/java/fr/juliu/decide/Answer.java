package fr.juliu.decide;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bot says to a question; every edge renders every kind. */
public sealed interface Answer {

    /** The probability that this answer, a refusal included, is right. */
    double confidence();

    /** The probability that this is what was asked for, however old its facts are. */
    default double certainty() {
        return confidence();
    }

    /** Where it stands; null when nothing answers. */
    default @Nullable Citation citation() {
        return null;
    }

    /** What is asked of permits, of which a table tells only since when they are online. */
    enum Asked {
        /** Whether, or since when, they are online. */
        ONLINE,
        /** They are named, or it is asked how or where to apply. */
        NAMED,
        /** Whether something else is allowed: a yes or no of the table's would be taken for the answer to it. */
        WHETHER
    }

    /**
     * Permits that the table lists.
     *
     * @param facts     what is asserted, in the order asked
     * @param notListed names of permits asked beside them that no table lists
     * @param remark    what the months asked make of it; null when none are asked
     * @param asked     what was asked of them
     * @param unchanged for how many months the table has not changed, where what is not listed may have been added
     *                  since; else 0
     */
    record Listed(List<RolloutFact> facts, List<String> notListed, @Nullable PeriodRemark remark, Asked asked,
            int unchanged,
            Citation citation,
            double confidence) implements Answer {

        public Listed {
            if (facts.isEmpty()) {
                throw new IllegalArgumentException("a listed answer asserts at least one permit");
            }
            facts = List.copyOf(facts);
            notListed = List.copyOf(notListed);
        }
    }

    /**
     * Permits that no table lists.
     *
     * @param permits  their names
     * @param nearRows rows that name the whole of which a permit is a part; quoted, not asserted
     * @param asked    what was asked of them
     * @param unchanged for how many months the table has not changed, where a permit may have been added since; else 0
     * @param instead  what to do instead, a line each
     */
    record NotListed(List<String> permits, List<String> nearRows, Asked asked, int unchanged, List<String> instead,
            Citation citation,
            double certainty) implements Answer {

        public NotListed {
            permits = List.copyOf(permits);
            nearRows = List.copyOf(nearRows);
            instead = List.copyOf(instead);
        }

        @Override
        public double confidence() {
            return certainty * citation.fresh().trust();
        }
    }

    /**
     * Several entries of the table.
     *
     * @param title what the list is of
     * @param facts in the order of the table; empty when nothing went online in the months asked
     * @param unchanged for how many months the table has not changed, where more may have been added since; else 0
     */
    record Listing(String title, List<RolloutFact> facts, int unchanged, Citation citation,
            double certainty) implements Answer {

        public Listing {
            facts = List.copyOf(facts);
        }

        @Override
        public double confidence() {
            return certainty * citation.fresh().trust();
        }
    }

    /**
     * A section that answers.
     *
     * @param sentences those that answer, in the order of the text
     * @param rest      the other text of the section, a block a line
     * @param help      what comes first in an urgent case
     * @param dates     what is worked out from a date of the question, a line each; it comes before the sentences
     * @param beside    what is told of other points of the question
     */
    record FromSection(List<String> sentences, String rest, Citation citation, Help help, List<String> dates,
            double certainty, Beside beside) implements Answer {

        public FromSection {
            dates = List.copyOf(dates);
            sentences = List.copyOf(sentences);
        }

        /** An answer to the one point of a question. */
        public FromSection(List<String> sentences, String rest, Citation citation, Help help, List<String> dates,
                double certainty) {
            this(sentences, rest, citation, help, dates, certainty, Beside.NOTHING);
        }

        @Override
        public double confidence() {
            return certainty * citation.fresh().trust();
        }

        /** The same with what is told of other points. */
        FromSection with(Beside told) {
            return new FromSection(sentences, rest, citation, help, dates, certainty, told);
        }

        /** The same after what an urgent case is told first. */
        FromSection after(Help urgent) {
            return new FromSection(sentences, rest, citation, urgent, dates, Confidence.URGENT, beside);
        }
    }

    /**
     * What is told of a question's other points beside the section that answers.
     *
     * @param other      the section that answers another point; null when none does
     * @param unanswered the words of the question that no section answers; empty when nobody says so
     */
    record Beside(@Nullable FromSection other, String unanswered) {

        /** Nothing. */
        public static final Beside NOTHING = new Beside(null, "");
    }

    /**
     * The answer that a moderator keeps for his group.
     *
     * @param text     as he kept it
     * @param question what he keeps it for
     * @param by       his name, as the group sees it
     * @param verdict  what the articles say
     */
    record Pinned(String text, String question, String by, LocalDate at, Answer verdict,
            double confidence) implements Answer {

        public Pinned {
            if (verdict instanceof Pinned) {
                throw new IllegalArgumentException("the verdict beside a pinned answer is that of the articles");
            }
        }

        @Override
        public @Nullable Citation citation() {
            return verdict.citation();
        }
    }

    /**
     * A question back.
     *
     * @param options the readings
     */
    record Clarify(List<Option> options, double confidence) implements Answer {

        public Clarify {
            options = List.copyOf(options);
        }
    }

    /**
     * A reading of a question.
     *
     * @param label    what a button says
     * @param question what it asks
     */
    record Option(String label, String question) {
    }

    /**
     * Nothing answers.
     *
     * @param suggestions known questions that are near
     * @param nearest     sections that come nearest, where no known question does
     * @param help        whom to ask instead; it comes first in an urgent case
     */
    record Unknown(Reason reason, List<String> suggestions, List<Citation> nearest, Help help,
            double confidence) implements Answer {

        public Unknown {
            suggestions = List.copyOf(suggestions);
            nearest = List.copyOf(nearest);
        }

        /** The same, as sure as that. */
        Unknown with(double certainty) {
            return new Unknown(reason, suggestions, nearest, help, certainty);
        }
    }

    /** Why nothing answers. */
    enum Reason {
        /** A greeting. */
        GREETING,
        /** Thanks or a goodbye. */
        THANKS,
        /** A question about the bot. */
        ABOUT,
        /** Abuse. */
        ABUSE,
        /** No question at all: signs, code, orders to the bot. */
        JUNK,
        /** The subject is known, this point about it is not. */
        POINT_NOT_KNOWN,
        /** The subject is not known. */
        NOT_KNOWN
    }
}
