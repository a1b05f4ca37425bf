package fr.juliu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How near the sentences of places are to a question in meaning, by cosine; encoded when first compared. */
public final class SentenceVectors {

    private final PlaceIndex index;
    private final TextFolding folding;
    private final LongAdder questions = new LongAdder();
    private final SentenceModel model;

    public SentenceVectors(PlaceIndex index, TextFolding folding, SentenceModel model) {
        this.index = index;
        this.folding = folding;
        this.model = model;
    }

    /**
     * The cosine of a folded question with the nearest sentence of each place, from -1 to 1.
     *
     * @param question its last 60 characters count: in a long story the question comes last
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
        return encode(place).stream().mapToDouble(sentence -> SentenceEncoder.cosine(question, sentence)).max()
                .orElse(-1);
    }

    /** The vectors of a place: each sentence with its heading before it, which says what it is about. */
    private List<float[]> encode(int place) {
        String heading = folding.fold(index.places().get(place).heading());
        List<float[]> encoded = new ArrayList<>();
        encoded.add(model.sentence(heading));
        for (Sentence sentence : index.sentences(place)) {
            encoded.add(model.sentence(heading + "。" + sentence.folded()));
        }
        return encoded;
    }
}
