package fr.juliu.search;

import java.util.List;

/**
 * What words score in texts by BM25, each text known by its number in the order given; an index written once, that may be
 * searched by many threads.
 */
interface WordIndex extends AutoCloseable {

    /**
     * A word to look for in a field.
     *
     * @param word   as the analyzer of the field cuts it
     * @param weight what its score is multiplied by
     */
    record Term(String field, String word, float weight) {
    }

    /** A text with its score, above 0. */
    record Scored(int number, float score) {
    }

    /** The texts that hold any of the words, so many at most: the best first, of those that score alike the first given. */
    List<Scored> best(List<Term> words, int most);

    /** Its size in bytes. */
    long bytes();

    @Override
    void close();
}
