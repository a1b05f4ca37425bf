package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** List items that are questions with answers. */
final class PassageTest {

    private final Folder folder;

    PassageTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            - **能换吗？** 可以     → 能换吗？ → 可以
            - **要多久**：两个月    → 要多久   → 两个月
            - **要交钱**？ 要       → 要交钱？ → 要
            - **Comment faire** oui → Comment faire → oui
            1. **如何续签**<br>网上 → 如何续签 → 网上
            """)
    void aBoldLeadThatAsksIsAQuestion(String item, String question, String answer) {
        Passage passage = folder.section(item + "\n").passages().getFirst();

        assertThat(passage.question()).isEqualTo(question);
        assertThat(passage.answer()).isEqualTo(answer);
        assertThat(passage.line()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- **注意** 甲", "- 甲 **能换吗？** 乙", "- **能换吗？**", "**能换吗？** 甲", "- **Commentaire** 甲"})
    void otherBoldTextIsNone(String markdown) {
        assertThat(folder.section(markdown + "\n").passages()).isEmpty();
    }

    @Test
    void theAnswerHoldsNestedItemsAndLinks() {
        Section section = folder.section("- **能换吗？**\n\n  看[这里](https://a.fr/)\n  - 甲\n    - 乙\n- 丙\n");

        assertThat(section.passages())
                .containsExactly(
                        new Passage("能换吗？", "看这里\n甲\n乙", 5, List.of(new Link("这里", "https://a.fr/"))));
        assertThat(section.blocks()).extracting(Block::text).containsExactly("能换吗？看这里", "甲", "乙", "丙");
    }
}
