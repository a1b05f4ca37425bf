package fr.juliu.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model of sentences as vectors, loaded when first asked; editions that follow each other share it. It remembers the
 * vectors of the texts of the knowledge, so that a new edition encodes only what is new, and of the questions asked last;
 * a vector takes some 2 kB.
 *
 * <p>It may be missing, broken, or fail: then whoever asks for a likeness or a vector gets a {@link ModelException}.
 */
public final class SentenceModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SentenceModel.class);
    private static final String SHIPPED = "/model/vectors.bin";
    private static final int REMEMBERED = 2000;
    private static final int KNOWN = 60_000;
    private static final int ASKED = 54;

    private static final int LONGEST_FAULT = 300;

    private final Consumer<String> trouble;
    private final Once<Loaded> loaded;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private final LongAdder failures = new LongAdder();
    private volatile boolean failing;
    private final LongAdder encoded = new LongAdder();
    private final Cache<String, float[]> vectors = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, float[]> known = Caffeine.newBuilder().maximumSize(KNOWN).build();
    private final Once<VectorCache> kept = new Once<>(this::readVectors);
    private final @Nullable Path file;
    private final Once<Optional<ContentIndex>> places = new Once<>(this::placeVectors);

    /**
     * A model that is not loaded yet.
     *
     * @param library the folder for ONNX Runtime's native library; null for the one for temporary files
     * @param file    that vectors of the knowledge are kept in; null to keep them in memory alone
     * @param trouble is told, the first time only, that the model does not do its work, and what to do
     */
    public SentenceModel(@Nullable Path library, @Nullable Path file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
        loaded = new Once<>(() -> load(library));
    }

    /** The model, or why there is none. */
    private record Loaded(@Nullable SentenceEncoder encoder, String fault) {

        private void close() {
            if (encoder != null) {
                encoder.close();
            }
        }
    }

    private Loaded load(@Nullable Path library) {
        try {
            SentenceEncoder encoder = new SentenceEncoder(library);
            try {
                encoder.tryOut();
                return new Loaded(encoder, "");
            } catch (ModelException e) {
                encoder.close();
                throw e;
            }
        } catch (ModelException | LinkageError e) {
            String fault = oneLine(e);
            tell("The model of sentences does not work: " + fault + ". Only tables are answered from; all else is said"
                    + " not to be known. Put the files of this release in place again and restart, or set juliu.model to"
                    + " off.");
            return new Loaded(null, fault);
        }
    }

    /** Why it cannot be used at all; empty when it can. Loads it, when it is not loaded yet. */
    public Optional<String> fault() {
        return Optional.of(loaded.get().fault()).filter(fault -> !fault.isEmpty());
    }

    /** At how many texts it has failed though it can be used. */
    public long failures() {
        return failures.sum();
    }

    /** Whether it failed at the text that it was last asked for. */
    public boolean isFailing() {
        return failing;
    }

    /** The cosine of two folded texts, from -1 to 1. */
    public double likeness(String a, String b) {
        return SentenceEncoder.cosine(vectors.get(a, this::encode), vectors.get(b, this::encode));
    }

    /** The cosine of a folded question with a folded text that the knowledge or the settings hold, from -1 to 1. */
    public double nearness(String question, String text) {
        return SentenceEncoder.cosine(question(question), known(text));
    }

    /** Encodes folded texts of the settings before questions are compared with them; an interrupt ends it early. */
    public void keep(Collection<String> texts) {
        texts.stream().takeWhile(text -> !Thread.currentThread().isInterrupted()).forEach(this::known);
    }

    /** The vector of a folded question: its last 54 characters count, since in a long story the question comes last. */
    float[] question(String folded) {
        return vectors.get(end(folded), this::encode);
    }

    /** The vector of a folded known question, of which the end counts, too. */
    float[] known(String folded) {
        return known.get(end(folded), this::keptOrEncoded);
    }

    /** The vector of a folded sentence of the knowledge. */
    float[] sentence(String folded) {
        return known.get(folded, this::keptOrEncoded);
    }

    /** The vector of a folded sentence of very many, which is not remembered here. */
    float[] once(String folded) {
        float[] vector = kept.get().get(folded);
        return vector == null ? VectorCache.rounded(encode(folded)) : vector;
    }

    /** The index of the vectors of very many places, beside the file; empty where there is no file, or no model. */
    Optional<ContentIndex> places() {
        return places.get();
    }

    private Optional<ContentIndex> placeVectors() {
        Path beside = file;
        try {
            return beside == null
                    ? Optional.empty()
                    : Optional.of(new ContentIndex(beside.resolveSibling("place-vectors"),
                            PassageUnits.MADE + " by " + ModelFile.NETWORK.checksum(), DiskVectors::writing));
        } catch (ModelException e) {
            return Optional.empty();
        }
    }

    private float[] keptOrEncoded(String folded) {
        float[] vector = kept.get().get(folded);
        if (vector == null) {
            kept.get().put(folded, encode(folded));
            // rounded as after the next start, so that both answer alike
            vector = kept.get().get(folded);
        }
        return Objects.requireNonNull(vector);
    }

    /** Writes the vectors of the knowledge to the file, when there are new ones. */
    public void save() {
        Path target = file;
        if (target != null && kept.get().isChanged()) {
            try {
                kept.get().write(target);
            } catch (IOException e) {
                LOG.warn("The vectors cannot be kept in {} ({}); the next start makes them anew", target, e.toString());
            }
        }
    }

    private VectorCache readVectors() {
        VectorCache read = new VectorCache(ModelFile.NETWORK.checksum());
        try (InputStream in = SentenceModel.class.getResourceAsStream(SHIPPED)) {
            if (in != null) {
                read.read(in);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read ({}); its vectors are made anew", SHIPPED, e.toString());
        }
        if (file != null) {
            read.read(file);
        }
        return read;
    }

    /** The end of a folded question that counts. */
    static String end(String question) {
        return question.length() > ASKED ? question.substring(question.length() - ASKED) : question;
    }

    /** How many texts have been encoded, those forgotten since included. */
    public long encoded() {
        return encoded.sum();
    }

    private float[] encode(String folded) {
        Loaded model = loaded.get();
        SentenceEncoder encoder = model.encoder();
        if (encoder == null) {
            throw new ModelException(model.fault());
        }
        encoded.increment();
        try {
            float[] vector = encoder.encode(folded);
            failing = false;
            return vector;
        } catch (ModelException e) {
            failing = true;
            failures.increment();
            tell("The model of sentences failed: " + oneLine(e)
                    + ". As long as it does, questions are answered from"
                    + " tables alone; health counts how often. Restart if it goes on.");
            throw e;
        }
    }

    private void tell(String line) {
        if (!told.getAndSet(true)) {
            trouble.accept(line);
        }
    }

    private static String oneLine(Throwable e) {
        String said = e instanceof ModelException ? String.valueOf(e.getMessage()) : e.toString();
        String text = said.replaceAll("\\s+", " ").replaceAll("[. ]+$", "");
        return text.length() > LONGEST_FAULT ? text.substring(0, LONGEST_FAULT) + "…" : text;
    }

    /** Editions that share it may each close it; the first does. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            loaded.made().ifPresent(Loaded::close);
        }
    }
}
