package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that end a section with where its facts come from. */
final class SourceNoteTest {

    private static final Link LAW = new Link("R5221-3", "https://a.fr/1");
    private static final Link CIRCULAR = new Link("Circulaire 2007-323", "https://a.fr/2");

    private final Folder folder;

    SourceNoteTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void aNoteIsNoText() {
        Section section = folder.section("最多 964 小时。\n\n来源（2021 年 8 月）：[R5221-3](https://a.fr/1)、"
                + "[Circulaire 2007-323](https://a.fr/2)\n");

        assertThat(section.blocks()).extracting(Block::text).containsExactly("最多 964 小时。");
        assertThat(section.notes())
                .containsExactly(new SourceNote(YearMonth.of(2021, 8), List.of(LAW, CIRCULAR), List.of(), 7));
        assertThat(section.links()).containsExactly(LAW, CIRCULAR);
    }

    @Test
    void ofSeveralMonthsTheOldestCounts() {
        Section section = folder.section("""
                甲。

                来源（2024 年 1 月）：[R5221-3](https://a.fr/1)
                来源（2021 年 8 月）：[Circulaire 2007-323](https://a.fr/2)
                """);

        assertThat(section.notes()).extracting(SourceNote::line).containsExactly(7, 8);
        assertThat(section.asOf()).isEqualTo(YearMonth.of(2021, 8));
        assertThat(section.sources()).containsExactly(LAW, CIRCULAR);
    }

    @Test
    void aNoteMayHaveNoLink() {
        Section section = folder.section("甲。\n\n来源(2021年08月): 原资料未注明出处\n");

        assertThat(section.asOf()).isEqualTo(YearMonth.of(2021, 8));
        assertThat(section.sources()).isEmpty();
        assertThat(section.notes()).flatExtracting(SourceNote::remarks).containsExactly("原资料未注明出处");
    }

    @Test
    void whatANoteSaysBesideItsLinksIsARemark() {
        Section section = folder.section("甲。\n\n来源（2021 年 8 月）：[R5221-3](https://a.fr/1)、[乙](https://a.fr/2)；"
                + "第几年能签，原资料未注明出处；五地的效力见 [R414-1](https://a.fr/3)\n");

        assertThat(section.notes()).flatExtracting(SourceNote::remarks)
                .containsExactly("第几年能签，原资料未注明出处", "五地的效力见 R414-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"来源：[甲](https://a.fr/1)", "来源（2021 年）：甲", "来源（2021 年 13 月）：甲", "资料来源（2021 年 8 月）：甲",
            "来源（2021 年 8 月）：甲\n也是正文"})
    void anythingElseIsText(String paragraph) {
        Section section = folder.section("甲。\n\n" + paragraph + "\n");

        assertThat(section.notes()).isEmpty();
        assertThat(section.asOf()).isNull();
        assertThat(section.blocks()).hasSize(2);
    }
}
