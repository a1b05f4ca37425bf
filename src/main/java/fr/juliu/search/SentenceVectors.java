package fr.juliu.search;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * How near the sentences of places are to a question in meaning, by cosine; encoded when first compared. Those of a large
 * index lie in a folder, where the model has one.
 */
public final class SentenceVectors implements AutoCloseable {

    private final LongAdder questions = new LongAdder();
    private final SentenceModel model;
    private final PlaceVectors places;

    public SentenceVectors(PlaceIndex index, TextFolding folding, SentenceModel model) {
        this.model = model;
        IntFunction<List<String>> units = place -> PassageUnits.of(index.places().get(place), index.sentences(place),
                folding);
        places = (index.isLarge() ? model.places() : Optional.<ContentIndex>empty())
                .<PlaceVectors>map(folder -> new DiskVectors(folder,
                        index.places().stream().mapToLong(PassageUnits::key).toArray(), units, model::once))
                .orElseGet(() -> new MemoryVectors(index.places().size(), units, model::sentence));
    }

    /**
     * The cosine of a folded question with the nearest sentence of each place, from -1 to 1.
     *
     * @param question its last 54 characters count: in a long story the question comes last
     */
    public List<Double> nearest(String question, List<Integer> places) {
        float[] vector = model.question(question);
        questions.increment();
        return places.stream().map(place -> this.places.nearest(vector, place)).toList();
    }

    /**
     * The places of a large index whose sentences are nearest to a folded question, which their words may not tell; none
     * of a small one, of which all places are ranked that share a word with it.
     */
    public List<Integer> near(String question, int most) {
        return places instanceof DiskVectors ? places.near(model.question(question), most) : List.of();
    }

    /** The same, told in more detail. */
    public List<Nearness> nearness(String question, List<Integer> places) {
        float[] vector = model.question(question);
        return places.stream().map(place -> nearness(vector, this.places.of(place))).toList();
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
        places.encodeAll();
    }

    /** How many questions the model has been asked about. */
    public long asked() {
        return questions.sum();
    }

    @Override
    public void close() {
        places.close();
    }
}
