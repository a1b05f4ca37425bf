package fr.juliu.tell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import fr.juliu.decide.Help;
import fr.juliu.knowledge.Folder;
import fr.juliu.knowledge.Freshness;
import fr.juliu.knowledge.Library;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What an answer quotes of an article, as blocks. */
final class QuotesTest {

    private static final String PHARE = """
            ---
            title: "守塔人：怎么办"
            as_of: 2026-01
            ---

            这篇讲守塔人。

            ## 交什么

            先看《补网工》那一篇，再看**两点**：[表](https://example.org/a)、[下面](#多久)、[那里](filet.md#钱)。

            1. 合同
               - 原件
            2. 照片

            | 项 | 数 | 说明 |
            | --- | --- | --- |
            | 税 | **50 欧** | 一次 |

            - **要翻译吗？** 不用。合同本来就是法语的。

            时效：手续

            来源（2026 年 1 月）：[官方](https://example.org/s)

            ## 多久

            六个星期。

            | 日期 | 居留类型 |
            | --- | --- |
            | 2020 年 9 月 | 学生 étudiant |
            """;
    private static final String FILET = """
            ---
            title: 补网工
            as_of: 2026-01
            ---

            ## 钱

            不要钱。<script>alert(1)</script>[点](javascript:alert(1))
            """;

    private final Folder folder;
    private Library library = new Library(List.of(), List.of(), List.of(), List.of());

    QuotesTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @BeforeEach
    void read() {
        library = folder.with("phare.md", PHARE).with("filet.md", FILET).read();
    }

    @Test
    void listsTablesAndLinksAreThoseOfTheArticle() {
        assertThat(json("phare.md", "交什么", "")).isEqualTo("""
                [{"kind":"paragraph","words":[{"text":"先看"},{"text":"《补网工》","url":"/a/filet"},{"text":"那一篇，再看"},\
                {"text":"两点","strong":true},{"text":"："},{"text":"表","url":"https://example.org/a"},{"text":"、"},\
                {"text":"下面","url":"/a/phare#多久"},{"text":"、"},{"text":"那里","url":"/a/filet#钱"},{"text":"。"}]},\
                {"kind":"list","ordered":true,"items":[[{"kind":"paragraph","words":[{"text":"合同"}]},\
                {"kind":"list","ordered":false,"items":[[{"kind":"paragraph","words":[{"text":"原件"}]}]]}],\
                [{"kind":"paragraph","words":[{"text":"照片"}]}]]},\
                {"kind":"table","rows":[[[{"text":"项"}],[{"text":"数"}],[{"text":"说明"}]],\
                [[{"text":"税"}],[{"text":"50 欧","strong":true}],[{"text":"一次"}]]]},\
                {"kind":"list","ordered":false,"items":[[{"kind":"paragraph","words":[{"text":"要翻译吗？","strong":true},\
                {"text":" 不用。合同本来就是法语的。"}]}]]},\
                {"kind":"note","words":[{"text":"资料截至 2026 年 1 月，以官方信息为准。"}]}]""");
    }

    @Test
    void aPassageIsToldWithoutItsQuestion() {
        assertThat(json("phare.md", "要翻译吗？", "")).startsWith(
                "[{\"kind\":\"paragraph\",\"words\":[{\"text\":\"不用。合同本来就是法语的。\"}]},{\"kind\":\"note\"");
    }

    @Test
    void theTextAboveTheFirstHeadingIsTheArticlesOwn() {
        assertThat(json("phare.md", "守塔人：怎么办", "")).contains("这篇讲守塔人。").doesNotContain("先看");
    }

    @Test
    void theTableOfWhatIsOnlineIsNotQuoted() {
        assertThat(json("phare.md", "多久", "")).contains("六个星期。").doesNotContain("table", "学生");
    }

    @Test
    void markupIsTextAndAnAddressThatRunsIsNone() {
        assertThat(json("filet.md", "钱", "")).contains("不要钱。").doesNotContain("script", "url");
    }

    @Test
    void theSentencesThatAnswerComeFirstAndOnce() {
        String told = json("phare.md", "交什么", "合同本来就是法语的。");
        assertThat(told).startsWith("[{\"kind\":\"paragraph\",\"words\":[{\"text\":\"合同本来就是法语的。\"}]},")
                .containsOnlyOnce("合同本来就是法语的。").contains("不用。");
    }

    @Test
    void aLongEnumerationIsAList() {
        assertThat(enumerated("申请时一共要交这些：护照和签证的复印件（正反面；每一页）；三个月内的住址证明；两张证件照；第二年的注册证明。原件带着。"))
                .containsExactly("申请时一共要交这些：", "• 护照和签证的复印件（正反面；每一页）", "• 三个月内的住址证明", "• 两张证件照",
                        "• 第二年的注册证明", "原件带着。");
    }

    @Test
    void aSentenceGoesOnBelowTheList() {
        assertThat(enumerated("这几种人不用交：学生、访问学者、实习生、参加演出的艺术家、运动员、公司派来的厨师，都要先开好证明再去。"))
                .containsExactly("这几种人不用交：", "• 学生", "• 访问学者", "• 实习生", "• 参加演出的艺术家", "• 运动员",
                        "• 公司派来的厨师", "都要先开好证明再去。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"要交两样：护照、照片。", "这几种人不用交：学生、实习生、艺术家、厨师。",
            "看这一页的说明：先填表（姓名；生日；地址；电话；邮箱；国籍；职业；学历；婚姻；住址），再交上去，等三个月就可以了。"})
    void aShortOneIsNone(String text) {
        assertThat(enumerated(text)).containsExactly(text);
    }

    private static List<String> enumerated(String text) {
        return Enumeration.of(new AnswerBlock.Paragraph(RichText.of(text))).stream()
                .flatMap(block -> switch (block) {
                    case AnswerBlock.Paragraph paragraph -> List.of(paragraph.words().words()).stream();
                    case AnswerBlock.Items list -> list.items().stream()
                            .map(item -> "• " + ((AnswerBlock.Paragraph) item.getFirst()).words().words());
                    case AnswerBlock.Table table -> List.of("table").stream();
                    case AnswerBlock.Note note -> List.of("note").stream();
                }).toList();
    }

    private String json(String file, String heading, String first) {
        Citation citation = new Citation("题", file, heading, YearMonth.of(2026, 1), null, List.of(), List.of(), "/a/x",
                Freshness.UNKNOWN, null);
        Answer answer = new Answer.FromSection(List.of(first), first.isEmpty() ? "" : "还有", citation, Help.NONE,
                List.of(),
                0.9);
        RichAnswer rich = RichAnswer.of(answer, new Quotes(library.articles()), words -> words);
        JsonMapper json = new JsonMapper();
        return json.readTree(json.writeValueAsString(rich)).path("blocks").toString();
    }
}
