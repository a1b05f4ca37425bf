package fr.juliu.edition;

import fr.juliu.knowledge.Library;
import fr.juliu.search.PlaceIndex;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What phrasings teach an edition.
 *
 * @param phrasings how many there are
 * @param taught    how many places they lead to
 * @param places    how many places there are
 * @param model     whether sentences are compared by their meaning, without which nothing is learnt
 */
public record Teaching(int phrasings, int taught, int places, boolean model) {

    static Teaching of(Library library, PlaceIndex index, boolean model) {
        Set<String> headings = library.phrasings().stream().flatMap(question -> question.headings().stream())
                .collect(Collectors.toSet());
        int taught = (int) index.places().stream().filter(place -> headings.contains(place.heading())).count();
        return new Teaching(library.phrasings().size(), taught, index.places().size(), model);
    }

    /** The same where there is no model to learn with. */
    Teaching withoutModel() {
        return new Teaching(phrasings, taught, places, false);
    }
}
