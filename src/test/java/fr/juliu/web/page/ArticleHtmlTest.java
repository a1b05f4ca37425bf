package fr.juliu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Work;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Folder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Section;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article's text becomes as a page. */
final class ArticleHtmlTest {

    private static final YearMonth NOW = YearMonth.of(2024, 8);

    private final Folder folder;

    ArticleHtmlTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "前<script>alert(1)</script>后", "<img src=x onerror=alert(1)>",
            "文<img src=x onerror=alert(1)>字", "<iframe src=\"https://evil.example\"></iframe>",
            "[点](javascript:alert(1))", "[点](JaVaScRiPt:alert(1))", "[点](data:text/html,<script>alert(1)</script>)",
            "[点](vbscript:x)", "![图](javascript:alert(1))", "![图](https://evil.example/x.png\" onerror=\"alert(1))",
            "<a href=\"javascript:alert(1)\">点</a>", "[点](https://a.example/\"onmouseover=alert(1)//)",
            "<div onclick=\"alert(1)\">\n\n字\n\n</div>", "<style>body{display:none}</style>",
            "[点]: javascript:alert(1)\n\n[点]", "<https://a.example/\"><script>alert(1)</script>>",
            "# 题 <script>alert(1)</script>\n字", "[^1]\n\n[^1]: <script>alert(1)</script>字",
            "| a | <img src=x onerror=alert(1)> |\n| --- | --- |\n| <script>x</script> | b |", "<svg/onload=alert(1)>",
            "&lt;script&gt;alert(1)&lt;/script&gt;", "```html\" onclick=\"x\n<script>\n```"})
    void nothingOfTheArticleRuns(String markdown) {
        String html = html("字\n\n" + markdown + "\n");
        String tags = Pattern.compile("<[^>]*>").matcher(html.replaceAll("=\"[^\"]*\"", "")).results()
                .map(MatchResult::group).collect(Collectors.joining());
        assertThat(tags.toLowerCase(Locale.ROOT)).doesNotContain("<script", "<img", "<iframe", "<style",
                "<svg", "<div onclick", " onerror", " onclick", " onmouseover", " onload");
        assertThat(html.toLowerCase(Locale.ROOT)).doesNotContain("href=\"javascript", "href=\"data",
                "href=\"vbscript");
    }

    @Test
    void linksLeadOutsideOrToPlacesOfOurPages() {
        String html = html("""
                ## 第一 节
                [外](https://a.example/b) [页](/tds/faq/) [文](autre.md#续居留) [处](#第一-节) [无](#没有) [无二](x.html)
                ![证件](https://a.example/card.png)
                """);
        assertThat(html).contains("<a rel=\"noopener noreferrer nofollow\" href=\"https://a.example/b\">外</a>",
                "<a href=\"autre#续居留\">文</a>",
                "<a href=\"#第一-节\">处</a>",
                "href=\"https://a.example/card.png\">证件</a>").doesNotContain(">页</a>", ">无</a>", ">无二</a>")
                .contains("页", "无二");
        Library library = folder.read("https://site.example");
        String resolved = ArticleHtml.of(library, library.articles().getFirst(), NOW).html();
        assertThat(resolved).contains("href=\"https://site.example/tds/faq/\">页</a>");
    }

    @Test
    void attributesOfKramdownAreNoText() {
        String html = html(
                "成功！\n{: .notice--success}\n\n[文件](https://a.example/x.pdf){:target=\"_blank\" rel=\"noopener\"}\n");
        assertThat(html).contains("成功！", "文件").doesNotContain("{", "notice--success", "target");
    }

    @Test
    void headingsAreInOrderAndHaveNamesOfTheirOwn() {
        folder.article("""
                开头
                # 居留
                字
                ### 续 10 年卡
                字
                # 居留
                - **要多久？** 两个月。
                """);
        Library library = folder.read();
        Article article = library.articles().getFirst();
        ArticleHtml page = ArticleHtml.of(library, article, NOW);
        assertThat(page.html()).contains("<h2 id=\"居留\">居留</h2>", "<h3 id=\"续-10-年卡\">续 10 年卡</h3>",
                "<h2 id=\"居留-2\">居留</h2>", "<li id=\"要多久\">");
        assertThat(page.contents()).containsExactly(new ArticleHtml.Place("居留", "居留", 1),
                new ArticleHtml.Place("续 10 年卡", "续-10-年卡", 2), new ArticleHtml.Place("居留", "居留-2", 1),
                new ArticleHtml.Place("要多久？", "要多久", 2));
        assertThat(article.path("要多久？")).isEqualTo("/a/a#%E8%A6%81%E5%A4%9A%E4%B9%85");
        assertThat(article.path("居留")).isEqualTo("/a/a#%E5%B1%85%E7%95%99");
        assertThat(article.path(article.title())).isEqualTo("/a/a");
    }

    @Test
    void everyPlaceThatAnswersHasItsNameOnThePage() {
        Library ours = new LibraryReader(Path.of("knowledge"), null, Clock.systemUTC()).read();
        for (Article article : ours.articles()) {
            String html = ArticleHtml.of(ours, article, NOW).html();
            for (Section section : article.sections()) {
                if (section.line() > 0 && !section.heading().equals(article.title())) {
                    assertThat(html).contains("id=\"" + article.page().anchor(section.heading()) + "\"");
                }
            }
        }
        assertThat(ours.articles()).isNotEmpty();
    }

    @Test
    void whatAnArticleNamesExactlyIsALink() {
        Library library = folder
                .with("a.md", Folder.HEAD + """
                        ## 能办几年
                        看《家庭类居留》那一篇，看《家庭类居留：全部》里“要多久”，也看“能办几年”和“只此一处”。
                        看《没有这篇》，看“没有这节”，看“两处”，叫“能办几年”的，[看“能办几年”](https://a.example)。
                        """)
                .with("b.md", "---\ntitle: 家庭类居留：全部\n---\n# 要多久\n字\n# 两处\n字\n").with("c.md",
                        "---\ntitle: 别的\n---\n# 只此一处\n字\n# 两处\n字\n")
                .read();
        Article article = library.articles().getFirst();
        assertThat(article.file()).isEqualTo("a.md");
        assertThat(ArticleHtml.of(library, article, NOW).html()).contains("看<a href=\"b\">《家庭类居留》</a>那一篇",
                "看<a href=\"b\">《家庭类居留：全部》</a>里<a href=\"b#%E8%A6%81%E5%A4%9A%E4%B9%85\">“要多久”</a>",
                "也看<a href=\"" + article.path("能办几年").substring(3) + "\">“能办几年”</a>和<a href=\"c#",
                "看《没有这篇》，看“没有这节”，看“两处”，叫“能办几年”的，<a rel");
    }

    @Test
    void ourArticlesNameEachOtherExactly() {
        Library ours = new LibraryReader(Path.of("knowledge"), null, Clock.systemUTC()).read();
        Pattern named = Pattern.compile("看(<a [^>]*>)?[《“]");
        List<String> unlinked = ours.articles().stream()
                .flatMap(article -> named.matcher(ArticleHtml.of(ours, article, NOW).html()).results()
                        .map(MatchResult::group))
                .filter(name -> !name.contains("<a")).toList();
        assertThat(unlinked).isEmpty();
    }

    @Test
    void footnotesLeadThereAndBack() {
        String html = html("税[^a]和费[^a]，没有[^b]。\n\n[^a]: 见法律。\n");
        assertThat(html).contains("<sup id=\"fnref:1\">", "href=\"#fn:1\"", "<sup id=\"fn:1\">", "href=\"#fnref:1\"",
                "见法律。").doesNotContain("[^");
        assertThat(html.split("id=\"fnref:1\"", -1)).hasSize(2);
    }

    @Test
    void aTableScrollsInABoxOfItsOwn() {
        assertThat(html(Folder.TABLE + "| 2023 年 4 月 | 学生 |\n")).containsPattern(
                "<div [^>]*class=\"scroll\"[^>]*>\\s*<table>");
    }

    @Test
    void eachSourceOfAFactStandsOnALineOfItsOwn() {
        assertThat(html("# 居留\n字\n\n来源（2023 年 1 月）：原资料未注明出处\n来源（2021 年 9 月）：[法典](https://a.example/)\n"))
                .containsPattern("未注明出处<br />\\s*来源（2021 年 9 月）");
    }

    @Test
    void wrappedChineseHasNoGap() {
        assertThat(html("居留\n可以\nles titres\n")).contains("居留可以\n<span lang=\"fr\">les titres</span>");
    }

    @Test
    void hostileNestingTakesLittleWork() throws Exception {
        new Work(Duration.ofSeconds(20)).run(() -> {
            for (String part : new String[]{"*a ", "[", "> ", "- ", "<b>", "![", "[^1]", "**_", "| "}) {
                Library library = folder.with("a.md", Folder.HEAD + part.repeat(20_000) + "字\n").read();
                library.articles()
                        .forEach(article -> assertThat(ArticleHtml.of(library, article, NOW).html()).isNotNull());
            }
        });
    }

    @Test
    void belowASectionStandWhenItsFactsAreOfAndTheWayToAskAboutIt() {
        String html = html("""
                ## 续居留
                提前两个月。

                来源（2021 年 8 月）：[法典](https://a.example/)
                来源（2024 年 1 月）：[新的](https://a.example/2)

                时效：金额，核对于 2024 年 2 月，有效至 2024 年 6 月

                ## 只有小标题

                ### 补卡 duplicata
                先报案。
                """);
        assertThat(html).contains("资料截至 2021 年 8 月（部分到 2024 年 1 月），2024 年 2 月核对过，有效至 2024 年 6 月，已经过了",
                "class=\"dates old\"", "href=\"../#ask=%E7%BB%AD%E5%B1%85%E7%95%99\"", "资料截至 2024 年 5 月</p>",
                "data-page=\"/a/a#%E7%BB%AD%E5%B1%85%E7%95%99\"", "<h3 id=\"补卡-duplicata\">补卡 <span lang=\"fr\">")
                .doesNotContain("时效：");
        assertThat(html.split("class=\"foot\"", -1)).hasSize(3);
        assertThat(html.indexOf("class=\"foot\"")).isGreaterThan(html.indexOf("来源（2024 年 1 月）"))
                .isLessThan(html.indexOf("只有小标题"));
    }

    private String html(String body) {
        Article article = folder.article(body);
        return ArticleHtml.of(new Library(List.of(article), List.of(), List.of(), List.of()), article, NOW).html();
    }
}
