package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.trust.Alone;
import fr.juliu.trust.Fuzz;
import fr.juliu.trust.Mutation;
import fr.juliu.trust.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Our own folder, changed by chance: what is broken is named by file and line, and the rest is read. */
@Tag("trust")
@Timeout(3600)
@ResourceLock(providers = Alone.class)
final class FoldersFuzzTest {

    private static final Path OURS = Path.of("knowledge");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final int EXTRACT = 4000;
    private static final int QUESTIONS = 30;

    private final Folder folder;

    FoldersFuzzTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void noFolderIsTooMuch() throws IOException {
        List<String> articles = new ArrayList<>();
        try (Stream<Path> files = Files.list(OURS)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
                String text = Files.readString(file);
                articles.add(text.substring(0, Math.min(EXTRACT, text.length())));
            }
        }
        Mutation changed = new Mutation(articles);
        Fuzz.run("folders", Trust.of(40, 10_000), random -> List.of(changed.of(random), changed.of(random)),
                texts -> {
                    folder.with("a.md", texts.getFirst()).with("b.md", texts.getLast());
                    assertThat(read()).isNotNull();
                });
    }

    @Test
    void noFileOfQuestionsIsTooMuch() throws IOException {
        List<String> lines = Files.readAllLines(OURS.resolve("questions.jsonl"));
        folder.with("a.md", Folder.HEAD + "甲");
        Mutation changed = new Mutation(lines);
        Fuzz.run("files of known questions", Trust.of(50, 10_000), random -> some(changed, random), file -> {
            folder.with("questions.jsonl", file);
            assertThat(read()).isNotNull();
        });
    }

    private Library read() {
        return new LibraryReader(folder.path(), null, CLOCK).read();
    }

    private static byte[] some(Mutation changed, Random random) {
        StringBuilder file = new StringBuilder();
        for (int line = random.nextInt(QUESTIONS); line >= 0; line--) {
            file.append(changed.of(random)).append('\n');
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
