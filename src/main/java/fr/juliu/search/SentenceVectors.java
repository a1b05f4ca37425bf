package fr.juliu.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How near the sentences of places are to a question in meaning, by cosine. The model is loaded when first asked, and a
 * place's sentences are encoded when first compared.
 */
public final class SentenceVectors implements AutoCloseable {

    private static final int ASKED = 60;

    private final PlaceIndex index;
    private final TextFolding folding;
    private final ConcurrentMap<Integer, List<float[]>> vectors = new ConcurrentHashMap<>();
    private final LongAdder questions = new LongAdder();
    private final Once<SentenceEncoder> encoder = new Once<>(SentenceEncoder::new);

    public SentenceVectors(PlaceIndex index, TextFolding folding) {
        this.index = index;
        this.folding = folding;
    }

    /**
     * The cosine of a folded question with the nearest sentence of each place, from -1 to 1.
     *
     * @param question its last 60 characters count: in a long story the question comes last
     */
    public List<Double> nearest(String question, List<Integer> places) {
        String asked = question.length() > ASKED ? question.substring(question.length() - ASKED) : question;
        float[] vector = encoder.get().encode(asked);
        questions.increment();
        List<Double> cosines = new ArrayList<>();
        for (int place : places) {
            cosines.add(vectors.computeIfAbsent(place, this::encode).stream()
                    .mapToDouble(sentence -> SentenceEncoder.cosine(vector, sentence)).max().orElse(-1));
        }
        return cosines;
    }

    /** How many questions the model has been asked about. */
    public long asked() {
        return questions.sum();
    }

    @Override
    public void close() {
        encoder.made().ifPresent(SentenceEncoder::close);
    }

    /** The vectors of a place: each sentence with its heading before it, which says what it is about. */
    private List<float[]> encode(int place) {
        String heading = folding.fold(index.places().get(place).heading());
        List<float[]> encoded = new ArrayList<>();
        encoded.add(encoder.get().encode(heading));
        for (Sentence sentence : index.sentences(place)) {
            encoded.add(encoder.get().encode(heading + "。" + sentence.folded()));
        }
        return encoded;
    }
}
