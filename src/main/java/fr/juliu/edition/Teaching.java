package fr.juliu.edition;

import fr.juliu.knowledge.Library;
import fr.juliu.search.PlaceIndex;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What phrasings teach an edition: where they lead to enough of its places they have a say, else places speak for
 * themselves alone.
 *
 * @param phrasings how many there are
 * @param taught    how many places they lead to
 * @param places    how many places there are
 * @param model     whether sentences are compared by their meaning, without which nothing is learnt
 */
public record Teaching(int phrasings, int taught, int places, boolean model) {

    /** The share of the places that phrasings have to lead to. */
    private static final double ENOUGH = 0.5;

    static Teaching of(Library library, PlaceIndex index, boolean model) {
        Set<String> headings = library.phrasings().stream().flatMap(question -> question.headings().stream())
                .collect(Collectors.toSet());
        int taught = (int) index.places().stream().filter(place -> headings.contains(place.heading())).count();
        return new Teaching(library.phrasings().size(), taught, index.places().size(), model);
    }

    /** Whether phrasings have a say: the few of an untaught folder would draw all questions to the places they lead to. */
    public boolean decides() {
        return model && taught > 0 && taught >= ENOUGH * places;
    }

    /** The same where there is no model to learn with. */
    Teaching withoutModel() {
        return new Teaching(phrasings, taught, places, false);
    }
}
