package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sections a keeper is to look at first. */
final class DueTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 8, 15);

    private final Folder folder;

    DueTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void whatIsFreshIsNotDue() {
        folder.with("a.md", Folder.HEAD + "甲。\n" + section("乙", "金额", "2023 年 8 月") + section("丙", "定义", "2020 年 1 月"));
        assertThat(due(TODAY, Map.of())).isEmpty();
    }

    @Test
    void withoutCountsWhatIsFurthestPastItsSpanComesFirst() {
        folder.with("a.md", Folder.HEAD + "甲。\n" + section("定义的", "定义", "2014 年 1 月")
                + section("手续的", "手续", "2020 年 1 月") + section("金额的", "金额", "2021 年 1 月"));

        assertThat(due(TODAY, Map.of())).extracting(Due::heading).containsExactly("金额的", "手续的", "定义的");
        assertThat(due(TODAY, Map.of()).getFirst()).hasToString(
                "a.md:23: \"金额的\" 金额 of 2021-01, 43 months ago, which is more than 12");
    }

    @Test
    void whatIsAskedMoreComesFirst() {
        folder.with("a.md", Folder.HEAD + "甲。\n" + section("一", "金额", "2021 年 1 月")
                + section("二\n\n- **二里的问题？** 答。", "手续", "2020 年 1 月"));

        List<Due> due = due(TODAY, Map.of("二里的问题？", 3, "二", 1, "别的", 100));
        assertThat(due).extracting(Due::heading, Due::asked).containsExactly(tuple("二", 4),
                tuple("一", 0));
        assertThat(due.getFirst().toString()).endsWith("which is more than 24; asked 4 times");
    }

    @Test
    void whatEndsComesBeforeAllOthers() {
        folder.with("a.md", Folder.HEAD + "甲。\n" + section("旧的", "金额", "2010 年 1 月")
                + section("快到的", "手续，有效至 2024 年 9 月", "2024 年 8 月")
                + section("过了的", "手续，有效至 2024 年 7 月", "2024 年 8 月"));

        assertThat(due(TODAY, Map.of("旧的", 50))).extracting(Due::toString).containsExactly(
                "a.md:23: \"过了的\" held until 2024-07; write what holds now",
                "a.md:15: \"快到的\" holds until 2024-09; look what holds after it",
                "a.md:7: \"旧的\" 金额 of 2010-01, 175 months ago, which is more than 12; asked 50 times");
    }

    @ParameterizedTest
    @CsvSource({"2024-10-31, false", "2024-11-01, true", "2024-12-31, true"})
    void theKeeperIsToldSixtyDaysBeforeTheEnd(LocalDate today, boolean told) {
        folder.with("a.md", Folder.HEAD + section("甲", "定义，有效至 2024 年 12 月", "2024 年 8 月"));
        assertThat(due(today, Map.of()).stream().anyMatch(due -> due.why() == Due.Why.ENDING)).isEqualTo(told);
    }

    @Test
    void whereNothingTellsHowFastFactsAgeTheOneSpanOfTheSettingsHolds() {
        folder.with("a.md", Folder.HEAD + "甲。\n\n## 乙\n\n丁。\n\n来源（2021 年 8 月）：戊\n").with("b.md",
                Folder.UNDATED + "甲。\n");

        assertThat(due(TODAY, Map.of())).extracting(Due::toString)
                .containsExactly("a.md:7: \"乙\" of 2021-08, 36 months ago, which is more than 18");
    }

    private List<Due> due(LocalDate today, Map<String, Integer> asked) {
        return Due.of(folder.read(), Period.ofMonths(18), today, asked);
    }

    private static String section(String heading, String kind, String month) {
        return "\n## " + heading + "\n\n字。\n\n时效：" + kind + "\n\n来源（" + month + "）：乙\n";
    }
}
