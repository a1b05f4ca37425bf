package fr.juliu.knowledge;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How fresh facts are in some month.
 *
 * @param age    what their section says of it
 * @param date   when they held for the last time that anybody looked: the later of the month of their source and of the
 *               month in which they were checked; null when nothing tells it
 * @param months how long ago that is; 0 when nothing tells it
 */
public record Freshness(State state, Age age, @Nullable YearMonth date, int months) {

    /** Nothing is known of it. */
    public static final Freshness UNKNOWN = new Freshness(State.CURRENT, Age.UNKNOWN, null, 0);

    /** So likely what has ended holds all the same. */
    private static final double ENDED = 0.2;
    /** Below this facts are likelier to have changed than not. */
    private static final double LIKELY = 0.5;

    /** Whether facts can be told as they are. */
    public enum State {
        /** They can. */
        CURRENT,
        /** They are older than facts of their kind may become without being checked. */
        AGED,
        /** They hold no longer, as their section says itself. */
        ENDED
    }

    /** Whether its section says anything of its age. */
    public boolean isKnown() {
        return !age.equals(Age.UNKNOWN);
    }

    /** How likely the facts still hold, from 0 to 1: all the less, the longer they are past the span of their kind. */
    public double trust() {
        return switch (state) {
            case CURRENT -> 1;
            case AGED -> age.kind() == null ? 1 : (double) age.kind().months() / months;
            case ENDED -> ENDED;
        };
    }

    /** Whether the facts are likelier to have changed than not. */
    public boolean hasLikelyChanged() {
        return trust() < LIKELY;
    }
}
