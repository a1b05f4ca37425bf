package fr.juliu.chat;

/** A picture that can be sent; what it shows is the knowledge of now. */
public enum Picture {
    /** Which permits went online when. */
    TIMELINE,
    /** The same for dark surroundings. */
    TIMELINE_DARK
}
