package fr.juliu.search;

/**
 * A sentence of a place.
 *
 * @param text   as the article has it
 * @param folded its folded form
 */
public record Sentence(String text, String folded) {
}
