package fr.juliu.cli;

import fr.juliu.edition.Teaching;

/**
 * By what it was decided.
 *
 * @param phrasings how many there are
 * @param taught    how many places they lead to
 * @param places    how many places there are
 * @param model     whether sentences are compared by their meaning; without it only tables answer
 */
record Decider(int phrasings, int taught, int places, boolean model) {

    static Decider of(Teaching teaching) {
        return new Decider(teaching.phrasings(), teaching.taught(), teaching.places(), teaching.model());
    }

    /** The end of the last line for a reader. */
    String told(Words words) {
        return model
                ? words.tell("decider.phrasings", phrasings, taught, places)
                : words.tell("decider.no-model");
    }
}
