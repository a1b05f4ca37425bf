package fr.juliu.edition;

import fr.juliu.knowledge.Library;
import fr.juliu.tell.Digest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an edition is called: a fingerprint of its content, the same in every process. */
public final class EditionId {

    private EditionId() {
    }

    /**
     * The id of the edition that would be built.
     *
     * @param words the settings files by name
     */
    public static String of(Library library, Map<String, String> words) {
        return Digest.of(Stream.concat(parts(library), Stream.of("\n" + new TreeMap<>(words))));
    }

    /** What {@code library.toString()} says, an article at a time: a large folder does not fit into one text. */
    private static Stream<String> parts(Library library) {
        return Stream.of(Stream.of("Library[articles=["),
                library.articles().stream().flatMap(article -> Stream.of(", ", article.toString())).skip(1),
                Stream.of("], questions=" + library.questions() + ", phrasings=" + library.phrasings() + ", problems="
                        + library.problems() + "]"))
                .flatMap(parts -> parts);
    }
}
