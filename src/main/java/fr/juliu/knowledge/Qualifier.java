package fr.juliu.knowledge;

/** What a rollout entry is limited to. */
public enum Qualifier {
    /** Only renewal (续). */
    RENEWAL,
    /** Only the first card of its kind (首次). */
    FIRST
}
