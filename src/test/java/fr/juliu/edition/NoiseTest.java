package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.DialogueState;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.Gist;
import fr.juliu.trust.Fuzz;
import fr.juliu.trust.Mutation;
import fr.juliu.trust.Trust;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What means nothing gets no answer over the project's own articles, by itself or after a question on a permit. */
@Tag("trust")
@Timeout(3600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NoiseTest {

    private static final long SEED = 20261130;
    /** Of each kind. */
    private static final int TEXTS = Trust.of(200, 1700);
    private static final List<String> PERMITS = List.of("学生居留能网上申请吗", "salarié 能网上申请吗", "十年卡续签可以在线办吗", "游客",
            "家属团聚要多久");
    /** One in so many may be answered. */
    private static final int RARE = 100;
    /** After so many questions as many replies are kept as ever are. */
    private static final int KEPT_REPLIES = 15_000;

    private final Edition edition = QuestionSets.edition(EnumSet.allOf(Part.class));
    private final List<DialogueState> states = new ArrayList<>();
    private Map<String, List<String>> noise = Map.of();

    @BeforeAll
    void ask() {
        PERMITS.forEach(question -> states.add(edition.answerer().ask(question).state()));
        noise = new Noise(SEED, edition.library().articles() + " " + edition.library().questions()).texts(TEXTS);
    }

    @AfterAll
    void close() {
        edition.close();
    }

    @Test
    void noiseIsNotAnswered() {
        List<String> answered = new ArrayList<>();
        int asked = 0;
        for (var kind : noise.entrySet()) {
            for (String text : kind.getValue()) {
                asked++;
                told(text, null).ifPresent(answer -> answered.add(kind.getKey() + ": " + text + " → " + answer));
            }
        }
        holds("noise", answered, asked);
    }

    @Test
    void noiseIsNotAnsweredAfterAPermit() {
        List<String> answered = new ArrayList<>();
        int asked = 0;
        for (var kind : noise.entrySet()) {
            for (String text : kind.getValue()) {
                DialogueState before = states.get(asked++ % states.size());
                told(text, before).ifPresent(answer -> answered.add(kind.getKey() + ": " + text + " → " + answer));
            }
        }
        holds("noise after a permit", answered, asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a b", "w 12", "盕", "盕3", "綋9", "k b", "bor6", "カあβb", "👍👖🎹"})
    void whatHoldsNoKnownWordIsJunk(String text) {
        for (DialogueState before : states) {
            assertThat(told(text, null)).isEmpty();
            assertThat(told(text, before)).isEmpty();
        }
    }

    /** Words that shape a question are enough for one that leans on another. */
    @ParameterizedTest
    @CsvSource({"学生居留能网上申请吗, 为什么", "入籍法语要什么水平, 被谁删的", "学生居留能网上申请吗, 那呢"})
    void whatLeansOnAQuestionIsNoJunk(String question, String next) {
        Answerer answerer = edition.answerer();
        Answer answer = answerer.ask(next, answerer.ask(question).state()).answer();
        assertThat(answer)
                .matches(it -> !(it instanceof Answer.Unknown unknown && unknown.reason() == Answer.Reason.JUNK));
    }

    /** What people ask, changed by chance. */
    @Test
    void noQuestionIsTooMuch() {
        Mutation changed = new Mutation(
                edition.library().questions().stream().map(KnownQuestion::question).toList());
        Fuzz.run("questions", Trust.of(100, 50_000), KEPT_REPLIES, changed::of,
                question -> assertThat(edition.answerer().ask(question).display()).isNotBlank());
    }

    @Test
    void noiseLeavesTheThread() {
        DialogueState before = edition.answerer().ask("学生居留能网上申请吗").state();
        DialogueState after = edition.answerer().ask("盕3", before).state();
        assertThat(edition.answerer().ask("那游客呢", after).answer()).isInstanceOf(Answer.Listed.class);
    }

    private static void holds(String name, List<String> answered, int asked) {
        Trust.row("fuzz", Trust.number(asked) + " texts of " + name,
                String.format(Locale.ROOT, "%.2f %% answered", 100.0 * answered.size() / asked), "at most 1 %",
                answered.size() <= asked / RARE);
        assertThat(answered.size()).as("%s", answered).isLessThanOrEqualTo(asked / RARE);
    }

    /** What is answered, if anything. */
    private Optional<String> told(String text, @Nullable DialogueState before) {
        return Optional.of(edition.answerer().ask(text, before).answer())
                .filter(answer -> !(answer instanceof Answer.Unknown || answer instanceof Answer.Clarify))
                .map(Gist::verdict);
    }
}
