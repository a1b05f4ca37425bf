package fr.juliu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.KnownQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How the bot does on a larger folder: 17 articles of some 200 sections, which are not in {@code knowledge/} until it answers
 * them as surely as that. Run with {@code mvn test -Dtest=TopicsTest -DexcludedGroups=}.
 */
@Tag("benchmark")
final class TopicsTest {

    private static final Path TOPICS = Path.of("src/test/resources/topics");
    private static final Edition EDITION = QuestionSets.edition(TOPICS, EnumSet.allOf(Part.class));

    @Test
    void questionsOfItsWriters() throws IOException {
        print("questions", QuestionSets.read(TOPICS.resolve("questions.jsonl")));
    }

    @Test
    void questionsOfSomebodyElse() throws IOException {
        print("unseen", QuestionSets.read(TOPICS.resolve("unseen.jsonl")));
    }

    @Test
    void theFolderIsSound() {
        assertThat(EDITION.library().articles()).hasSize(17);
        assertThat(EDITION.library().problems())
                .allMatch(problem -> problem.message().contains("hold facts from before"));
    }

    private static void print(String name, List<KnownQuestion> questions) {
        Scorecard card = Scorecard.of(EDITION, questions);
        Map<String, Long> misses = new TreeMap<>(card.misses().stream().collect(Collectors.groupingBy(
                miss -> miss.question().outcome() + " answered by " + miss.answer().outcome(),
                Collectors.counting())));
        System.out.printf(Locale.ROOT, "topics, %s: %d of %d right (%.1f %%), wrong: %s%n", name, card.right(),
                card.total(), 100 * card.share(), misses);

        assertThat(card.total()).isEqualTo(questions.size());
    }
}
