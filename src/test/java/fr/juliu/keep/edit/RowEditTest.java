package fr.juliu.keep.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.juliu.keep.Articles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows of a rollout table that are added, changed and taken out. */
final class RowEditTest {

    private static final String ROWS = "| 2023 年 4 月 | 学生 étudiant |\n| 2023 年 6 月 | 游客 visiteur |\n";
    private static final String TEXT = Articles.table(ROWS).replace("| 日期", "名单（2026 年 10 月）：\n\n| 日期");

    @Test
    void rowsAreRead() {
        assertThat(RowEdit.rows(TEXT)).extracting(RowEdit.Row::date, RowEdit.Row::permits).containsExactly(
                tuple("2023 年 4 月", "学生 étudiant"),
                tuple("2023 年 6 月", "游客 visiteur"));
        assertThat(RowEdit.asOf(TEXT)).isEqualTo("2026-10");
        assertThat(RowEdit.rows(Articles.HEAD + "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n")).isEmpty();
    }

    @Test
    void aNewRowStandsFirstAndTheMonthFollowsIt() {
        assertThat(apply(new RowEdit("", "2026 年 11 月", "**续** 厨师", "2026-11"))).contains(TEXT
                .replace("| --- | --- |\n", "| --- | --- |\n| 2026 年 11 月 | **续** 厨师 |\n")
                .replace("as_of: 2026-10", "as_of: 2026-11").replace("（2026 年 10 月）", "（2026 年 11 月）"));
    }

    @Test
    void aRowIsChangedWhereverItStands() {
        String moved = TEXT.replace("## ", "# ").replace("\n# 名单", "\n前面多了一段。\n\n# 名单");
        assertThat(new RowEdit("| 2023 年 6 月 | 游客 visiteur |", "2023 年 7 月", "游客 visiteur\n、厨|师", "")
                .apply(moved, text -> List.of()))
                .contains(moved.replace("| 2023 年 6 月 | 游客 visiteur |", "| 2023 年 7 月 | 游客 visiteur 、厨\\|师 |"));
    }

    @Test
    void aRowIsTakenOut() {
        assertThat(apply(new RowEdit("| 2023 年 6 月 | 游客 visiteur |", "", "", "")))
                .contains(TEXT.replace("| 2023 年 6 月 | 游客 visiteur |\n", ""));
    }

    @Test
    void aRowThatSomebodyChangedIsStale() {
        assertThat(apply(new RowEdit("| 2023 年 6 月 | 游客 |", "2023 年 7 月", "游客", ""))).isEmpty();
        assertThat(new RowEdit("", "2026 年 11 月", "厨师", "").apply(Articles.HEAD, text -> List.of()))
                .as("without a table").isEmpty();
    }

    private static Optional<String> apply(RowEdit edit) {
        return edit.apply(TEXT, text -> List.of());
    }
}
