package fr.juliu.search;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where the words of an edition are looked for: the door to an index in memory, on disk, or in a cluster. */
public interface SearchEngine {

    /** Lucene in memory: all that a folder of articles needs. */
    SearchEngine MEMORY = (name, analyzer, texts) -> new MemoryIndex(analyzer, texts.get());

    /** Lucene in memory for few texts; for more than memory is for, in a folder, where the next start finds them. */
    static SearchEngine in(Path folder) {
        return new DiskEngine(folder, DiskEngine.FEW);
    }

    /**
     * Indexes texts.
     *
     * @param name     what they are, such as places; one edition has one index of a name
     * @param analyzer cuts their fields into words
     * @param texts    of each its text by field, in the order of their numbers; the same each time
     */
    WordIndex index(String name, MixedTextAnalyzer analyzer, Supplier<Stream<Map<String, String>>> texts);

    /** The same engine for the indexes of one edition, which are published together. */
    default SearchEngine edition() {
        return this;
    }

    /** Is told that the indexes of this edition are those that questions are answered from now on. */
    default void publish() {
    }
}
