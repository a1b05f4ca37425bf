package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a known question may write as its rows, and which rows of a table that is. */
final class ExpectedRowsTest {

    /** Of July 2024: the last row is a plan. */
    private static final RolloutTable TABLE = new RolloutTable(YearMonth.of(2024, 7),
            List.of(entry("2019-02", "甲", null), entry("2023-04", "乙", "人道主义"), entry("2023-10", "丙", "人道主义"),
                    entry("2024-07", "丁 visiteur", null), entry("2024-12", "戊", null)));

    @ParameterizedTest
    @CsvSource({"*,甲乙丙丁", "newest,丁", "oldest,甲", "of 2023,乙丙", "of 2023-10,丙", "of 2019..2020,甲", "of 2023-05..,丙丁戊",
            "of ..2023-04,甲乙", "group 人道主义,乙丙", "group 别的,''", "* except visiteur,甲乙丙", "of 2023 except 丙,乙"})
    void aTextIsComputedFromTheTables(String text, String permits) {
        assertThat(String.join("", ExpectedRows.of(List.of(text)).in(List.of(TABLE)).stream()
                .map(entry -> entry.permit().substring(0, 1)).toList())).isEqualTo(permits);
        assertThat(ExpectedRows.fault(List.of(text))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "of", "of next year", "of 2023-13", "of ..", "of 23", "newest one", "", "|学生",
            "*except 学生", "group"})
    void whatIsNeitherComputedNorARowIsAFault(String text) {
        assertThat(ExpectedRows.of(List.of(text))).isEqualTo(new ExpectedRows.Named(List.of(text)));
        assertThat(ExpectedRows.fault(List.of("2024 年 7 月|丁", text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "newest", "of 2023"})
    void ofSeveralTextsEachIsARow(String text) {
        assertThat(ExpectedRows.of(List.of(text, "2024 年 7 月|丁"))).isInstanceOf(ExpectedRows.Named.class);
    }

    private static RolloutEntry entry(String month, String permit, @Nullable String group) {
        return new RolloutEntry(month, YearMonth.parse(month), permit, permit, group, Set.of(), 1);
    }
}
