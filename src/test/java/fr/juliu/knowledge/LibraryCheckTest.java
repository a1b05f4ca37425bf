package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a keeper is told of a folder that can be read, in August 2024. */
final class LibraryCheckTest {

    private final Folder folder;

    LibraryCheckTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void aSoundFolderIsNotComplainedOf() {
        folder.with("a.md", Folder.HEAD + "甲\n\n## 乙\n\n丁\n\n来源（2023 年 2 月）：[a](https://a.fr)\n");
        assertThat(problems()).isEmpty();
    }

    @Test
    void aMonthThatIsYetToComeIsNamed() {
        folder.with("a.md", Folder.HEAD.replace("2024-05", "2024-09") + "甲\n\n来源（2025 年 1 月）：乙\n");
        assertThat(problems()).containsExactly(
                "a.md:1: as_of is 2024-09, which is yet to come; write the month that the article describes",
                "a.md:7: the sources are of 2025-01, which is yet to come; write the month that the facts describe");
    }

    @Test
    void headingsThatStandTwiceAreNamed() {
        folder.with("a.md", Folder.HEAD + "甲\n\n## 材料\n\n丁\n").with("b.md",
                Folder.HEAD.replace("题目", "另一题目") + "甲\n\n## 材料\n\n丁\n");
        assertThat(problems()).containsExactly("b.md:7: the heading \"材料\" stands in a.md:7 too; give one of them a"
                + " name of its own, so that answers can tell them apart");
    }

    @Test
    void aQuestionWhoseSectionIsGoneIsNamed() {
        folder.with("a.md", Folder.HEAD + "甲\n\n## 乙\n\n- **丁怎么办？** 戊\n").with("questions.jsonl", """
                {"id": "1", "q": "一", "outcome": "section", "section": "乙", "section_any": ["题目", "丁怎么办？"]}
                {"id": "2", "q": "二", "outcome": "section", "section": "没有了"}
                {"id": "3", "q": "三", "outcome": "out-of-scope", "section": null}
                """);
        assertThat(problems()).containsExactly("questions.jsonl:2: question 2 expects the section \"没有了\", which no"
                + " article has; name the one that answers it now");
    }

    @Test
    void aRelativeLinkThatLeadsNowhereIsNamed() {
        folder.with("b.md", Folder.HEAD.replace("题目", "另一题目") + "乙\n").with("a.md", Folder.HEAD + """
                [一](#哪里-交材料) [二](b.md) [三](./b.md#x) [四](https://a.fr/x) [五](mailto:a@a.fr)
                [六](#没有) [七](c.md)
                [八](/faq/)

                ## 哪里交材料？

                丁
                """);
        assertThat(problems()).containsExactly(
                "a.md:6: the link to \"#没有\" leads to no heading of this article; write the heading behind the #",
                "a.md:6: the link to \"c.md\" leads to no file of this folder; correct the name, or write a whole address");
    }

    @ParameterizedTest
    @CsvSource({"18 months, 18", "18, 18", "6m, 6", "P12M, 12", "1 month, 1"})
    void anAgeIsWrittenInMonths(String text, int months) {
        assertThat(MaxAge.parse(text)).contains(Period.ofMonths(months));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "18 years", "1.5"})
    void anythingElseIsNoAge(String text) {
        assertThat(MaxAge.parse(text)).isEmpty();
    }

    private List<String> problems() {
        return folder.read().problems().stream().map(Problem::toString).toList();
    }
}
