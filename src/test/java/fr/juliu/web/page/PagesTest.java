package fr.juliu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.Reindexing;
import fr.juliu.knowledge.Article;
import fr.juliu.web.Client;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The pages to read over HTTP, before and after an edition is published. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PagesTest {

    private static final Pattern ROW = Pattern.compile("<tr( hidden=\"hidden\")?>\\s*<th scope=\"row\"(.*?)</tr>",
            Pattern.DOTALL);
    private static final Path ANEF = Path.of("knowledge/demande-en-ligne.md");

    @TempDir
    private static Path articles;

    @LocalServerPort
    private int port;
    @Autowired
    private Reindexing reindexing;
    @Autowired
    private CurrentEdition edition;
    private Client client = new Client(0);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Files.copy(ANEF, articles.resolve(ANEF.getFileName().toString()));
        Files.writeString(articles.resolve("旧 文.md"), """
                ---
                title: 很旧的文章
                ---
                # 一节
                字<script>alert(1)</script>
                """);
        settings.add("juliu.knowledge", articles::toString);
        settings.add("juliu.model", () -> "off");
    }

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    @Test
    void anArticleTellsItsDateItsSourcesAndItsContents() {
        HttpResponse<String> page = client.get("/a/demande-en-ligne");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<h1>在线申请法国外国人居留</h1>", "资料截至 2024 年 7 月", "段很久没有核对",
                "2026 年 11 月核对过</p>", "以官方信息为准",
                "目录", "<a href=\"#居留\">居留</a>", "<h2 id=\"居留\">居留</h2>", "id=\"at:sources\"", "lang=\"zh-Hans\"",
                "type=\"application/atom+xml\"", "问这一段", "<span lang=\"fr\">ANEF</span>")
                .doesNotContain("<script>", "style=", "时效：");
    }

    @Test
    void anArticleWithoutADateSaysSoAndHoldsNoMarkupOfItsOwn() {
        HttpResponse<String> page = client.get("/a/%E6%97%A7%20%E6%96%87");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("日期不明", "没有写明是哪个月").doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/nothing", "/a/nothing/below", "/a/..%2Fconfig", "/a/%3Cscript%3E"})
    void anUnknownNameGetsAKindPage(String path) {
        HttpResponse<String> page = client.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isBetween(400, 404);
        assertThat(page.body()).doesNotContain("<script>", "Exception");
        if (page.statusCode() == 404) {
            assertThat(page.body()).contains("没有这一篇文章", "在线申请法国外国人居留", "action=\"/search\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/demande-de-titre", "/demandes/", "/a/en-ligne.html"})
    void whatIsNearToAMissingAddressIsNamed(String path) {
        HttpResponse<String> page = client.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("也许是这几篇", "href=\"/a/demande-en-ligne\"");
        assertThat(client.get(path, "Accept", "application/json").body()).startsWith("{");
    }

    @ParameterizedTest
    @CsvSource({"十年卡, 10 年卡", "留学生, 学生", "補卡, 制作副本"})
    void whatPeopleCallAPermitFindsItsRow(String words, String permit) {
        String asked = URLEncoder.encode(words, StandardCharsets.UTF_8);
        String page = client.get("/list?q=" + asked).body();
        assertThat(shown(page)).isBetween(1, 3);
        assertThat(page).containsPattern("<tr>\\s*<th scope=\"row\"[^<]*</th>\\s*<td><span class=\"permit\">" + permit);
        HttpResponse<String> found = client.get("/search?q=" + asked);
        assertThat(found.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(found.body()).contains("起可以网上办", "value=\"" + words + "\"").doesNotContain("没有找到");
    }

    @Test
    void whatIsLookedForIsMarkedAndNeverMarkup() {
        assertThat(client.get("/search?q=" + URLEncoder.encode("平台上申请有困难", StandardCharsets.UTF_8)).body())
                .contains("<mark>", "href=\"/a/demande-en-ligne#");
        String none = client.get("/search?q=%22%3E%3Cscript%3E" + "x".repeat(200)).body();
        assertThat(none).contains("没有找到", "全部文章").doesNotContain("\"><script>", "x".repeat(100));
        assertThat(client.get("/search").body()).contains("全部文章").doesNotContain("没有找到");
    }

    @Test
    void theStartTellsTopicsAndWhatIsNewest() {
        HttpResponse<String> start = client.get("/start");
        assertThat(start.headers().firstValue("ETag")).isPresent();
        assertThat(start.body()).startsWith("<section class=\"start\"").contains("网上办", "其他", "很旧的文章",
                "<button type=\"button\" class=\"chip\">约不上 préfecture 的号怎么办</button>", "href=\"/a/demande-en-ligne\"")
                .doesNotContain("<html", "th:", "style=");
    }

    @Test
    void withoutATableTheListAndThePictureSaySo() throws IOException {
        Path article = articles.resolve(ANEF.getFileName().toString());
        String text = Files.readString(article);
        Files.writeString(article, text.replace("| 日期 | 居留类型 |", "| 哪天 | 什么 |"));
        reindexing.run(Reindexing.Mode.FORCE, step -> {
        });
        assertThat(client.get("/list").body()).contains("没有上线名单").doesNotContain("timeline.png", "id=\"search\"");
        HttpResponse<String> picture = client.get("/timeline-dark.png", "Accept", "image/avif,text/html,*/*");
        assertThat(picture.statusCode()).isEqualTo(404);
        assertThat(picture.body()).contains("现在没有时间表", "action=\"/search\"");
        Files.writeString(article, text);
        reindexing.run(Reindexing.Mode.FORCE, step -> {
        });
        assertThat(client.get("/timeline-dark.png").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/demande-en-ligne", "/list", "/changes", "/start", "/feed.xml"})
    void whoHasAPageIsToldThatItIsTheSame(String path) {
        HttpResponse<String> first = client.get(path);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = client.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/a/, /a", "/a/demande-en-ligne/, /a/demande-en-ligne", "/list/?q=VLS, /list?q=VLS",
            "/changes/, /changes",
            "/a/%E6%97%A7%20%E6%96%87/, /a/%E6%97%A7%20%E6%96%87"})
    void aSlashTooManyLeadsToThePage(String path, String page) {
        HttpResponse<String> there = client.get(path);
        assertThat(there.statusCode()).isEqualTo(301);
        assertThat(there.headers().firstValue("Location")).contains(page);
        assertThat(client.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void aHeaderTurnsTheOrderWithoutScript() {
        String byDate = client.get("/list").body();
        assertThat(byDate).contains("sort=date&amp;order=asc", "sort=permit&amp;order=asc", "aria-sort=\"descending\"");
        String oldest = client.get("/list?sort=date&order=asc").body();
        assertThat(oldest).contains("sort=date&amp;order=desc", "aria-sort=\"ascending\"");
        assertThat(oldest.indexOf("2023 年 4 月</th>")).isLessThan(oldest.indexOf("2024 年 7 月</th>")).isPositive();
        String names = client.get("/list?sort=permit").body();
        assertThat(names).contains("sort=permit&amp;order=desc");
        assertThat(names.indexOf(">曾受")).isPositive().isLessThan(names.indexOf(">学生<"));
    }

    @ParameterizedTest
    @CsvSource({"2022 年 3 月, 2", "2022 年 4 月, 2", "2022 年 5 月, 0"})
    void aMonthOfASpanIsFound(String month, int rows) {
        String page = client.get("/list?q=" + URLEncoder.encode(month, StandardCharsets.UTF_8)).body();
        assertThat(shown(page)).isEqualTo(rows);
    }

    @Test
    void theListIsSortedAndSearchedWithoutScript() {
        String all = client.get("/list").body();
        assertThat(all).contains("资料截至 2024 年 7 月", "src=\"/timeline.png\"", "loading=\"lazy\"");
        assertThat(shown(all)).isEqualTo((int) ROW.matcher(all).results().count()).isGreaterThan(20);
        assertThat(all.indexOf("2024 年 7 月</th>")).isLessThan(all.indexOf("2023 年 4 月</th>")).isPositive();
        assertThat(all).contains("<span class=\"permit\">人才护照</span>",
                "<span class=\"french\" lang=\"fr\">passeport-talent</span>", "只有续");
        String students = client.get("/list?q=%E5%AD%B8%E7%94%9F&sort=permit").body();
        assertThat(shown(students)).isPositive().isLessThan(5);
        assertThat(students).contains("value=\"學生\"", "aria-sort=\"ascending\"");
        String none = client.get("/list?q=%22%3E%3Cscript%3E").body();
        assertThat(shown(none)).isZero();
        assertThat(none).contains("没有找到").doesNotContain("\"><script>");
    }

    @Test
    @Order(1)
    void whatIsPublishedIsToldOnAPageAndInAFeed() throws Exception {
        assertThat(client.get("/changes").body()).contains("还没有改动");
        Document before = feed();
        assertThat(before.getElementsByTagName("entry").getLength()).isEqualTo(1);
        Path article = articles.resolve(ANEF.getFileName().toString());
        String text = Files.readString(article);
        Files.writeString(article,
                text.replace("2022 年 9 月 | 欧盟公民", "2022 年 8 月 | 欧盟公民") + "\n## 新的一节 <b>\n\n新字 & 旧字。\n");
        assertThat(reindexing.run(Reindexing.Mode.FORCE, step -> {
        }).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(client.get("/changes").body()).contains("欧盟公民: 2022 年 9 月 → 2022 年 8 月",
                "href=\"/a/demande-en-ligne#%E6%96%B0%E7%9A%84%E4%B8%80%E8%8A%82\"", "新写的段落").doesNotContain("还没有改动");
        Document after = feed();
        assertThat(after.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(id(after, 0)).isEqualTo(id(before, 0)).startsWith("urn:uuid:");
        assertThat(id(after, 1)).isNotEqualTo(id(before, 1));
        assertThat(after.getDocumentElement().getTextContent()).contains("2022 年 9 月 → 2022 年 8 月");
        reindexing.rollback();
        assertThat(id(feed(), 2)).isEqualTo(id(after, 1));
        assertThat(feed().getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(client.get("/changes").body()).contains("恢复了上一版");
        Files.writeString(article, text);
    }

    @Test
    void anArticleThatIsGoneIsToldOnceByItsTitle() throws IOException {
        Path gone = articles.resolve("旧 文.md");
        String text = Files.readString(gone);
        Files.delete(gone);
        reindexing.run(Reindexing.Mode.FORCE, step -> {
        });
        assertThat(client.get("/changes").body()).contains("<h3>整篇去掉</h3>", "<span>《很旧的文章》</span>")
                .doesNotContain("旧 文.md", "》一节");
        Files.writeString(gone, text);
        reindexing.run(Reindexing.Mode.FORCE, step -> {
        });
        assertThat(client.get("/changes").body()).contains("<h3>新的文章</h3>",
                "<a href=\"/a/%E6%97%A7%20%E6%96%87\">《很旧的文章》</a>");
    }

    @Test
    void withoutAPublicAddressTheHostOfARequestHasNoSay() {
        HttpResponse<String> feed = client.get("/feed.xml", "X-Forwarded-Host", "evil.example");
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        assertThat(feed.body()).contains("href=\"changes", "href=\"feed.xml\"").doesNotContain("evil.example",
                "localhost");
    }

    @Test
    void anAnswerNamesThePageWhereItStands() {
        String page = client.answer(Map.of("question", "学生居留能网上申请吗")).path("page").asString();
        Article article = edition.get().library().articles().getFirst();
        assertThat(page).isEqualTo(article.path("居留")).startsWith("/a/demande-en-ligne#%");
        assertThat(client.get(page.substring(0, page.indexOf('#'))).statusCode()).isEqualTo(200);
    }

    private Document feed() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(client.get("/feed.xml").body())));
    }

    private static String id(Document feed, int at) {
        return feed.getElementsByTagName("id").item(at).getTextContent();
    }

    private static int shown(String page) {
        int shown = 0;
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            shown += row.group(1) == null ? 1 : 0;
        }
        return shown;
    }
}
