package fr.juliu.understand;

import fr.juliu.knowledge.Permit;

/**
 * A permit named in a question.
 *
 * @param start  where in the folded question
 * @param end    exclusive
 * @param strong  whether the word means the permit wherever it stands
 * @param change  whether it is what one changes to from another card, so for the first time
 * @param pattern whether it was told by a pattern with a gap, which says more than the name
 */
public record Mention(Permit permit, int start, int end, boolean strong, boolean pattern, boolean change) {

    /** The same mention of a permit as another edition has it. */
    Mention of(Permit other) {
        return new Mention(other, start, end, strong, pattern, change);
    }

    /** The same mention as what one changes to. */
    Mention asChange() {
        return new Mention(permit, start, end, strong, pattern, true);
    }
}
