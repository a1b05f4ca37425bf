package fr.juliu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many questions are answered rightly over the project's own articles, against the floors of a committed file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FloorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    private final Properties floors = new Properties();
    private final Edition edition = edition();

    @BeforeAll
    void readFloors() throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("src", "test", "resources", "floors.properties"))) {
            floors.load(reader);
        }
    }

    @AfterAll
    void close() {
        edition.close();
    }

    /** The questions are read beside no article, as the known questions of a folder of their own. */
    @ParameterizedTest
    @CsvSource({"known, knowledge/questions.jsonl", "unseen, src/test/resources/unseen.jsonl"})
    void enoughAnswersAreRight(String floor, Path questions, @TempDir Path folder) throws IOException {
        Files.copy(questions, folder.resolve("questions.jsonl"));
        List<KnownQuestion> asked = new LibraryReader(folder, null, CLOCK).read().questions();

        Scorecard card = Scorecard.of(edition, asked);

        String figures = String.format(Locale.ROOT, "%s: %d of %d right (%.1f %%), floor %s", floor, card.right(),
                card.total(), 100 * card.share(), floors.getProperty(floor));
        System.out.println(figures);
        assertThat((long) card.total()).isEqualTo(Files.readAllLines(questions).size());
        assertThat(card.share()).as(figures).isGreaterThanOrEqualTo(Double.parseDouble(floors.getProperty(floor)));
    }

    private static Edition edition() {
        Library library = new LibraryReader(Path.of("knowledge"), null, CLOCK).read();
        return Edition.of(library, new ConfigFolder(Path.of("config")), CLOCK, true);
    }
}
