package fr.juliu.store;

import java.time.Instant;

/**
 * A question that nothing answered and that the keeper has dealt with.
 *
 * @param question as the log has it
 * @param note     the keeper's own words; empty for none
 */
public record SettledQuestion(String question, How how, String note, Instant at) {

    /** How it was dealt with. */
    public enum How {
        /** There is nothing to do about it. */
        DONE,
        /** A file says now what answers it; when it is asked again and still not answered, it is open again. */
        TAUGHT,
        /** An article is to be written; noted until it is. */
        TO_WRITE
    }
}
