package fr.juliu.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * The model of sentences as vectors, loaded when first asked; editions that follow each other share it. It remembers the
 * vectors of the texts of the knowledge, so that a new edition encodes only what is new, and of the questions asked last;
 * a vector takes some 2 kB.
 */
public final class SentenceModel implements AutoCloseable {

    private static final int REMEMBERED = 2000;
    private static final int KNOWN = 20_000;
    private static final int ASKED = 60;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Once<SentenceEncoder> encoder = new Once<>(SentenceEncoder::new);
    private final LongAdder encoded = new LongAdder();
    private final Cache<String, float[]> vectors = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, float[]> known = Caffeine.newBuilder().maximumSize(KNOWN).build();

    /** The cosine of two folded texts, from -1 to 1. */
    public double likeness(String a, String b) {
        return SentenceEncoder.cosine(vectors.get(a, this::encode), vectors.get(b, this::encode));
    }

    /** The vector of a folded question: its last 60 characters count, since in a long story the question comes last. */
    float[] question(String folded) {
        return vectors.get(end(folded), this::encode);
    }

    /** The vector of a folded known question, of which the end counts, too. */
    float[] known(String folded) {
        return known.get(end(folded), this::encode);
    }

    /** The vector of a folded sentence of the knowledge. */
    float[] sentence(String folded) {
        return known.get(folded, this::encode);
    }

    private static String end(String question) {
        return question.length() > ASKED ? question.substring(question.length() - ASKED) : question;
    }

    /** How many texts have been encoded, those forgotten since included. */
    public long encoded() {
        return encoded.sum();
    }

    private float[] encode(String folded) {
        encoded.increment();
        return encoder.get().encode(folded);
    }

    /** Editions that share it may each close it; the first does. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            encoder.made().ifPresent(SentenceEncoder::close);
        }
    }
}
