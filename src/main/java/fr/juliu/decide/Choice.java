package fr.juliu.decide;

import java.util.Locale;

/** What a second reader chose. */
public sealed interface Choice {

    /** A word for it in figures and explanations, such as {@code table}. */
    default String name() {
        return switch (this) {
            case Passage passage -> "one";
            case Several several -> "several";
            case Table table -> "table";
            case None none -> "none";
            case AskBack back -> "ask-back";
            case Unread unread -> unread.cause().word();
        };
    }

    /**
     * A passage answers.
     *
     * @param passage    its place in the list, from 0
     * @param unanswered words of the question that it does not answer; empty for none
     */
    record Passage(int passage, String unanswered) implements Choice {
    }

    /**
     * Two passages answer two points.
     *
     * @param first      the place in the list of the one, from 0
     * @param second     that of the other
     * @param unanswered words of the question that neither answers; empty for none
     */
    record Several(int first, int second, String unanswered) implements Choice {

        public Several {
            if (first == second) {
                throw new IllegalArgumentException("two points have two passages, not twice number " + first);
            }
        }
    }

    /** What the table says answers. */
    record Table() implements Choice {
    }

    /** Nothing that was shown answers. */
    record None() implements Choice {
    }

    /** It has to be asked back what is meant. */
    record AskBack() implements Choice {
    }

    /** There is no choice, so that what is decided without it stands. */
    record Unread(Cause cause) implements Choice {
    }

    /** Why there is no choice. */
    enum Cause {
        /** It did not come in time. */
        LATE,
        /** The server could not be reached, or failed. */
        FAILED,
        /** The server takes no more for now. */
        REFUSED,
        /** What came is no choice among what was shown. */
        MALFORMED,
        /** As much was asked today as may be. */
        OVER_BUDGET,
        /** The server failed so often that it is let alone for a while. */
        PAUSED,
        /** Nobody recorded a choice for this question. */
        NOT_RECORDED;

        /** Its name in figures, such as {@code over-budget}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
