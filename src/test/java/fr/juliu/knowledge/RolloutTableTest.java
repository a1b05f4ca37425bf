package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables 日期 | 居留类型 and the month they describe. */
final class RolloutTableTest {

    private final Folder folder;

    RolloutTableTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void anEntryKeepsTheCellsAsWritten() {
        Section section = folder.section(Folder.TABLE + "| **2024 年 7 月** | **续** 10 年卡<br>人道主义：*a* |\n{: .x}\n");

        assertThat(section.tables().getFirst().entries()).containsExactly(
                new RolloutEntry("2024 年 7 月", YearMonth.of(2024, 7), "续 10 年卡", "续 10 年卡 人道主义：a", null,
                        Set.of(Qualifier.RENEWAL), 7),
                new RolloutEntry("2024 年 7 月", YearMonth.of(2024, 7), "a", "续 10 年卡 人道主义：a", "人道主义", Set.of(), 7));
        assertThat(section.blocks())
                .containsExactly(new Block(Block.Kind.ROLLOUT, "2024 年 7 月 | 续 10 年卡 人道主义：a", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"日期 | 居留类型\n--- | ---\n2023 年 | 学生\n",
            "| **日 期** | 居留 类型 | 备注 |\n|-|-|-|\n| 2023 年 | 学生 | 新 |\n",
            "|日期|居留类型|\n|-|-|\n|2023 年|学生|多|余|\n", "> | 日期 | 居留类型 |\n> |-|-|\n> | 2023 年 | 学生 |\n",
            "- 甲\n\n  | 日期 | 居留类型 |\n  |-|-|\n  | 2023 年 | 学生 |\n"})
    void theHeaderMakesTheTable(String markdown) {
        assertThat(folder.section(markdown).tables().getFirst().entries()).extracting(RolloutEntry::permit)
                .containsExactly("学生");
    }

    @ParameterizedTest
    @ValueSource(strings = {"| 居留类型 | 日期 |\n|-|-|\n| 学生 | 2023 年 |\n", "| 日期 | 费用 |\n|-|-|\n| 2023 年 | 75 |\n"})
    void otherTablesAreNone(String markdown) {
        assertThat(folder.section(markdown).tables()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            目前（2024 年 3 月），有      → 2024-03
            目前(2024年3月)，有           → 2024-03
            目前（ ２０２４ 年 ３ 月 ）有 → 2024-03
            目前（2024 年 13 月）有       → 2024-06
            2024 年 3 月                  → 2024-06
            目前                          → 2024-06
            """)
    void theParagraphAboveTellsTheMonthElseTheNewestRowThatIsNoPlan(String above, YearMonth asOf) {
        Article article = folder.with("a.md", Folder.UNDATED + above + "\n\n" + Folder.TABLE
                + "| 2024 年 12 月 | 商人 |\n| 2024 年 6 月 | 学生 |\n| 2023 年 | 游客 |\n").read().articles().getFirst();

        assertThat(article.sections().getFirst().tables().getFirst().asOf()).isEqualTo(asOf);
        assertThat(article.asOf()).isEqualTo(asOf);
    }

    @Test
    void theFrontMatterTellsItFirst() {
        assertThat(folder.section("（2024 年 3 月）\n" + Folder.TABLE + "| 2023 年 | 学生 |\n").tables().getFirst().asOf())
                .isEqualTo(YearMonth.of(2024, 5));
    }

    @Test
    void aTableOfPlansHasNoMonth() {
        Library library = folder.with("a.md", Folder.UNDATED + Folder.TABLE + "| 2025 年 | 学生 |\n").read();

        assertThat(library.articles().getFirst().asOf()).isNull();
        assertThat(library.problems()).extracting(Problem::severity).containsExactly(Problem.Severity.WARNING);
    }
}
