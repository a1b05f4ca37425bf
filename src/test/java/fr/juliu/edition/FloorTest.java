package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.decide.DialogueState;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many questions are answered rightly over the project's own articles, against the floors of a committed file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(1)
final class FloorTest {

    private static final List<String> BEFORE = List.of("法国人配偶居留可以网上申请吗", "入籍法语要什么水平", "学生居留能网上申请吗",
            "哪些居留可以网上办", "工签换工作要重新办工作许可吗", "十年卡要住满几年", "网站报错提交不了怎么办");
    /** One question in so many is asked again after another. */
    private static final int EVERY = Amount.of(20, 5);
    private static final int ENOUGH_TO_JUDGE = 30;

    private final Properties floors = new Properties();
    private final Map<Path, List<Told>> told = new HashMap<>();
    private final Edition edition = QuestionSets.edition(EnumSet.allOf(Part.class));

    /**
     * How a question was answered.
     *
     * @param certainty from 0 to 1
     */
    private record Told(double certainty, boolean right) {
    }

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
        List<Told> asked = told(questions);
        assertThat(asked).hasSameSizeAs(Files.readAllLines(questions));
        holds(floor, (int) asked.stream().filter(Told::right).count(), asked.size());
    }

    /**
     * Certainty means what it says: of the answers given at 0.8 to 0.9, about so many are what was asked for. How likely
     * old facts still hold, which lowers the confidence, no known question tells.
     */
    @Test
    void certaintyIsTheShareThatIsRight() throws IOException {
        Map<Integer, List<Told>> buckets = Stream.of(told(QuestionSets.KNOWN), told(QuestionSets.UNSEEN_TOPICS))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(one -> (int) (10 * one.certainty()), TreeMap::new, Collectors.toList()));
        buckets.forEach((bucket, all) -> {
            double share = (double) all.stream().filter(Told::right).count() / all.size();
            System.out.printf(Locale.ROOT, "certainty %.1f to %.1f: %d answers, %.1f %% right%n", bucket / 10.0,
                    (bucket + 1) / 10.0, all.size(), 100 * share);
            if (all.size() >= ENOUGH_TO_JUDGE) {
                assertThat(share).as("share right at certainty %s", bucket / 10.0).isBetween(bucket / 10.0 - 0.1,
                        Math.min(1, bucket / 10.0 + 0.2));
            }
        });
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

    /** The first article alone, which nothing teaches: all of its places claim. */
    @Test
    void enoughAnswersAreRightWithoutTeachers() throws IOException {
        try (Edition article = QuestionSets.article(EnumSet.allOf(Part.class))) {
            Scorecard unseen = Scorecard.of(article, QuestionSets.read(QuestionSets.UNSEEN));
            holds("unseen", unseen.right(), unseen.total());
            Scorecard own = Scorecard.of(article, QuestionSets.ofTheArticle());
            holds("article", own.right(), own.total());
        }
    }

    /** The questions of a file, asked once for all tests. */
    private List<Told> told(Path questions) throws IOException {
        List<Told> known = told.get(questions);
        if (known == null) {
            Answerer answerer = edition.answerer().leavingOneOut();
            Scorer scorer = Scorer.of(edition.library());
            known = new ArrayList<>();
            for (KnownQuestion question : QuestionSets.read(questions)) {
                Reply reply = Scorecard.reply(answerer, question);
                known.add(new Told(reply.answer().certainty(),
                        scorer.isRight(question, AnswerDocument.of(question.id(), reply, false))));
            }
            told.put(questions, known);
        }
        return known;
    }

    private void holds(String floor, int right, int total) {
        double share = (double) right / total;
        String figures = String.format(Locale.ROOT, "%s: %d of %d right (%.1f %%), floor %s", floor, right, total,
                100 * share, floors.getProperty(floor));
        System.out.println(figures);
        assertThat(share).as(figures).isGreaterThanOrEqualTo(Double.parseDouble(floors.getProperty(floor)));
    }
}
