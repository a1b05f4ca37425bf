package fr.juliu.store;

/**
 * How much is kept before the oldest goes.
 *
 * @param most      of each kind of record that people cause: questions, exchanges, feedback
 * @param mostOfOne of what one asker causes in a day
 */
record Bounds(int most, int mostOfOne) {

    /** As in {@code config/application.yml}. */
    static final Bounds USUAL = new Bounds(100_000, 500);
}
