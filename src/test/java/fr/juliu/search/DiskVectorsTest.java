package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors of places in a folder, beside the same in memory. */
final class DiskVectorsTest {

    private static final int PLACES = 300;
    private static final int DIMENSIONS = 64;
    private static final long[] KEYS = LongStream.range(0, PLACES).map(place -> place * 7).toArray();

    private final AtomicInteger encoded = new AtomicInteger();
    private final Path folder;

    DiskVectorsTest(@TempDir Path folder) {
        this.folder = folder.resolve("vectors");
    }

    private static List<String> units(int place) {
        return IntStream.rangeClosed(0, place % 3).mapToObj(unit -> place + "." + unit).toList();
    }

    private float[] encode(String unit) {
        encoded.incrementAndGet();
        return vector(unit);
    }

    /** Before they are encoded, and after; and so does the next start, which encodes none. */
    @Test
    void theyAreAsNearAsInMemory() {
        MemoryVectors memory = new MemoryVectors(PLACES, DiskVectorsTest::units, this::encode);
        try (DiskVectors disk = vectors(KEYS)) {
            alike(disk, memory);
            disk.encodeAll();
            alike(disk, memory);
        }
        encoded.set(0);
        try (DiskVectors again = vectors(KEYS)) {
            alike(again, memory);
            again.encodeAll();
            alike(again, memory);
        }
        assertThat(encoded).hasValue(0);
    }

    private static void alike(PlaceVectors some, PlaceVectors others) {
        float[] question = vector("question");
        IntStream.range(0, PLACES).forEach(place -> assertThat(some.nearest(question, place))
                .isEqualTo(others.nearest(question, place)));
    }

    @Test
    void thePlaceWithTheNearestUnitIsFound() {
        try (DiskVectors disk = vectors(KEYS)) {
            assertThat(disk.near(vector("17.1"), 5)).isEmpty();
            disk.encodeAll();
            assertThat(disk.near(vector("17.1"), 5)).hasSize(5).doesNotHaveDuplicates().first().isEqualTo(17);
            assertThat(disk.near(vector("200.2"), 5)).first().isEqualTo(200);
        }
    }

    @Test
    void onlyAChangedPlaceIsEncodedAnew() {
        try (DiskVectors before = vectors(KEYS)) {
            before.encodeAll();
            encoded.set(0);
            long[] changed = KEYS.clone();
            changed[17] = 5;
            try (DiskVectors after = vectors(changed)) {
                after.encodeAll();
                assertThat(encoded).hasValue(units(17).size());
                assertThat(after.near(vector("17.1"), 5)).first().isEqualTo(17);
                assertThat(before.near(vector("17.1"), 5)).first().isEqualTo(17);
            }
        }
    }

    /** What was encoded until the interrupt is there; the rest is encoded when it is compared. */
    @Test
    void anInterruptEndsItEarly() {
        Thread asking = Thread.currentThread();
        try (DiskVectors disk = new DiskVectors(index(), KEYS, DiskVectorsTest::units, unit -> {
            if (unit.equals("100.0")) {
                asking.interrupt();
                while (asking.isInterrupted()) {
                    Thread.onSpinWait();
                }
            }
            return encode(unit);
        })) {
            disk.encodeAll();
            assertThat(Thread.interrupted()).isTrue();
            int soFar = encoded.get();
            assertThat(disk.near(vector("17.1"), 5)).first().isEqualTo(17);
            disk.nearest(vector("17.1"), 17);
            assertThat(encoded).hasValue(soFar);
            assertThat(disk.nearest(vector("200.2"), 200)).isGreaterThan(0.99);
            assertThat(encoded.get()).isGreaterThan(soFar);
        }
    }

    private DiskVectors vectors(long[] keys) {
        return new DiskVectors(index(), keys, DiskVectorsTest::units, this::encode);
    }

    private ContentIndex index() {
        return new ContentIndex(folder, "test", DiskVectors::writing);
    }

    private static float[] vector(String unit) {
        Random random = new Random(unit.hashCode());
        float[] vector = new float[DIMENSIONS];
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            sum += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(sum);
        }
        return vector;
    }
}
