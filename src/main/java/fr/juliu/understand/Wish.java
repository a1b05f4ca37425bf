package fr.juliu.understand;

/** What somebody wants who asks nothing that articles answer. */
public enum Wish {
    /** Somebody to talk to. */
    PERSON,
    /** Somebody to complain to. */
    COMPLAINT,
    /** To follow no longer. */
    LEAVE,
    /** To say that the last answer was good. */
    PLEASED,
    /** To say that the last answer was not. */
    DISPLEASED
}
