package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.FirstArticle;
import fr.juliu.chat.Asking;
import fr.juliu.web.Browser;
import fr.juliu.web.Client;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An hour of a keeper at the desk: he writes, makes a mistake and finds it, teaches, publishes and asks. It prints what
 * each step takes and asserts no time; at its full length it does so with the whole folder and with the model.
 */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.desk.password=" + DeskTest.PASSWORD,
        "juliu.trusted-proxies=127.0.0.1,::1"})
@TestInstance(Lifecycle.PER_CLASS)
final class KeeperHourTest {

    private static final String ARTICLE = """
            ---
            title: "守塔人居留：材料和等待时间"
            as_of: 2024-05
            source: https://example.org/phare
            ---

            守塔人居留（gardien de phare）发给受雇看守灯塔的外国人。

            ## 申请守塔人居留要交什么材料

            守塔人居留要交三样材料：灯塔管理处开的合同、住在塔里的证明、一份**恐高检查**。

            来源（2024 年 5 月）：[Fiche gardien de phare](https://example.org/phare)
            """;
    private static final String ASKED = "守塔人居留要交什么材料";
    private static final String CAT = "灯塔里可以养猫吗";
    private static final boolean WHOLE = Amount.of(0, 1) == 1;

    /** There before the app starts, which is before JUnit would make one for an instance that all tests share. */
    private static Path knowledge = Path.of("");

