package fr.juliu.search;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How near the sentences of places are to a question in meaning, by cosine; encoded when first compared. */
public final class SentenceVectors {

    private final PlaceIndex index;
    private final TextFolding folding;
    private final LongAdder questions = new LongAdder();
    private final SentenceModel model;
    private final AtomicReferenceArray<@Nullable List<float[]>> places;

    public SentenceVectors(PlaceIndex index, TextFolding folding, SentenceModel model) {
        this.index = index;
        this.folding = folding;
        this.model = model;
        places = new AtomicReferenceArray<>(index.places().size());
    }

    /**
     * The cosine of a folded question with the nearest sentence of each place, from -1 to 1.
     *
     * @param question its last 54 characters count: in a long story the question comes last
     */
    public List<Double> nearest(String question, List<Integer> places) {
        float[] vector = model.question(question);
        questions.increment();
        return places.stream().map(place -> nearest(vector, place)).toList();
    }

    /** Encodes all places before they are compared; an interrupt of the thread ends it early. */
    public void encodeAll() {
        for (int place = 0; place < index.places().size() && !Thread.currentThread().isInterrupted(); place++) {
            encode(place);
        }
    }

    /** How many questions the model has been asked about. */
    public long asked() {
        return questions.sum();
    }

    private double nearest(float[] question, int place) {
        double nearest = -1;
        for (float[] sentence : encode(place)) {
            nearest = Math.max(nearest, SentenceEncoder.cosine(question, sentence));
        }
        return nearest;
    }

    /** The vectors of a place, by its units. */
    private List<float[]> encode(int place) {
        List<float[]> known = places.get(place);
        if (known == null) {
            known = PassageUnits.of(index.places().get(place), index.sentences(place), folding).stream()
                    .map(model::sentence).toList();
            places.set(place, known);
        }
        return known;
    }
}
