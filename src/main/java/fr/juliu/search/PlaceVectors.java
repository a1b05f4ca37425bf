package fr.juliu.search;

import java.util.List;

/** The vectors of the units of all places of an index. */
sealed interface PlaceVectors extends AutoCloseable permits MemoryVectors, DiskVectors {

    /** The vectors of the units of a place, its heading first. */
    List<float[]> of(int place);

    /** The cosine of a question with the nearest unit of a place, from -1 to 1. */
    default double nearest(float[] question, int place) {
        double nearest = -1;
        for (float[] unit : of(place)) {
            nearest = Math.max(nearest, SentenceEncoder.cosine(question, unit));
        }
        return nearest;
    }

    /** The places with the units nearest to a question, the nearest first; none where all places are compared anyway. */
    List<Integer> near(float[] question, int most);

    /** Encodes all places; an interrupt of the thread ends it early. */
    void encodeAll();

    @Override
    void close();
}
