package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.DialogueState;
import fr.juliu.knowledge.KnownQuestion;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final List<String> BEFORE = List.of("法国人配偶居留可以网上申请吗", "入籍法语要什么水平", "学生居留能网上申请吗",
            "哪些居留可以网上办", "工签换工作要重新办工作许可吗", "十年卡要住满几年", "网站报错提交不了怎么办");
    /** One question in so many is asked again after another. */
    private static final int EVERY = 5;

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
    @CsvSource({"known, knowledge/questions.jsonl", "unseen.topics, src/test/resources/topics/unseen.jsonl",
            "unseen.people, src/test/resources/unseen-people.jsonl",
            "unseen.chatter, src/test/resources/unseen-chatter.jsonl",
            "follow-ups, src/test/resources/topics/follow-ups.jsonl",
            "follow-ups.held-out, src/test/resources/topics/follow-ups-held-out.jsonl"})
    void enoughAnswersAreRight(String floor, Path questions) throws IOException {
        List<KnownQuestion> asked = QuestionSets.read(questions);
        assertThat(asked).hasSameSizeAs(Files.readAllLines(questions));
        holds(floor, Scorecard.of(edition, asked));
    }

    /** A question that stands alone is answered in a conversation as by itself. */
    @Test
    void whatStandsAloneIsNotMixedWithTheQuestionBefore() throws IOException {
        List<KnownQuestion> alone = QuestionSets.read(QuestionSets.KNOWN).stream()
                .filter(known -> known.after().isEmpty()).toList();
        Answerer answerer = edition.answerer();
        List<String> changed = new ArrayList<>();
        int asked = 0;
        for (int i = 0; i < alone.size(); i += EVERY) {
            asked++;
            String question = alone.get(i).question();
            DialogueState before = answerer.ask(BEFORE.get(i % BEFORE.size())).state();
            if (!answerer.ask(question).digest().equals(answerer.ask(question, before).digest())) {
                changed.add(question);
            }
        }
        System.out.printf(Locale.ROOT, "asked after another question: %d of %d answered otherwise%n", changed.size(),
                asked);
        assertThat(changed.size()).as("%s", changed).isLessThanOrEqualTo(asked / 100);
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
