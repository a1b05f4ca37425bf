package fr.juliu.cli;

import fr.juliu.edition.Teaching;

/**
 * By what it was decided.
 *
 * @param by        {@code phrasings} and places, {@code places} alone, or {@code tables} alone without a model
 * @param phrasings how many there are
 * @param taught    how many places they lead to
 * @param places    how many places there are
 * @param model     whether sentences are compared by their meaning; without it only tables answer
 */
record Decider(String by, int phrasings, int taught, int places, boolean model) {

    static Decider of(Teaching teaching) {
        return new Decider(!teaching.model() ? "tables" : teaching.decides() ? "phrasings" : "places",
                teaching.phrasings(), teaching.taught(), teaching.places(), teaching.model());
    }

    /** The end of the last line for a reader. */
    String told(Words words) {
        if (!model) {
            return words.tell("decider.no-model");
        }
        return by.equals("places")
                ? words.tell("decider.places", taught, places)
                : words.tell("decider.phrasings", phrasings, taught, places);
    }
}
