package fr.juliu.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Sentences as vectors, by the encoder of {@code model/} in this process: 512 numbers of length 1, so that the product of
 * two is their cosine, from -1 to 1. Safe for use by many threads.
 *
 * <p>About 1.3 ms for a short question on one thread; the model takes some 95 MB.
 */
final class SentenceEncoder implements AutoCloseable {

    static final int MOST_TOKENS = 56;
    private static final long STACK = 64L * 1024 * 1024;

    /** Two texts that mean the same and one that does not; the manifest has the cosines that the model gives. */
    private static final String TEXT = "学生居留能网上申请吗";
    private static final String LIKE_IT = "留学生的居留卡可以在网上办吗";
    private static final String UNLIKE_IT = "今天天气很好";
    /** Processors differ in how they round. */
    private static final double CLOSE = 0.1;

    private final WordPieces pieces = new WordPieces(ModelFile.VOCABULARY.read());
    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * Loads the model, on a thread of its own: ONNX Runtime recurses natively over the command line of the process, and
     * with a long classpath in it outgrows the stack of an ordinary thread, which kills the process.
     *
     * @param library the folder for ONNX Runtime's native library; null for the one for temporary files
     *
     * @throws ModelException when the model is missing or broken
     */
    SentenceEncoder(@Nullable Path library) {
        Executor thread = task -> Thread.ofPlatform().name("model").daemon().stackSize(STACK).start(task);
        try {
            session = CompletableFuture.supplyAsync(() -> load(library), thread).join();
            environment = OrtEnvironment.getEnvironment();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ModelException broken ? broken : new ModelException("it does not load", e);
        }
    }

    private static OrtSession load(@Nullable Path library) {
        byte[] network = ModelFile.NETWORK.read();
        try {
            if (library != null) {
                OnnxLibrary.unpackInto(library);
            }
            return session(network);
        } catch (OrtException e) {
            throw new ModelException(ModelFile.NETWORK.name() + " cannot be loaded: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new ModelException(
                    "ONNX Runtime's native library cannot be loaded; juliu.data has to be a folder from"
                            + " which programs may run (" + (e.getMessage() == null ? e.getCause() : e.getMessage())
                            + ")",
                    e);
        }
    }

    private static OrtSession session(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return OrtEnvironment.getEnvironment().createSession(model, options);
        }
    }

    /**
     * Tries it with texts whose likeness is known.
     *
     * @throws ModelException when it takes them for something else
     */
    void tryOut() {
        double[] found = probe();
        check(found[0], found[1]);
    }

    /** The cosines of a text with one that means the same, and with another. */
    double[] probe() {
        float[] text = encode(TEXT);
        return new double[]{cosine(text, encode(LIKE_IT)), cosine(text, encode(UNLIKE_IT))};
    }

    /** Whether the cosines of those texts are the right ones. */
    static void check(double like, double unlike) {
        double rightLike = ModelFile.number("probe.like");
        double rightUnlike = ModelFile.number("probe.unlike");
        if (!(Math.abs(like - rightLike) < CLOSE && Math.abs(unlike - rightUnlike) < CLOSE)) {
            throw new ModelException(String.format(Locale.ROOT, "its vectors are wrong on this machine, with cosines of"
                    + " %.2f and %.2f where %.2f and %.2f are right", like, unlike, rightLike, rightUnlike));
        }
    }

    /**
     * The vector of a folded text.
     *
     * @throws ModelException when the model fails at it
     */
    float[] encode(String folded) {
        long[] ids = pieces.encode(folded, MOST_TOKENS);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = OnnxTensor.createTensor(environment, new long[][]{ids});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][]{ones});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][]{new long[ids.length]});
                OrtSession.Result result = session
                        .run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] hidden = (float[][][]) result.get(0).getValue();
            return normalised(hidden[0][0]);
        } catch (OrtException | RuntimeException e) {
            throw new ModelException("it fails at a text: " + e.getMessage(), e);
        }
    }

    /** The cosine of two vectors of length 1. */
    static double cosine(float[] a, float[] b) {
        return VectorUtil.dotProduct(a, b);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] normalised(float[] vector) {
        double sum = 0;
        for (float x : vector) {
            sum += x * x;
        }
        float length = (float) Math.sqrt(sum);
        if (!(length > 0 && Float.isFinite(length))) {
            throw new ArithmeticException("a vector of length " + length);
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }
}
