package fr.juliu.web.page;

/**
 * A stretch of a text that is shown alike.
 *
 * @param french whether it is French, so that a screen reader says it so
 * @param hit    whether it is what was looked for
 */
record Run(String text, boolean french, boolean hit) {
}