    @LocalServerPort
    private int port;
    @Autowired
    private Asking asking;
    private final Browser browser = Browser.start();
    private final Keeper keeper = new Keeper(browser);

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) throws IOException {
        Path home = Files.createTempDirectory(Path.of("target"), "hour").toAbsolutePath();
        knowledge = Files.createDirectory(home.resolve("knowledge"));
        if (WHOLE) {
            copy(Path.of("knowledge"), knowledge);
        } else {
            Files.copy(FirstArticle.folder().resolve("demande-en-ligne.md"), knowledge.resolve("demande-en-ligne.md"));
            Files.write(knowledge.resolve("questions.jsonl"),
                    Files.readAllLines(FirstArticle.folder().resolve("questions.jsonl")).subList(0, 30));
        }
        settings.add("juliu.knowledge", () -> knowledge);
        settings.add("juliu.data", () -> home.resolve("data"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @BeforeAll
    void ask() {
        for (String question : List.of(CAT, CAT, "怎么养鸸鹋", "鸸鹋吃什么")) {
            asking.ask(question, null, "web", "198.51.100.7");
        }
    }

    @BeforeEach
    void logIn() {
        browser.width(1280, 900);
        browser.driver().manage().deleteAllCookies();
        open("/desk");
        browser.one("#password").sendKeys(DeskTest.PASSWORD);
        browser.one("main form button").click();
        browser.wait("the desk", () -> browser.driver().getCurrentUrl().endsWith("/desk"));
        keeper.begins();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void anHour() throws IOException {
        browser.driver().findElement(By.linkText("文章")).click();
        keeper.keep("desk-articles");
        browser.driver().findElement(By.linkText("写一篇新文章")).click();
        browser.one("#file").sendKeys("gardien-de-phare");
        keeper.write("#text", ARTICLE.replace("as_of: 2024-05", "as_of：2024-05"));
        browser.wait("the mistake", () -> browser.one("#problems").getText().contains("gardien-de-phare.md"));
        keeper.took("a new article with a mistake, which is told");
        keeper.write("#text", ARTICLE);
        browser.wait("no mistake", () -> browser.all("#problems li").isEmpty());
        keeper.write("#q1", ASKED);
        keeper.write("#q2", "守灯塔的卡要带哪些纸");
        keeper.write("#q3", "gardien de phare 要恐高检查吗");
        browser.one("#as1").sendKeys("存成已知问题");
        keeper.answered();
        assertThat(keeper.preview()).contains("<strong>恐高检查</strong>", "<h2 id=");
        assertThat(browser.one("#tried").getText()).contains("文章段落", "恐高检查");
        keeper.took("mended, seen as people will, three questions asked of the draft");
        keeper.keep("desk-edit");
        browser.one("#save").click();
        browser.wait("that it is saved", () -> !browser.all("#said").isEmpty());
        assertThat(browser.one("#said").getText()).contains("存好了", "还没有发布");
        keeper.keep("desk-article");
        keeper.took("saved");
        addRow();
        teach();
        publish();
        assertThat(told("守塔人居留能网上申请吗")).contains("2024 年 8 月");
        assertThat(told(ASKED)).contains("恐高检查");
        keeper.took("asked as people ask");
        assertThat(Files.readString(knowledge.resolve("phrasings/none.jsonl"))).contains(CAT);
    }

    private void addRow() {
        open("/desk/article?file=demande-en-ligne.md");
        browser.driver().findElement(By.linkText("加一行")).click();
        keeper.write("#date", "夏天");
        keeper.write("#permits", "守塔人居留 gardien de phare");
        browser.wait("the mistake", () -> browser.one("#problems").getText().contains("不是日期"));
        keeper.took("a new row with a mistake, which is told");
        keeper.write("#date", "2024 年 8 月");
        keeper.write("#asOf", "2024-08");
        keeper.write("#q1", "2024 年 8 月上线了哪些居留");
        keeper.answered();
        assertThat(keeper.preview()).contains("<td>2024 年 8 月</td>", "2024 年 8 月）");
        assertThat(browser.one("#tried").getText()).contains("守塔人居留");
        keeper.keep("desk-row");
        browser.one("#save").click();
        browser.wait("that it is saved", () -> !browser.all("#said").isEmpty());
        keeper.took("the row mended, seen, asked and saved");
    }

    private void teach() {
        open("/desk/unanswered");
        keeper.keep("desk-unanswered-list");
        browser.driver().findElement(By.xpath("//a[contains(., '处理') and contains(., '" + CAT + "')]")).click();
        browser.one("input[value=none]").click();
        browser.one("button[formaction$='/try']").click();
        browser.wait("what would be said", () -> !browser.all("#tried").isEmpty());
        assertThat(browser.one("input[value=none]").isSelected()).isTrue();
        keeper.keep("desk-open");
        browser.one("#choose button.main").click();
        browser.wait("the list", () -> browser.driver().getCurrentUrl().endsWith("/desk/unanswered"));
        assertThat(browser.one("main").getText()).contains("存好了").doesNotContain(CAT);
        browser.driver().findElement(By.xpath("//a[contains(., '处理') and contains(., '鸸鹋')]")).click();
        browser.one("#note").sendKeys("鸸鹋也要有居留");
        browser.one("form[action$='/write'] button").click();
        browser.wait("the note", () -> browser.one("main").getText().contains("鸸鹋也要有居留"));
        keeper.took("an open question taught, another noted to be written");
    }

    private void publish() {
        open("/desk/edition");
        browser.one("button[value=check]").click();
        verdict();
        assertThat(browser.one("#run").getText()).contains("守塔人居留");
        keeper.took("checked");
        browser.one("details.sure summary").click();
        keeper.keep("desk-sure");
        browser.one("button[value=publish]").click();
        browser.wait("the edition", () -> !browser.all("#verdict").isEmpty()
                && browser.one("#verdict").getText().equals("已发布新版。"));
        keeper.took("published with the usual gates");
    }

    private void verdict() {
        browser.wait("the report", () -> !browser.all("#verdict").isEmpty() && browser.all(".doing").isEmpty());
    }

    @Test
    void twoKeepersWhoSaveTheSameSectionSeeBothTexts() throws IOException {
        Files.writeString(knowledge.resolve("deux.md"), ARTICLE.replace("守塔人", "看桥人"));
        open("/desk/edit?file=deux.md&part=1");
        String before = value("#text");
        DeskClient other = new DeskClient(port, "192.0.2.31");
        other.logIn(DeskTest.PASSWORD);
        HttpResponse<String> saved = other.post("/desk/edit",
                form("deux.md", "part", value("[name=base]"), before + "\n\n一号的话。"));
        assertThat(saved.headers().firstValue("Location").orElseThrow()).isEqualTo("/desk/article?file=deux.md");
        keeper.write("#text", before + "\n\n二号的话。");
        browser.one("#save").click();
        browser.wait("both texts", () -> !browser.all("#theirs").isEmpty());
        assertThat(value("#theirs")).contains("一号的话。");
        assertThat(value("#text")).contains("二号的话。").doesNotContain("一号的话。");
        assertThat(Files.readString(knowledge.resolve("deux.md"))).contains("一号的话。").doesNotContain("二号的话。");
        keeper.keep("desk-both");
        keeper.write("#text", before + "\n\n一号的话。\n\n二号的话。");
        browser.one("#save").click();
        browser.wait("that it is saved", () -> !browser.all("#said").isEmpty());
        assertThat(Files.readString(knowledge.resolve("deux.md"))).contains("一号的话。\n\n二号的话。");
        Files.delete(knowledge.resolve("deux.md"));
    }

    @Test
    void whatCannotBeSavedStaysOnThePage() throws IOException {
        DeskClient client = new DeskClient(port, "192.0.2.32");
        client.logIn(DeskTest.PASSWORD);
        Path away = knowledge.resolveSibling("away");
        Files.move(knowledge, away);
        try {
            String page = client.post("/desk/edit", form("neu", "new", "", "没丢的话 <b>")).body();
            assertThat(page).contains("没有存。", "没有丢", "没丢的话 &lt;b&gt;");
        } finally {
            Files.move(away, knowledge);
        }
        for (String file : List.of("../evil", "..%2Fevil.md", "/tmp/evil", ".hidden", "a b")) {
            assertThat(client.post("/desk/edit", form(file, "new", "", "x")).body()).contains("没有存：文件名只用");
        }
        for (String path : List.of("/desk/article?file=../../etc/passwd", "/desk/edit?file=..%2Fquestions.jsonl",
                "/desk/edit?file=%00.md", "/desk/article?file=nothing.md")) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(client.get("/desk/edit?kind=x&file=demande-en-ligne.md").statusCode()).isEqualTo(400);
    }

    private static String form(String file, String kind, String base, String text) {
        StringBuilder form = new StringBuilder("part=1");
        Map.of("file", file, "kind", kind, "base", base, "text", text).forEach((name, value) -> form.append('&')
                .append(name).append('=').append(DeskClient.encoded(value)));
        return form.toString();
    }

    private void open(String path) {
        browser.driver().get("http://localhost:" + port + path);
    }

    private String value(String field) {
        return String.valueOf(browser.one(field).getAttribute("value"));
    }

    /** What people are told. */
    private String told(String question) {
        return new Client(port).answer(Map.of("question", question)).path("text").asString("");
    }
}
