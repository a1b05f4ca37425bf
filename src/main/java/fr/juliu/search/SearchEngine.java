package fr.juliu.search;

import java.util.Map;
import java.util.stream.Stream;

/** Where the words of an edition are looked for: the door to an index in memory, on disk, or in a cluster. */
public interface SearchEngine {

    /** Lucene in memory: all that a folder of articles needs. */
    SearchEngine MEMORY = (name, analyzer, texts) -> new MemoryIndex(analyzer, texts);

    /**
     * Indexes texts.
     *
     * @param name     what they are, such as places; one edition has one index of a name
     * @param analyzer cuts their fields into words
     * @param texts    of each its text by field, in the order of their numbers
     */
    WordIndex index(String name, MixedTextAnalyzer analyzer, Stream<Map<String, String>> texts);
}
