package fr.juliu.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process whose memory is full ends, rather than to live on without the threads that died of it. */
@Tag("integration")
final class OutOfMemoryTest {

    private static final int EXIT = 3;

    @Test
    void aThreadThatDiesOfItEndsTheProcess() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Full.class.getName())
                .inheritIO().start();
        try {
            assertThat(process.waitFor()).isEqualTo(EXIT);
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "pom.xml", "docs/OPERATING.md"})
    void soDoesTheJvmsOwnSwitchWhereverTheAppIsRun(String file) throws IOException {
        assertThat(Files.readString(Path.of(file))).contains("-XX:+ExitOnOutOfMemoryError");
    }

    /** Fills the memory from a thread that nobody waits for, and then lives on. */
    static final class Full {

        private Full() {
        }

        public static void main(String[] arguments) throws InterruptedException {
            OutOfMemory.watch();
            Thread.ofPlatform().daemon().start(() -> {
                Object kept = "";
                while (true) {
                    kept = List.of(kept, new long[100_000]);
                }
            });
            Thread.currentThread().join();
        }
    }
}
