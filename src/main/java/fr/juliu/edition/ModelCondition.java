package fr.juliu.edition;

/**
 * How the model of sentences does its work.
 *
 * @param fault    why it does not work at all; empty where it does, or is off
 * @param failures at how many texts it has failed since the start
 */
public record ModelCondition(State state, String fault, long failures) {

    /** Whether questions get what it can give. */
    public enum State {
        /** It is not to be used. */
        OFF,
        /** It does its work. */
        WORKS,
        /** It failed at the last text; the next one is tried again. */
        FAILS,
        /** It is missing or broken, and not tried again. */
        BROKEN
    }
}
