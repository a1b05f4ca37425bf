package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Answer;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.AnswerDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a card is to be renewed whose last day is named, on 30 November 2026: over the articles that it takes. */
final class RenewalTest {

    private static final Path TUNING = Path.of("src/test/resources/renewal-tuning.txt");
    private static final List<String> ARTICLES = List.of("renouvellement.md", "demande-en-ligne.md",
            "voyages-et-retour.md", "changement-adresse-perte.md");
    private static final String ONLINE = "在网上续居留，提前多久交";
    private static final String COUNTER = "不能在网上办的居留，提前多久去续";
    private static final String LATE = "续居留交晚了要缴多少钱";

    @TempDir
    private static Path folder;
    private static Edition edition;
    private static Edition byTables;

    @BeforeAll
    static void open() throws IOException {
        for (String article : ARTICLES) {
            Files.copy(Path.of("knowledge", article), folder.resolve(article));
        }
        edition = edition("2026-11-30T12:00:00Z", EnumSet.allOf(Part.class));
        byTables = edition("2026-11-30T12:00:00Z", EnumSet.complementOf(EnumSet.of(Part.VECTORS)));
    }

    @AfterAll
    static void close() {
        edition.close();
        byTables.close();
    }

    static Stream<Arguments> days() {
        return Stream.of(Arguments.of("卡 1 月 20 日到期, 现在能交吗", LATE, """
                按 2027 年 1 月 20 日到期算（您没写年份）：网上续的，2026 年 9 月 20 日到 2026 年 11 月 20 日之间交（到期前 4 到 2 个月）。
                今天是 2026 年 11 月 30 日，这段时间已经过了，请尽快交：晚交要缴 180 欧，居留税另算。
                不能网上办的居留，大约 2026 年 11 月 20 日去 préfecture 办。
                """), Arguments.of("学生居留 2027 年 3 月 15 日到期，几号可以开始续", ONLINE, """
                按 2027 年 3 月 15 日到期算：网上续的，2026 年 11 月 15 日到 2027 年 1 月 15 日之间交（到期前 4 到 2 个月）。
                今天是 2026 年 11 月 30 日，正在这段时间里，现在可以交；2027 年 1 月 15 日以后交算晚，要缴 180 欧，居留税另算（见“续居留交晚了要缴多少钱”）。
                """), Arguments.of("学生居留 2027 年 6 月 30 日到期，现在能交吗", ONLINE, """
                按 2027 年 6 月 30 日到期算：网上续的，2027 年 2 月 28 日到 2027 年 4 月 30 日之间交（到期前 4 到 2 个月）。
                今天是 2026 年 11 月 30 日，还早，2027 年 2 月 28 日起可以交。
                """), Arguments.of("学生居留 3 月底到期，什么时候可以续", ONLINE, """
                按 2027 年 3 月到期算（您没写年份）：网上续的，大约 2026 年 11 月到 2027 年 1 月之间交（到期前 4 到 2 个月）。
                今天是 2026 年 11 月 30 日，这个月开始，要看卡上是哪一天，往前数 4 个月。
                """), Arguments.of("salarié 居留 2 月 10 日到期，什么时候可以续", COUNTER, """
                按 2027 年 2 月 10 日到期算（您没写年份）：不能网上办的，大约 2026 年 12 月 10 日（到期前 2 个月）向 préfecture 申请。
                今天是 2026 年 11 月 30 日，还没到时候；有的 préfecture 要求更早，先看它的网页。
                """), Arguments.of("学生居留 11 月 20 日到期，什么时候可以续", ONLINE, """
                按 2027 年 11 月 20 日到期算（您没写年份）：网上续的，2027 年 7 月 20 日到 2027 年 9 月 20 日之间交（到期前 4 到 2 个月）。
                今天是 2026 年 11 月 30 日，还早，2027 年 7 月 20 日起可以交。
                如果您说的是 2026 年，卡已经过期：请不要等，尽快去问怎么补办。
                """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void theDatesStandAboveTheSectionWithTheRule(String question, String section, String lines) {
        AnswerDocument document = AnswerDocument.of(null, edition.answerer().ask(question), false);
        assertThat(document.section()).isEqualTo(section);
        assertThat(document.text()).startsWith(lines + "\n").contains("来源：《续居留");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void theyDoWithoutTheModel(String question, String section, String lines) {
        assertThat(byTables.answerer().ask(question).text()).startsWith(lines + "\n");
    }

    static Stream<Arguments> tuning() throws IOException {
        return Files.readAllLines(TUNING).stream().filter(line -> !line.startsWith("#"))
                .map(line -> Arguments.of(line.startsWith("+"), line.substring("+ | ".length())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tuning")
    void onlyWhoAsksWhenGetsDates(boolean asks, String question) {
        assertThat(edition.answerer().ask(question).answer() instanceof Answer.FromSection section
                && !section.dates().isEmpty()).isEqualTo(asks);
    }

    @Test
    void theDatesAreThoseOfTheDay() {
        String question = "学生居留 2027 年 3 月 15 日到期，现在能交吗";
        try (Edition later = edition("2027-02-01T12:00:00Z", EnumSet.complementOf(EnumSet.of(Part.VECTORS)))) {
            assertThat(edition.answerer().ask(question).text()).contains("正在这段时间里");
            assertThat(later.answerer().ask(question).text()).contains("今天是 2027 年 2 月 1 日，这段时间已经过了");
        }
    }

    @Test
    void aFolderWithoutTheRuleTellsNoDates() {
        try (Edition article = QuestionSets.article(EnumSet.complementOf(EnumSet.of(Part.VECTORS)))) {
            assertThat(article.answerer().ask("学生居留 2027 年 3 月 15 日到期，现在能交吗").text()).doesNotContain("到期算");
        }
    }

    private static Edition edition(String now, EnumSet<Part> parts) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return Edition.of(new LibraryReader(folder, null, clock).read(), new ConfigFolder(Path.of("config")), clock,
                parts);
    }
}
