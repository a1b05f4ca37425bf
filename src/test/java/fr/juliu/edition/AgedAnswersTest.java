package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Answer;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered from facts of every age, word for word, in December 2026. */
final class AgedAnswersTest {

    private static final String FEES = """
            ---
            title: 补办居留卡的费用
            as_of: 2020-01
            ages: 金额
            ---
            这一篇讲补办居留卡 duplicata 的费用和期限。

            时效：定义，核对于 2026 年 11 月

            ## 补办居留卡要交多少钱

            补办居留卡一般要交 225 欧，用印花交。

            来源（2020 年 1 月）：[某律师](https://avocat.example.org/prix)、[service-public F21032](https://www.service-public.fr/particuliers/vosdroits/F21032)

            ## 补办居留卡能退钱吗

            补办居留卡交的钱不退。

            时效：核对于 2025 年 6 月

            来源（2020 年 1 月）：原资料未注明出处

            ## 补办居留卡可以分期付款吗

            补办居留卡的钱要一次付清，不能分期付款。

            时效：核对于 2026 年 11 月

            来源（2020 年 1 月）：[service-public F21032](https://www.service-public.fr/particuliers/vosdroits/F21032)

            ## 临时免费补办居留卡的活动

            洪水灾区的人，可以免费补办居留卡。

            时效：门槛，核对于 2026 年 5 月，有效至 2026 年 9 月

            来源（2026 年 5 月）：[préfecture](https://www.herault.gouv.fr/inondations)

            ## 补办居留卡要等几个星期

            补办居留卡要等几个星期，各省不一样。

            - **巴黎补办居留卡等多久？** 巴黎补办居留卡等六个星期。

            时效：手续

            来源（2024 年 7 月）：[甲](https://example.org/a)

            来源（2026 年 5 月）：[乙](https://example.org/b)
            """;
    private static final String TABLE = """
            ---
            title: 上线名单
            as_of: 2024-07
            source: https://administration-etrangers-en-france.interieur.gouv.fr
            ---
            ## 已经上线的居留

            | 日期 | 居留类型 |
            | --- | --- |
            | 2020 年 9 月 | 学生 étudiant |

            """;
    private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));

    private static final Calendar CLOCK = new Calendar();
    private static final Edition EDITION = edition();

    /** A clock that is set by hand. */
    private static final class Calendar extends Clock {

        private Instant now = YearMonth.of(2026, 12).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterAll
    static void close() {
        EDITION.close();
    }

    @Test
    void agedFactsBeginWithTheirAgeAndTheOfficialPage() {
        Reply reply = ask("补办居留卡要交多少钱");

        assertThat(reply.text()).isEqualTo("""
                这是 2020 年 1 月的数，多半已变。
                先看官方页：service-public F21032 https://www.service-public.fr/particuliers/vosdroits/F21032

                补办居留卡一般要交 225 欧，用印花交。

                资料截至 2020 年 1 月，以官方信息为准。
                来源：《补办居留卡的费用》补办居留卡要交多少钱
                某律师 https://avocat.example.org/prix""");
        assertThat(reply.answer().confidence()).isEqualTo(reply.answer().certainty() * (12 / 83.0));
        JsonNode json = json(reply);
        assertThat(json.get("sources").get(0).get("title").asString()).isEqualTo("service-public F21032");
        assertThat(json.get("age").toString()).isEqualTo(
                "{\"state\":\"aged\",\"kind\":\"金额\",\"date\":\"2020-01\",\"months\":83}");
    }

    @Test
    void factsALittlePastTheirSpanMayHaveChanged() {
        assertThat(ask("补办居留卡能退钱吗").text()).isEqualTo("""
                这是 2025 年 6 月核对的数，可能已变。
                先看官方页：居留卡丢了（service-public） https://www.service-public.fr/particuliers/vosdroits/F21032

                补办居留卡交的钱不退。

                资料截至 2020 年 1 月（2025 年 6 月核对过），以官方信息为准。
                来源：《补办居留卡的费用》补办居留卡能退钱吗
                （原资料未注明出处）""");
    }

    @Test
    void currentFactsAreToldAsTheyAre() {
        Reply reply = ask("补办居留卡可以分期付款吗");

        assertThat(reply.text()).isEqualTo("""
                补办居留卡的钱要一次付清，不能分期付款。

                资料截至 2020 年 1 月（2026 年 11 月核对过），以官方信息为准。
                来源：《补办居留卡的费用》补办居留卡可以分期付款吗
                service-public F21032 https://www.service-public.fr/particuliers/vosdroits/F21032""");
        assertThat(reply.answer().confidence()).isEqualTo(reply.answer().certainty());
        assertThat(json(reply).get("age").toString()).isEqualTo("{\"state\":\"current\",\"kind\":\"金额\","
                + "\"date\":\"2026-11\",\"months\":1,\"checked\":\"2026-11\"}");
    }

    @Test
    void endedFactsAreNeverToldAsCurrent() {
        Reply reply = ask("临时免费补办居留卡的活动");

        assertThat(reply.text()).isEqualTo("""
                这一段只管到 2026 年 9 月，现在已经过了，不能当现在的规定。
                先看官方页：préfecture https://www.herault.gouv.fr/inondations

                当时写的是：
                洪水灾区的人，可以免费补办居留卡。

                资料截至 2026 年 5 月，有效至 2026 年 9 月，以官方信息为准。
                来源：《补办居留卡的费用》临时免费补办居留卡的活动""");
        assertThat(reply.answer().confidence()).isLessThan(0.21);
        assertThat(json(reply).get("age").get("state").asString()).isEqualTo("ended");
        assertThat(json(reply).get("age").get("until").asString()).isEqualTo("2026-09");
    }

    @Test
    void wherePartOfTheFactsIsOldThatIsSaid() {
        assertThat(ask("巴黎补办居留卡等多久").text()).startsWith("这里有 2024 年 7 月的办法，可能已变。\n"
                + "先看官方页：居留卡丢了（service-public） https://www.service-public.fr/particuliers/vosdroits/F21032\n\n巴黎补办居留卡等六个星期。\n\n资料截至 2024 年 7 月"
                + "（部分到 2026 年 5 月），以官方信息为准。");
    }

    @Test
    void aTableSaysForHowLongItHasNotChanged(@TempDir Path folder) throws IOException {
        assertThat(askTable(folder, "", "游客居留能网上申请吗").text()).isEqualTo("""
                截至 2024 年 7 月，名单里没有：游客居留 visiteur。
                名单已经 29 个月没有更新，之后可能又加了：请先到 ANEF 上看一眼。
                没有上线的，照旧向居住地的 préfecture 申请。

                以官方信息为准。
                来源：《上线名单》已经上线的居留
                https://administration-etrangers-en-france.interieur.gouv.fr""");
    }

    @Test
    void aTableThatSomebodyCheckedSaysThatToo(@TempDir Path folder) throws IOException {
        Reply reply = askTable(folder, "时效：名单，核对于 2026 年 11 月\n", "游客居留能网上申请吗");

        assertThat(reply.answer()).isInstanceOf(Answer.NotListed.class);
        assertThat(reply.text()).contains("名单已经 29 个月没有更新（2026 年 11 月核对过），之后可能又加了");
        assertThat(reply.answer().confidence()).isEqualTo(reply.answer().certainty());
    }

    @Test
    void aTableThatNobodyCheckedIsLessSureOfWhatItLacksThanOfWhatItLists(@TempDir Path folder) throws IOException {
        String list = "时效：名单\n";
        Answer lacking = askTable(folder, list, "游客居留能网上申请吗").answer();
        Answer listed = askTable(folder, list, "学生居留能网上申请吗").answer();

        assertThat(lacking.confidence()).isEqualTo(lacking.certainty() * (12 / 29.0));
        assertThat(listed.confidence()).isEqualTo(listed.certainty());
    }

    @Test
    void aTableThatHasEndedSaysSoFirst(@TempDir Path folder) throws IOException {
        assertThat(askTable(folder, "时效：名单，有效至 2026 年 10 月\n", "学生居留能网上申请吗").text()).startsWith("""
                这一段只管到 2026 年 10 月，现在已经过了，不能当现在的规定。
                先看官方页：https://administration-etrangers-en-france.interieur.gouv.fr

                当时写的是：
                可以。学生 étudiant：2020 年 9 月起可以在 ANEF 网上办。
                """);
    }

    @Test
    void oneLineAndTheWholeSectionSayTheAgeToo() {
        Reply reply = ask("补办居留卡要交多少钱");

        assertThat(reply.verdict()).isEqualTo("补办居留卡一般要交 225 欧，用印花交。（截至 2020 年 1 月，多半已变）");
        assertThat(EDITION.answerer().pinned(reply, "问王老师", "补办要多少钱", "红", LocalDate.of(2026, 12, 1), 0.9).text())
                .contains("（截至 2020 年 1 月，多半已变）");
        assertThat(EDITION.text("duplicata.md", "补办居留卡要交多少钱").orElseThrow().plain())
                .startsWith("补办居留卡要交多少钱\n这是 2020 年 1 月的数，多半已变。\n先看官方页：service-public F21032 https://");
    }

    @Test
    void theLineIsNeitherQuotedNorFound() {
        assertThat(ask("时效 核对于 2026 年 11 月").text()).doesNotContain("时效：");
        assertThat(ask("補辦居留卡要交多少錢").display()).startsWith("這是 2020 年 1 月的數，多半已變。");
    }

    @Test
    void anAnswerThatIsKeptAgesAllTheSame() {
        String question = "补办居留卡可以分期付款吗";
        Instant before = CLOCK.now;
        assertThat(ask(question).text()).startsWith("补办居留卡的钱要一次付清");
        try {
            CLOCK.now = Instant.parse("2027-12-01T00:00:00Z");
            assertThat(ask(question).text()).startsWith("这是 2026 年 11 月核对的数，可能已变。\n先看官方页：");
        } finally {
            CLOCK.now = before;
        }
    }

    private static Edition edition() {
        try {
            Path folder = Files.createTempDirectory("aged");
            Path fees = Files.writeString(folder.resolve("duplicata.md"), FEES);
            Edition edition = Edition.of(new LibraryReader(folder, null, CLOCK).read(), CONFIG, CLOCK, true);
            Files.delete(fees);
            Files.delete(folder);
            return edition;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply askTable(Path folder, String age, String question) throws IOException {
        Files.writeString(folder.resolve("liste.md"), TABLE + age);
        try (Edition table = Edition.of(new LibraryReader(folder, null, CLOCK).read(), CONFIG, CLOCK, false)) {
            return table.answerer().ask(question);
        }
    }

    private static Reply ask(String question) {
        return EDITION.answerer().ask(question);
    }

    private static JsonNode json(Reply reply) {
        return new JsonMapper().valueToTree(AnswerDocument.of(null, reply, false));
    }
}
