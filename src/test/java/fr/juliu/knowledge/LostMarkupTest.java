package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a keeper is told who meant something as Markdown, or as ours, that is not read so: by line, in Chinese, too. */
final class LostMarkupTest {

    /** Front matter with a source, so that nothing else is told; the body begins in line 6. */
    private static final String HEAD = "---\ntitle: 题目\nas_of: 2024-05\nsource: https://a.fr\n---\n";

    private final Folder folder;

    LostMarkupTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '§', textBlock = """
            甲⏎⏎##标题⏎⏎乙                          → WARNING → 8 → is no heading, for no space stands behind the #
            甲⏎⏎#标题⏎⏎乙                           → WARNING → 8 → is no heading, for no space stands behind the #
            甲⏎⏎##\u00a0标题⏎⏎乙                    → WARNING → 8 → a space that is none
            甲⏎⏎##\u3000标题⏎⏎乙                    → WARNING → 8 → a space that is none
            甲⏎⏎＃＃ 标题⏎⏎乙                       → WARNING → 8 → a sign of full width
            甲⏎⏎| 一 | 二 |⏎| 三 | 四 |             → WARNING → 8 → this table is none, and readers see its bars: it has no line of ---
            甲⏎⏎｜一｜二｜⏎｜---｜---｜⏎｜三｜四｜   → WARNING → 8 → this table is none, and readers see its bars: its bars are of full width
            | 一 | 二 |⏎| --- | --- |⏎| 三 ｜ 四 |   → WARNING → 8 → the row has a bar of full width
            | 日期 | 居留类型 |⏎| 2024 年 4 月 | 学生 | → ERROR → 6 → the list of what is online is not read: it has no line of ---
            ｜ 日期 ｜ 居留类型 ｜⏎｜---｜---｜⏎｜ 2024 年 4 月 ｜ 学生 ｜ → ERROR → 6 → is not read: its bars are of full width
            | 日期 | 居留类型 |⏎| --- | --- |⏎｜ 2024 年 4 月 ｜ 学生 ｜ → ERROR → 8 → has too few cells, for its bars ｜ are of full width
            甲⏎⏎来源（2024-04）：[乙](https://a.fr)   → WARNING → 8 → is not read as the source of its section
            甲⏎⏎来源：【乙】https://a.fr              → WARNING → 8 → is not read as the source of its section
            甲⏎⏎【来源】（2024 年 4 月）：[乙](https://a.fr) → WARNING → 8 → is not read as the source of its section
            甲⏎⏎**来源**：[乙](https://a.fr)          → WARNING → 8 → is not read as the source of its section
            甲⏎⏎Source : [乙](https://a.fr)           → WARNING → 8 → is not read as the source of its section
            甲⏎来源（2024 年 4 月）：[乙](https://a.fr) → WARNING → 7 → is not read as the source of its section
            甲⏎⏎來源（2024 年 4 月）：[乙](https://a.fr) → WARNING → 8 → is not read as the source of its section
            甲⏎⏎来源（2024 年 4 月）：【乙】（https://a.fr） → WARNING → 8 → that is no link
            甲 ![](https://a.fr/b.png)               → WARNING → 6 → the image has no words
            甲⏎⏎<img src="b.png" alt=" ">            → WARNING → 8 → the image has no words
            """)
    void itIsToldByItsLine(String body, Problem.Severity severity, int line, String told) {
        folder.with("a.md", HEAD + unescaped(body) + "\n");
        assertThat(folder.read().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(severity);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).contains(told);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"## 标题⏎⏎乙", "##⏎⏎乙", "```⏎##标题⏎| 一 | 二 |⏎| 三 | 四 |⏎```", "#话题 #另一个",
            "甲 | 乙⏎--- | ---⏎丙 | 丁",
            "法国留学｜长居", "甲｜乙｜丙", "| 独行 | 一行 |", "出处不明的话不写", "来源国的证明：要交", "source 是法语的词：来源", "来源（2024 年 4 月）：原资料未注明出处；丙",
            "![图](https://a.fr/b.png)", "<img alt=\"图\" src=\"b.png\">",
            "| 日期 | 居留类型 |⏎| --- | --- |⏎| 2024 年 4 月 | 学生 |"})
    void whatIsReadAsItIsMeantIsNotComplainedOf(String body) {
        folder.with("a.md", HEAD + unescaped(body) + "\n\n甲\n");
        assertThat(folder.read().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            alias: [乙]        → the key 'alias' means nothing and is not read; did you mean 'aliases'?
            As-Of: 2024-05     → the key 'As-Of' means nothing and is not read; did you mean 'as_of'?
            topci: 网上办         → the key 'topci' means nothing and is not read; did you mean 'topic'?
            作者: 甲             → the key '作者' means nothing and is not read; those that are read are title, topic, as_of, source, ages, aliases, lang
            sources: x         → the key 'sources' means nothing and is not read; did you mean 'source'?
            """)
    void aKeyThatNobodyReadsIsTold(String key, String told) {
        folder.with("a.md", HEAD.replace("---\ntitle", "---\n" + key + "\ntitle") + "甲\n");
        assertThat(folder.read().problems()).singleElement().asString().isEqualTo("a.md:2: " + told);
    }

    @Test
    void aKeyThatStandsTwiceIsTold() {
        folder.with("a.md", HEAD.replace("---\ntitle", "---\nages: 手续\nages: 金额\ntitle") + "甲\n");
        assertThat(folder.read().problems()).singleElement().asString()
                .isEqualTo("a.md:3: the key 'ages' stands there twice, and only the last is read; keep one");
    }

    @Test
    void keysOfOthersAreTheirs() {
        folder.with("a.md",
                HEAD.replace("---\ntitle", "---\nlayout: post\ntags: [甲]\ndate: 2024-05-01\nwords_per_minute:"
                        + " 20\nheader: {image: x}\npermalink: /a\nauthor: 乙\ntitle") + "甲\n");
        assertThat(folder.read().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"“题目”", "“题目”：材料", "‘题目’"})
    void curlyQuotesAroundATitleAreTold(String title) {
        folder.with("a.md", HEAD.replace("题目", title) + "甲\n");
        assertThat(folder.read().problems()).singleElement().asString().startsWith("a.md:2: the title")
                .contains("curly quotes");
    }

    @Test
    void curlyQuotesWithinATitleAreNot() {
        folder.with("a.md", HEAD.replace("题目", "什么是“题目”的意思，l’étranger") + "甲\n");
        assertThat(folder.read().problems()).isEmpty();
    }

    @Test
    void aSectionOfSixHundredCharactersIsToldOnlyBeyond() {
        folder.with("a.md", HEAD + "## 乙\n\n" + "字".repeat(600) + "\n\n## 丙\n\n" + "字".repeat(601) + "\n");
        assertThat(folder.read().problems()).singleElement().asString()
                .startsWith("a.md:10: the section \"丙\" has 601 characters, more than 600");
    }

    @Test
    void aSectionWithoutAnySourceIsToldAndAnArticleWithoutOneOnce() {
        folder.with("a.md", Folder.HEAD + "甲\n\n## 乙\n\n丁\n")
                .with("b.md", Folder.HEAD.replace("题目", "另一个") + "甲\n\n## 丙\n\n丁 [一](https://a.fr)\n");
        assertThat(folder.all(null).problems().stream().map(Problem::toString)).satisfiesExactly(
                one -> assertThat(one).startsWith("a.md:1: the article names no source at all"),
                two -> assertThat(two).startsWith("b.md:5: the section \"另一个\" has no source"));
    }

    private static String unescaped(String text) {
        return text.replace("⏎", "\n");
    }
}
