package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is read again and again by the same reader. */
final class ParsedArticlesTest {

    private static final String TABLE = Folder.HEAD + "## 居留\n\n" + Folder.TABLE + "| 2024 年 9 月 | 学生 étudiant |\n";

    private final Path path;
    private final Folder folder;
    private Instant now = Instant.parse("2024-08-15T12:00:00Z");
    private final LibraryReader reader;

    ParsedArticlesTest(@TempDir Path path) {
        this.path = path;
        folder = new Folder(path).with("a.md", Folder.HEAD + "见[乙](b.md)。").with("t.md", TABLE);
        reader = new LibraryReader(path, null, clock(() -> now));
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void onlyAFileThatHasChangedIsParsed() {
        Library before = reader.read();
        assertThat(reader.read()).isEqualTo(before);
        assertThat(reader.read().articles().getFirst()).isSameAs(before.articles().getFirst());
        folder.with("a.md", Folder.HEAD + "别的话。");
        Library after = reader.read();
        assertThat(after.articles().getFirst().sections().toString()).contains("别的话");
        assertThat(after.articles().getLast()).isSameAs(before.articles().getLast());
    }

    /** Its problems are told each time, and go with the file that a link leads to. */
    @Test
    void anotherFileMayMendALink() throws IOException {
        Library before = reader.read();
        assertThat(before.problems()).anySatisfy(problem -> assertThat(problem.message()).contains("b.md"));
        assertThat(reader.read().problems()).isEqualTo(before.problems());
        folder.with("b.md", Folder.HEAD + "乙。");
        assertThat(reader.read().problems()).noneSatisfy(problem -> assertThat(problem.message()).contains("\"b.md"));
        Files.delete(path.resolve("b.md"));
        assertThat(reader.read().problems()).isEqualTo(before.problems());
    }

    @Test
    void onAnotherDayAllIsParsed() {
        Article before = reader.read().articles().getLast();
        now = now.plus(Duration.ofDays(60));
        Article after = reader.read().articles().getLast();
        assertThat(after).isNotSameAs(before);
    }
}
