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

    /** The same, told in more detail. */
    public List<Nearness> nearness(String question, List<Integer> places) {
        float[] vector = model.question(question);
        return places.stream().map(place -> nearness(vector, encode(place))).toList();
    }

    private static Nearness nearness(float[] question, List<float[]> units) {
        double heading = SentenceEncoder.cosine(question, units.getFirst());
        double first = -1;
        double second = -1;
        for (float[] sentence : units.subList(1, units.size())) {
            double near = SentenceEncoder.cosine(question, sentence);
            second = Math.max(second, Math.min(first, near));
            first = Math.max(first, near);
        }
        double pair = switch (units.size()) {
            case 1 -> heading;
            case 2 -> first;
            default -> (first + second) / 2;
        };
        return new Nearness(Math.max(heading, first), heading, pair);
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
