package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.understand.Aspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables say, what is left to prose, and how a place is told: over the first article. */
final class VerdictsTest {

    private static final Workbench BENCH = new Workbench(FirstArticle.folder());

    @AfterAll
    static void close() {
        BENCH.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生居留能网上申请吗", "学生居留", "学生网上续居留", "那学生居留呢"})
    void permitsAreNamed(String question) {
        assertThat(BENCH.verdicts.namesPermits(BENCH.read(question))).isTrue();
        assertThat(withoutProse(question)).containsInstanceOf(Answer.Listed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生网上买火车票打几折", "居留能网上申请吗", "今天天气怎么样"})
    void noPermitIsNamed(String question) {
        assertThat(BENCH.verdicts.namesPermits(BENCH.read(question))).isFalse();
    }

    @Test
    void aListIsToldUnlessProseIsAskedBesideIt() {
        assertThat(withoutProse("2021 年上线了哪些居留")).containsInstanceOf(Answer.Listing.class);
        assertThat(BENCH.verdicts.list(BENCH.read("2021 年上线的居留要多少钱"))).isEmpty();
    }

    @Test
    void aPointOfProseIsLeftToProse() {
        assertThat(BENCH.verdicts.isForProse(BENCH.read("学生居留要交多少钱"))).isTrue();
        assertThat(withoutProse("学生居留要交多少钱")).isEmpty();
        assertThat(BENCH.verdicts.isForProse(BENCH.read("学生居留能网上申请吗"))).isFalse();
    }

    @Test
    void aQuestionWithoutATypeIsAskedBack() {
        assertThat(withoutProse("居留能网上申请吗")).containsInstanceOf(Answer.Clarify.class);
        assertThat(BENCH.verdicts.clarify(BENCH.read("学生居留能网上申请吗"))).isEmpty();
        assertThat(BENCH.verdicts.clarify(BENCH.read("今天天气怎么样"))).isEmpty();
    }

    @Test
    void withoutTablesAllIsForProse(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.md"), "---\ntitle: 杂记\nas_of: 2026-01\n---\n\n## 印花税\n\n要缴 75 欧。\n");
        try (Workbench bench = new Workbench(folder)) {
            assertThat(bench.verdicts.hasTables()).isFalse();
            assertThat(bench.verdicts.isForProse(bench.read("学生居留能网上申请吗"))).isTrue();
            assertThat(bench.verdicts.withoutProse(bench.read("居留能网上申请吗"))).isEmpty();
        }
        assertThat(BENCH.verdicts.hasTables()).isTrue();
    }

    @Test
    void aPlaceIsToldWithWhereItStands() {
        Ranking ranking = BENCH.rank("如果在平台上申请有困难");
        Candidate best = ranking.candidates().getFirst();
        Answer.FromSection answer = BENCH.verdicts.section(ranking.question(), best);
        assertThat(answer.citation().section()).isEqualTo("如果在平台上申请有困难");
        assertThat(answer.certainty()).isEqualTo(best.confidence());
        assertThat(answer.help()).isEqualTo(Help.NONE);
        assertThat(answer.sentences()).isNotEmpty();
    }

    @Test
    void anUrgentCaseIsToldTheHelpBeforeASectionOrARefusal() {
        Help help = new Help("别等。", List.of());
        assertThat(BENCH.verdicts.urgent(answering("网站报错提交不了，卡已经过期了怎么办"), help))
                .isInstanceOfSatisfying(Answer.FromSection.class, section -> {
                    assertThat(section.help()).isEqualTo(help);
                    assertThat(section.certainty()).isEqualTo(Confidence.URGENT);
                });
        assertThat(BENCH.verdicts.urgent(BENCH.rank("我的居留被拒了怎么办"), help))
                .isInstanceOfSatisfying(Answer.Unknown.class, unknown -> assertThat(unknown.help()).isEqualTo(help));
    }

    @Test
    void aRefusalIsAsSureAsItIsSaidToBe() {
        assertThat(BENCH.verdicts.refusal(BENCH.rank("今天天气怎么样"), 0.42).confidence()).isEqualTo(0.42);
        assertThat(BENCH.verdicts.refusal(BENCH.rank("今天天气怎么样")).confidence()).isNotEqualTo(0.42);
    }

    /** Those that are online are no answer to who asks which are not. */
    @ParameterizedTest
    @ValueSource(strings = {"还有哪些居留不能在ANEF上办", "不在ANEF上的有哪些", "哪些居留没上ANEF", "哪几种不用在网上办", "目前哪些卡还无法网上申请", "哪些居留网上办不了",
            "网上还不能办的有哪些", "ANEF 上还没有的居留有哪些",
            "quels titres ne sont pas en ligne", "which permits are not available online"})
    void whatIsNotOnlineIsNotTheListOfWhatIs(String question) {
        assertThat(withoutProse(question)).as(question).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"哪些居留能不能网上办，列一下", "不知道哪些居留能网上申请", "不想跑警察局，哪些居留可以网上办", "能不能网上办的居留有哪些"})
    void whatLeavesItOpenIsTheList(String question) {
        assertThat(withoutProse(question)).as(question).get().isInstanceOf(Answer.Listing.class);
    }

    /** What is denied is something else, or nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"哪些居留不需要亲自去办", "不知道网上能办哪些居留", "不清楚网上可以办哪些", "差不多网上都能办的有哪些", "非欧盟的网上能办哪些",
            "未成年网上可以办哪些", "可以不可以在网上办的居留有哪些", "which other permits can I get, another one online", "不同居留网上怎么办"})
    void whatDeniesSomethingElseAsksForWhatIsOnline(String question) {
        assertThat(BENCH.read(question).asks(Aspect.Role.NOT_ONLINE)).as(question).isFalse();
    }

    @Test
    void anUrgentCaseThatNoPlaceAnswersGetsNoSection() {
        assertThat(BENCH.verdicts.urgent(BENCH.rank("网站报错提交不了，卡已经过期了怎么办"), new Help("别等。", List.of())))
                .isInstanceOf(Answer.Unknown.class);
    }

    /** All places, each taken for an answer. */
    private static Ranking answering(String question) {
        Ranking ranking = BENCH.rank(question);
        return new Ranking(ranking.question(),
                () -> ranking.candidates().stream().map(candidate -> candidate.at(0.9)).toList());
    }

    private static Optional<Answer> withoutProse(String question) {
        return BENCH.verdicts.withoutProse(BENCH.read(question));
    }
}
