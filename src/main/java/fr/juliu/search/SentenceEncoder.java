package fr.juliu.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.lucene.util.VectorUtil;

/**
 * Sentences as vectors, by bge-small-zh-v1.5 (quantised) in this process: 512 numbers of length 1, so that the product of
 * two is their cosine, from -1 to 1. Safe for use by many threads.
 *
 * <p>About 1.3 ms for a short question on one thread; the model takes some 95 MB.
 */
final class SentenceEncoder implements AutoCloseable {

    private static final String MODEL = "/bge-small-zh-v1.5-q";
    private static final int MOST_TOKENS = 128;
    private static final long STACK = 64L * 1024 * 1024;

    private final WordPieces pieces = new WordPieces(MODEL + "-tokenizer.json");
    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * Loads the model, on a thread of its own: ONNX Runtime recurses natively over the command line of the process, and
     * with a long classpath in it outgrows the stack of an ordinary thread, which kills the process.
     */
    SentenceEncoder() {
        FutureTask<OrtSession> loading = new FutureTask<>(this::load);
        Thread.ofPlatform().name("model").daemon().stackSize(STACK).start(loading);
        try {
            session = loading.get();
            environment = OrtEnvironment.getEnvironment();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the model does not load", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the model loads", e);
        }
    }

    private OrtSession load() throws IOException, OrtException {
        try (InputStream in = SentenceEncoder.class.getResourceAsStream(MODEL + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IllegalStateException(MODEL + ".onnx is not on the classpath");
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return OrtEnvironment.getEnvironment().createSession(in.readAllBytes(), options);
        }
    }

    /** The vector of a folded text. */
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
        } catch (OrtException e) {
            throw new IllegalStateException("the model does not answer: " + e.getMessage(), e);
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
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }
}
