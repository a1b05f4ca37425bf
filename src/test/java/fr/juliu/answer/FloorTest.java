package fr.juliu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.KnownQuestion;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many questions are answered rightly over the project's own articles, against the floors of a committed file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FloorTest {

    private final Properties floors = new Properties();
    private final Edition edition = QuestionSets.edition(EnumSet.allOf(Part.class));

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

    /** The whole folder, of which a known question teaches nothing about itself. */
    @ParameterizedTest
    @CsvSource({"known, knowledge/questions.jsonl", "unseen.topics, src/test/resources/topics/unseen.jsonl"})
    void enoughAnswersAreRight(String floor, Path questions) throws IOException {
        List<KnownQuestion> asked = QuestionSets.read(questions);
        assertThat(asked).hasSameSizeAs(Files.readAllLines(questions));
        holds(floor, Scorecard.of(edition, asked));
    }

    /** The first article alone, which teaches nothing: the rules have to find what answers. */
    @Test
    void enoughAnswersAreRightWithoutTeachers() throws IOException {
        try (Edition article = QuestionSets.article(EnumSet.allOf(Part.class))) {
            holds("unseen", Scorecard.of(article, QuestionSets.read(QuestionSets.UNSEEN)));
            holds("article", Scorecard.of(article, QuestionSets.ofTheArticle()));
        }
    }

    private void holds(String floor, Scorecard card) {
        String figures = String.format(Locale.ROOT, "%s: %d of %d right (%.1f %%), floor %s", floor, card.right(),
                card.total(), 100 * card.share(), floors.getProperty(floor));
        System.out.println(figures);
        assertThat(card.share()).as(figures).isGreaterThanOrEqualTo(Double.parseDouble(floors.getProperty(floor)));
    }
}
