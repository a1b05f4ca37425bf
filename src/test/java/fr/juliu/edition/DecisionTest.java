package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import fr.juliu.decide.Explanation;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.AnswerDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a keeper teaches the bot by phrasings: on a folder of three sections that share most of their words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DecisionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String ARTICLE = """
            ---
            title: 学生居留的几件事
            as_of: 2026-01
            ---

            这里讲学生居留。

            ## 学生一年能工作多少小时

            学生一年最多工作 964 小时。

            ## 学生居留提前多久续

            到期前四个月到两个月之间交。

            ## 学生毕业以后换什么居留

            毕业以后可以换找工作的居留。
            """;
    private static final String PHRASINGS = """
            {"id": "1", "q": "打工打多了会超标吗，上限是几小时", "outcome": "section", "section": "学生一年能工作多少小时"}
            {"id": "2", "q": "一星期能在餐馆干几天", "outcome": "section", "section": "学生一年能工作多少小时"}
            {"id": "3", "q": "combien d'heures de travail étudiant", "outcome": "section", "section": "学生一年能工作多少小时"}
            {"id": "4", "q": "卡快到了，最早哪天能递", "outcome": "section", "section": "学生居留提前多久续"}
            {"id": "5", "q": "什么时候开始准备下一张卡", "outcome": "section", "section": "学生居留提前多久续"}
            {"id": "6", "q": "念完书想留下来找工作，身份怎么办", "outcome": "section", "section": "学生毕业以后换什么居留"}
            {"id": "7", "q": "拿到文凭之后办哪种卡", "outcome": "section", "section": "学生毕业以后换什么居留"}
            {"id": "8", "q": "学生卡丢了去哪报案", "outcome": "out-of-scope"}
            {"id": "9", "q": "学生一年能领多少小时的补课费", "outcome": "out-of-scope"}
            """;

    private Edition edition;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        edition = edition(folder, PHRASINGS);
    }

    @AfterAll
    void close() {
        edition.close();
    }

    @Test
    void aPhrasingIsAnsweredBySectionsThatShareNoWordWithIt() {
        assertThat(section("一星期能在餐馆干几天")).isEqualTo("学生一年能工作多少小时");
        assertThat(section("卡快到了，最早哪天能递")).isEqualTo("学生居留提前多久续");
    }

    @Test
    void whatIsNearToAPhrasingIsAnsweredLikeIt() {
        assertThat(section("念完书想留下来，身份该换成什么")).isEqualTo("学生毕业以后换什么居留");
        assertThat(section("combien d'heures peut travailler un étudiant")).isEqualTo("学生一年能工作多少小时");
    }

    @Test
    void whatIsNearToARefusedPhrasingIsRefusedForItsSake(@TempDir Path folder) throws IOException {
        String question = "学生一年能领多少小时补课费";
        assertThat(edition.answerer().ask(question).answer()).isInstanceOf(Answer.Unknown.class);
        String answered = PHRASINGS.lines().filter(line -> !line.contains("out-of-scope"))
                .collect(Collectors.joining("\n"));
        try (Edition without = edition(folder, answered)) {
            assertThat(without.answerer().ask(question).answer()).isInstanceOf(Answer.FromSection.class);
        }
    }

    @Test
    void aPhrasingTeachesNothingAboutItselfWhenItIsScored() {
        String taught = "一星期能在餐馆干几天";
        double known = votes(edition.answerer(), taught);
        double scored = votes(edition.answerer().leavingOneOut(), taught);
        assertThat(known).isGreaterThan(0.8);
        assertThat(scored).isLessThan(known - 0.2);
        assertThat(votes(edition.answerer().leavingOneOut(), taught + "？！")).isCloseTo(scored, within(0.05));
    }

    @Test
    void anExplanationTellsTheChancesAndTheNearestPhrasings() {
        Explanation.Judged judged = judged("学生卡丢了去哪里报案");
        assertThat(judged.none()).isGreaterThan(judged.section()).isGreaterThan(judged.table());
        assertThat(judged.votesToRefuse()).isGreaterThan(0.5);
        assertThat(judged.votesForTable()).isZero();
        assertThat(judged.teachers()).hasSize(5).first()
                .matches(teacher -> teacher.question().equals("学生卡丢了去哪报案") && teacher.likeness() > 0.9
                        && teacher.outcome().equals("out-of-scope") && teacher.sections().isEmpty());
        assertThat(judged.teachers()).isSortedAccordingTo(
                Comparator.comparingDouble(Explanation.Teacher::likeness).reversed());
        Explanation.Teacher taught = judged("一星期能在餐馆干几天").teachers().getFirst();
        assertThat(taught.outcome()).isEqualTo("section");
        assertThat(taught.sections()).containsExactly("学生一年能工作多少小时");
    }

    @Test
    void theJsonOfAnExplanationTellsThem() {
        JsonMapper json = new JsonMapper();
        JsonNode document = json.readTree(json.writeValueAsString(
                AnswerDocument.of(null, edition.answerer().ask("卡快到了，最早哪天能递"), true)));
        JsonNode judged = document.get("explain").get("judged");
        assertThat(judged.propertyNames()).containsExactlyInAnyOrder("section", "table", "none", "votesToRefuse",
                "votesForTable", "teachers");
        assertThat(judged.get("teachers").get(0).get("sections").get(0).asString()).isEqualTo("学生居留提前多久续");
    }

    @Test
    void whereNothingIsWeighedAnExplanationTellsNoChances() {
        assertThat(edition.answerer().ask("你好").explanation().get().judged()).isNull();
    }

    @Test
    void afterAWarmUpOnlyTheQuestionItselfIsEncoded(@TempDir Path folder) throws IOException {
        try (Edition warm = edition(folder, PHRASINGS)) {
            warm.warmUp();
            long before = warm.encoded();
            assertThat(warm.answerer().ask("念完书想留下来，身份该换成什么").answer()).isInstanceOf(Answer.FromSection.class);
            assertThat(warm.encoded()).isEqualTo(before + 1);
        }
    }

    @Test
    void anInterruptEndsAWarmUp(@TempDir Path folder) throws IOException {
        try (Edition cold = edition(folder, PHRASINGS)) {
            cold.answerer().ask("combien d'heures");
            long before = cold.encoded();
            Thread.currentThread().interrupt();
            cold.warmUp();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(cold.encoded()).isEqualTo(before);
            cold.warmUp();
            assertThat(cold.encoded()).isGreaterThan(before);
        }
    }

    @Test
    void aFolderWithoutPhrasingsAnswersForItself(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("etudiant.md"), ARTICLE);
        try (Edition untaught = edition(folder, true)) {
            assertThat(section(untaught, "学生一年能工作多少小时")).isEqualTo("学生一年能工作多少小时");
            assertThat(section(untaught, "居留提前多久可以续")).isEqualTo("学生居留提前多久续");
            assertThat(section(untaught, "巴黎哪里租房便宜")).isEmpty();
            assertThat(untaught.answerer().ask("居留卡丢了怎么补办").answer()).isInstanceOf(Answer.Unknown.class);
        }
    }

    /** Nothing that tables answer can be told of a folder without a table, whatever is asked of a permit. */
    @Test
    void aFolderWithoutATableSaysNothingOfRollouts() {
        for (String question : List.of("学生居留能网上申请吗", "居留卡丢了怎么补办", "换工作签证怎么弄", "哪些居留可以网上办")) {
            assertThat(edition.answerer().ask(question).answer()).as(question)
                    .isInstanceOfAny(Answer.Unknown.class, Answer.FromSection.class);
        }
    }

    /** Where nobody fulfils it, as on the command line. */
    @Test
    void aWishIsNoQuestion() {
        assertThat(edition.answerer().ask("转人工").answer()).isInstanceOf(Answer.Unknown.class);
        assertThat(edition.answerer().ask("满意").answer()).isInstanceOfSatisfying(Answer.Unknown.class,
                said -> assertThat(said.reason()).isEqualTo(Answer.Reason.THANKS));
    }

    /** The table is asked, too, but an urgent case comes first, and what helps stays to be found. */
    @Test
    void anUrgentCaseFindsItsSectionWhereNothingIsTaught(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("etudiant.md"), ARTICLE + """

                ## 居留过期了怎么办

                居留过期了，马上联系 préfecture 补办续签，晚交要缴 180 欧。

                ## 上线的居留

                | 日期 | 居留类型 |
                | --- | --- |
                | 2020 年 9 月 | 学生 étudiant |
                """);
        try (Edition untaught = edition(folder, true)) {
            assertThat(section(untaught, "学生居留过期了，还能网上续吗")).isEqualTo("居留过期了怎么办");
        }
    }

    @Test
    void withoutAModelTablesAloneAnswer(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("etudiant.md"), ARTICLE + """

                ## 上线的居留

                | 日期 | 居留类型 |
                | --- | --- |
                | 2020 年 9 月 | 学生 étudiant |
                """);
        try (Edition blind = edition(folder, false)) {
            assertThat(blind.answerer().ask("学生居留能网上申请吗").answer()).isInstanceOf(Answer.Listed.class);
            assertThat(blind.answerer().ask("学生一年能工作多少小时").answer()).isInstanceOf(Answer.Unknown.class);
        }
    }

    /** A keeper's new article works before anybody has taught how it is asked about, and takes nothing from what is taught. */
    @Test
    void anArticleThatNothingTeachesAnswersForItself(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("douane.md"), """
                ---
                title: 带现金出入法国
                as_of: 2026-01
                ---

                ## 带多少现金要申报

                身上带 10,000 欧元以上，过海关时要申报。

                ## 没有申报会怎样

                海关可以扣下现金，还要罚一半。
                """);
        try (Edition wider = edition(folder, PHRASINGS)) {
            assertThat(section(wider, "带多少现金过海关要申报")).isEqualTo("带多少现金要申报");
            assertThat(section(wider, "没申报现金海关会怎么处理")).isEqualTo("没有申报会怎样");
            assertThat(section(wider, "一星期能在餐馆干几天")).isEqualTo("学生一年能工作多少小时");
            assertThat(section(wider, "卡快到了，最早哪天能递")).isEqualTo("学生居留提前多久续");
            assertThat(section(wider, "学生卡丢了去哪里报案")).isEmpty();
        }
    }

    private Explanation.Judged judged(String question) {
        return Objects.requireNonNull(edition.answerer().ask(question).explanation().get().judged());
    }

    private static Edition edition(Path folder, String phrasings) throws IOException {
        Files.writeString(folder.resolve("etudiant.md"), ARTICLE);
        Files.createDirectory(folder.resolve("phrasings"));
        Files.writeString(folder.resolve("phrasings/etudiant.jsonl"), phrasings);
        return edition(folder, true);
    }

    private static Edition edition(Path folder, boolean model) {
        return Edition.of(new LibraryReader(folder, null, CLOCK).read(), new ConfigFolder(Path.of("config")), CLOCK,
                model);
    }

    private String section(String question) {
        return section(edition, question);
    }

    private static String section(Edition edition, String question) {
        Citation citation = edition.answerer().ask(question).answer().citation();
        return citation == null ? "" : citation.section();
    }

    private static double votes(Answerer answerer, String question) {
        List<Explanation.Scored> passages = answerer.ask(question).explanation().get().passages();
        return passages.stream().mapToDouble(passage -> passage.parts().getOrDefault("votes", 0.0)).max().orElse(0);
    }
}
