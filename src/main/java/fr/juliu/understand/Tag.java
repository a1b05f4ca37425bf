package fr.juliu.understand;

/**
 * What a word of the catalogue, the aspects or the lexicon stands for.
 *
 * @param id the permit, aspect, kind of talk, word class or group
 */
public record Tag(Kind kind, String id) {

    /** Where a word comes from. */
    public enum Kind {
        /** A name of a permit. */
        PERMIT,
        /** A word that means a permit when the question speaks of permits. */
        WEAK_PERMIT,
        /** A word that holds a permit's name and means something else. */
        NOT_PERMIT,
        /** A cue of an aspect. */
        ASPECT,
        /** Chit-chat. */
        TALK,
        /** A word that shapes a question. */
        FRAME,
        /** A word that nearly every text holds. */
        GENERAL,
        /** A word that makes a sentence a question. */
        ASKING,
        /** A word of a group that says the same thing. */
        SAME,
        /** A word of a group for a subject that is no permit. */
        TOPIC,
        /** A word of a class, used by patterns alone. */
        CLASS
    }
}
