package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorCacheTest {

    private static final Offset<Float> A_STEP = within(0.8f / 127 / 2 + 1e-6f);

    private final Path file;

    VectorCacheTest(@TempDir Path folder) {
        file = folder.resolve("data").resolve("vectors.bin");
    }

    @Test
    void vectorsOutliveTheProcess() throws IOException {
        written("a", "学生居留", 0.6f, -0.8f);
        assertThat(read("a").get("学生居留")).containsExactly(new float[]{0.6f, -0.8f}, A_STEP);
        assertThat(read("a").get("游客居留")).isNull();
        assertThat(read("a").isChanged()).isFalse();
    }

    @Test
    void whatNobodyAsksForIsForgotten() throws IOException {
        written("a", "学生居留", 0.6f, -0.8f);
        VectorCache cache = read("a");
        cache.put("游客居留", new float[]{1, 0});
        cache.write(file);
        assertThat(read("a").get("学生居留")).isNull();
        assertThat(read("a").get("游客居留")).isNotNull();
    }

    @Test
    void theVectorsOfAnotherModelAreNone() throws IOException {
        written("a", "学生居留", 0.6f, -0.8f);
        assertThat(read("b").get("学生居留")).isNull();
    }

    @Test
    void aDamagedFileCountsAsEmpty() throws IOException {
        written("a", "学生居留", 0.6f, -0.8f);
        byte[] bytes = Files.readAllBytes(file);
        for (int cut : new int[]{0, 5, bytes.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(bytes, cut));
            assertThat(read("a").get("学生居留")).as("%d bytes", cut).isNull();
        }
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(read("a").get("学生居留")).isNull();
    }

    private void written(String model, String text, float... vector) throws IOException {
        VectorCache cache = new VectorCache(model);
        cache.put(text, vector);
        cache.write(file);
    }

    private VectorCache read(String model) {
        VectorCache cache = new VectorCache(model);
        cache.read(file);
        return cache;
    }
}
