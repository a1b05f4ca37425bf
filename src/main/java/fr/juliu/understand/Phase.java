package fr.juliu.understand;

import fr.juliu.knowledge.Qualifier;
import fr.juliu.knowledge.RolloutEntry;

/** Whether a question is about the first card or its renewal. */
public enum Phase {
    /** The question does not say. */
    ANY,
    /** The first card. */
    FIRST,
    /** Renewal. */
    RENEWAL;

    /** Whether an entry covers this phase. */
    public boolean coveredBy(RolloutEntry entry) {
        return this == ANY || entry.qualifiers().isEmpty()
                || entry.qualifiers().contains(this == FIRST ? Qualifier.FIRST : Qualifier.RENEWAL);
    }
}
