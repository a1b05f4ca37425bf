package fr.juliu.knowledge;

import static fr.juliu.knowledge.Block.Kind.CODE;
import static fr.juliu.knowledge.Block.Kind.ITEM;
import static fr.juliu.knowledge.Block.Kind.PARAGRAPH;
import static fr.juliu.knowledge.Block.Kind.QUOTE;
import static fr.juliu.knowledge.Block.Kind.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of Markdown in blocks and sections. */
final class ArticleTextTest {

    private final Folder folder;

    ArticleTextTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            甲**乙***丙*                     → 甲乙丙
            看[这里](https://a.fr/x)。       → 看这里。
            用 `a {: b}` 写                  → 用 a {: b} 写
            [甲](https://a.fr){:target="_blank" rel="noopener"}乙{:target="_blank"} → 甲乙
            甲<u>乙</u><img src="/x.png" />丙 → 甲乙丙
            甲[^1]乙                         → 甲乙
            caf&eacute; &amp; th&#233;       → café & thé
            甲　 乙                          → 甲 乙
            ![图](https://a.fr/x.png)        → 图
            <https://a.fr>                   → https://a.fr
            甲{% include x.html %}           → 甲
            甲 < 乙 <3                       → 甲 < 乙 <3
            甲<!-- 乙 > 丙 -->丁             → 甲丁
            甲<?x > ?>乙<![CDATA[ > ]]>丙    → 甲乙丙
            甲<br>乙                         → 甲 乙
            """)
    void marksGoWordsStay(String markdown, String text) {
        assertThat(folder.section(markdown).blocks()).extracting(Block::text).containsExactly(text);
    }

    @Test
    void aWrappedLineOfChineseIsJoinedWithoutSpace() {
        assertThat(folder.section("居留\n许可，\n续签\nANEF\n平台\n").blocks().getFirst().text()).isEqualTo("居留许可，续签 ANEF 平台");
    }

    @Test
    void attributeLinesGoButNotFromCode() {
        List<Block> blocks = folder.section("甲\n{: .notice--success}\n\n```\n{: .x}\n```\n\n- 乙\n{: .y}\n").blocks();

        assertThat(blocks).containsExactly(new Block(PARAGRAPH, "甲", 5), new Block(CODE, "{: .x}", 8),
                new Block(ITEM, "乙", 12));
    }

    @Test
    void eachItemOfANestedListIsABlock() {
        List<Block> blocks = folder.section("- 甲\n  - 乙\n    1. 丙\n- 丁\n\n  戊\n").blocks();

        assertThat(blocks).containsExactly(new Block(ITEM, "甲", 5), new Block(ITEM, "乙", 6), new Block(ITEM, "丙", 7),
                new Block(ITEM, "丁戊", 8));
    }

    @Test
    void quotesAndFootnotesKeepTheirText() {
        List<Block> blocks = folder.section("甲[^1]\n> 乙\n\n[^1]: 见官网。\n[^b]: 第二\n").blocks();

        assertThat(blocks).containsExactly(new Block(PARAGRAPH, "甲", 5), new Block(QUOTE, "乙", 6),
                new Block(PARAGRAPH, "见官网。", 8), new Block(PARAGRAPH, "第二", 9));
    }

    @Test
    void blocksOfHtmlKeepTheirText() {
        List<Block> blocks = folder
                .section("<div class=\"x\">\n  <b>甲</b> &lt; **乙**\n</div>\n\n<!-- 丙 -->\n\n<script>丁</script>\n")
                .blocks();

        assertThat(blocks).extracting(Block::text).containsExactly("甲 < 乙");
    }

    @Test
    void rowsOfRaggedTablesLoseNoCell() {
        List<Block> two = folder.section("费用 | 欧元\n--- | ---\n**学生** | 75\n其他 | 225 | 新\n空 |\n").blocks();
        List<Block> three = folder.section("| 类型 | 费用 | 期限 |\n|--|\n| 学生 | 75 | 一年 |\n| 其他 | | 四年 | 新 |\n").blocks();

        assertThat(two).containsExactly(new Block(ROW, "学生 | 75", 7), new Block(ROW, "其他 | 225 | 新", 8),
                new Block(ROW, "空", 9));
        assertThat(three).containsExactly(new Block(ROW, "类型：学生；费用：75；期限：一年", 7),
                new Block(ROW, "类型：其他；期限：四年；新", 8));
    }

    @Test
    void sectionsHaveTheirHeadingsAbove() {
        Article article = folder.article("甲\n\n# 一 {#one}\n\n## 二\n乙\n\n### 三\n丙\n\n## **四**\n丁\n\n## 空\n\n# 五\n戊\n");

        assertThat(article.sections()).extracting(Section::heading).containsExactly("题目", "二", "三", "四", "五");
        assertThat(article.sections()).extracting(Section::path).containsExactly(List.of(), List.of("一"),
                List.of("一", "二"), List.of("一"), List.of());
        assertThat(article.sections()).extracting(Section::line).containsExactly(5, 9, 12, 15, 20);
    }

    @Test
    void byteOrderMarkAndWindowsLinesAreTaken() {
        Library library = folder.with("a.md", "\uFEFF" + Folder.HEAD.replace("\n", "\r\n") + "## 一\r\n甲\r\n乙\r\n")
                .read();

        assertThat(library.problems()).isEmpty();
        assertThat(library.articles().getFirst().sections().getFirst().blocks())
                .containsExactly(new Block(PARAGRAPH, "甲乙", 6));
    }

    @Test
    void relativeLinksNeedTheSite() {
        String body = "[甲](/tds/faq/) [乙](x) [丙](#y) [丁](https://b.fr/) [戊](javascript:x) [己](https://b.fr/)\n";
        folder.with("a.md", Folder.HEAD + body);

        assertThat(folder.read().articles().getFirst().sections().getFirst().links())
                .containsExactly(new Link("丁", "https://b.fr/"));
        assertThat(folder.read("https://a.fr").articles().getFirst().sections().getFirst().links()).containsExactly(
                new Link("甲", "https://a.fr/tds/faq/"), new Link("乙", "https://a.fr/x"),
                new Link("丁", "https://b.fr/"));
    }
}
