package fr.juliu.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of texts by their content, so that a text is encoded once for each model: in memory as 8-bit numbers with a
 * scale, and in a file between two starts. A file of another model, or a damaged one, counts as empty.
 */
final class VectorCache {

    private static final Logger LOG = LoggerFactory.getLogger(VectorCache.class);
    private static final int FORMAT = 0x4a564331;
    private static final int STEPS = 127;

    private final String model;
    private final Map<Key, Quantised> vectors = new ConcurrentHashMap<>();
    private volatile boolean changed;

    /**
     * An empty cache.
     *
     * @param model what names the weights that make the vectors, such as their checksum
     */
    VectorCache(String model) {
        this.model = model;
    }

    /** The vector of a text, of length 1; null when it has not been encoded. */
    float @Nullable [] get(String text) {
        Quantised vector = vectors.get(Key.of(text));
        if (vector == null) {
            return null;
        }
        vector.used = true;
        return vector.floats();
    }

    /** Keeps the vector of a text. */
    void put(String text, float[] vector) {
        Quantised quantised = Quantised.of(vector);
        quantised.used = true;
        vectors.put(Key.of(text), quantised);
        changed = true;
    }

    /** A vector as it would come out of the cache. */
    static float[] rounded(float[] vector) {
        return Quantised.of(vector).floats();
    }

    /** Whether texts have been added since it was last read or written. */
    boolean isChanged() {
        return changed;
    }

    /** Adds what a file holds, if there is such a file. */
    void read(Path file) {
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                read(in);
            } catch (IOException e) {
                LOG.warn("The vectors in {} cannot be read ({}); they are made anew", file, e.toString());
            }
        }
    }

    /**
     * Adds what a stream holds, all of it or nothing.
     *
     * @throws IOException when it ends early or its checksum is wrong
     */
    void read(InputStream stream) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(stream, 1 << 16), new CRC32());
        DataInputStream in = new DataInputStream(checked);
        if (in.readInt() != FORMAT || !in.readUTF().equals(model)) {
            return;
        }
        int count = in.readInt();
        int dimensions = in.readInt();
        Map<Key, Quantised> read = new ConcurrentHashMap<>();
        for (int i = 0; i < count; i++) {
            read.put(new Key(in.readLong(), in.readLong()),
                    new Quantised(in.readFloat(), in.readNBytes(dimensions)));
        }
        long sum = checked.getChecksum().getValue();
        if (in.readLong() != sum) {
            throw new IOException("its checksum is wrong");
        }
        vectors.putAll(read);
    }

    /** Writes the vectors of the texts that were asked for to a file in one step; others are forgotten. */
    void write(Path file) throws IOException {
        Map<Key, Quantised> kept = new TreeMap<>();
        vectors.forEach((key, vector) -> {
            if (vector.used) {
                kept.put(key, vector);
            }
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "vectors", ".tmp");
        try {
            write(kept, fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            changed = false;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void write(Map<Key, Quantised> kept, Path file) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), new CRC32());
        try (DataOutputStream out = new DataOutputStream(checked)) {
            out.writeInt(FORMAT);
            out.writeUTF(model);
            out.writeInt(kept.size());
            out.writeInt(kept.values().stream().mapToInt(vector -> vector.steps.length).findFirst().orElse(0));
            for (Map.Entry<Key, Quantised> entry : kept.entrySet()) {
                out.writeLong(entry.getKey().high());
                out.writeLong(entry.getKey().low());
                out.writeFloat(entry.getValue().scale);
                out.write(entry.getValue().steps);
            }
            out.flush();
            out.writeLong(checked.getChecksum().getValue());
        }
    }

    /** The first 128 bits of a text's SHA-256. */
    private record Key(long high, long low) implements Comparable<Key> {

        static Key of(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                ByteBuffer bytes = ByteBuffer.wrap(hash);
                return new Key(bytes.getLong(), bytes.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        @Override
        public int compareTo(Key other) {
            int byHigh = Long.compare(high, other.high);
            return byHigh == 0 ? Long.compare(low, other.low) : byHigh;
        }
    }

    /** A vector in steps of equal size, from -127 to 127. */
    private static final class Quantised {

        private final float scale;
        private final byte[] steps;
        private volatile boolean used;

        private Quantised(float scale, byte[] steps) {
            this.scale = scale;
            this.steps = steps;
        }

        static Quantised of(float[] vector) {
            float most = 0;
            for (float x : vector) {
                most = Math.max(most, Math.abs(x));
            }
            float scale = most == 0 ? 1 : most / STEPS;
            byte[] steps = new byte[vector.length];
            for (int i = 0; i < vector.length; i++) {
                steps[i] = (byte) Math.round(vector[i] / scale);
            }
            return new Quantised(scale, steps);
        }

        float[] floats() {
            float[] vector = new float[steps.length];
            for (int i = 0; i < steps.length; i++) {
                vector[i] = scale * steps[i];
            }
            return vector;
        }
    }
}
