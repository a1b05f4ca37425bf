package fr.juliu.answer;

import fr.juliu.knowledge.Qualifier;
import fr.juliu.knowledge.RolloutEntry;

/** Whether a question is about the first card or its renewal. */
enum Phase {
    /** The question does not say. */
    ANY,
    /** The first card. */
    FIRST,
    /** Renewal. */
    RENEWAL;

    /** Whether an entry covers this phase. */
    boolean coveredBy(RolloutEntry entry) {
        return this == ANY || entry.qualifiers().isEmpty()
                || entry.qualifiers().contains(this == FIRST ? Qualifier.FIRST : Qualifier.RENEWAL);
    }
}
