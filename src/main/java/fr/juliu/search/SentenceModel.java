package fr.juliu.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The model of sentences as vectors, loaded when first asked; editions that follow each other share it. It remembers the
 * vectors of texts that were asked for last, some 2 kB each.
 */
public final class SentenceModel implements AutoCloseable {

    private static final int REMEMBERED = 2000;

    private final Once<SentenceEncoder> encoder = new Once<>(SentenceEncoder::new);
    private final Cache<String, float[]> vectors = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** The cosine of two folded texts, from -1 to 1. */
    public double likeness(String a, String b) {
        return SentenceEncoder.cosine(vectors.get(a, this::encode), vectors.get(b, this::encode));
    }

    /** The vector of a folded text. */
    float[] encode(String folded) {
        return encoder.get().encode(folded);
    }

    @Override
    public void close() {
        encoder.made().ifPresent(SentenceEncoder::close);
    }
}
