package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.chat.Asking;
import fr.juliu.web.Axe;
import fr.juliu.web.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
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

/** The keeper's desk in a browser, on a folder of articles that he edits. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.desk.password=" + DeskTest.PASSWORD,
        "juliu.model=off"})
@TestInstance(Lifecycle.PER_CLASS)
@Order(1)
final class DeskPageTest {

    private static final String DRIVING = "驾照怎么换";
    private static final int KNOWN = 30;

    /** There before the app starts, which is before JUnit would make one for an instance that all tests share. */
    private static Path folder = Path.of("");

    @LocalServerPort
    private int port;
    @Autowired
    private Asking asking;
    private final Browser browser = Browser.start();

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "desk").toAbsolutePath();
        Path knowledge = Files.createDirectory(folder.resolve("knowledge"));
        Files.copy(FirstArticle.folder().resolve("demande-en-ligne.md"), knowledge.resolve("demande-en-ligne.md"));
        Files.write(knowledge.resolve("questions.jsonl"),
                Files.readAllLines(FirstArticle.folder().resolve("questions.jsonl")).subList(0, KNOWN));
        settings.add("juliu.knowledge", () -> knowledge);
        settings.add("juliu.data", () -> folder.resolve("data"));
    }

    @BeforeAll
    void ask() {
        for (String question : List.of(DRIVING, "驾照怎么换", "法国驾照怎么换", "怎么养猫", "你好", "学生居留能网上申请吗", "游客居留能网上申请吗",
                "哪些居留可以网上办")) {
            asking.ask(question, null, "web", "198.51.100.7");
        }
    }

    @BeforeEach
    void logIn() {
        browser.width(390, 844);
        browser.driver().manage().deleteAllCookies();
        open("/desk");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/desk/login");
        browser.one("#password").sendKeys(DeskTest.PASSWORD);
        browser.one("main form button").click();
        browser.wait("the desk", () -> browser.driver().getCurrentUrl().endsWith("/desk"));
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void theDoorSaysWhenThePasswordIsWrong() {
        browser.one("header form button").click();
        browser.wait("the door", () -> browser.driver().getCurrentUrl().endsWith("?out"));
        assertThat(browser.one("main").getText()).contains("已经退出");
        browser.one("#password").sendKeys("not the password");
        browser.one("main form button").click();
        browser.wait("a refusal", () -> !browser.all(".notice").isEmpty());
        assertThat(browser.one(".notice").getText()).contains("密码不对");
        keep("desk-login");
    }

    @Test
    void theOverviewCountsWhatWasAsked() {
        assertThat(browser.one(".tiles").getText()).contains("8", "4 次", "3 次");
        assertThat(browser.all(".chart rect.unanswered")).hasSize(30);
        browser.one("details summary").click();
        assertThat(browser.all("details tbody tr")).hasSize(30);
        browser.one("details summary").click();
        keep("desk-overview");
    }

    @Test
    void theFiguresAreThoseOfThePeriodAndOutcomeChosen() {
        browser.one("#outcome").findElement(By.xpath("option[.='不知道']")).click();
        browser.one(".filter button").click();
        browser.wait("the figures of one outcome", () -> browser.driver().getCurrentUrl().contains("outcome="));
        assertThat(browser.one(".tiles").getText()).contains("4 次", "0 次");
        assertThat(browser.one("#outcomes ~ table").getText()).contains("不知道").doesNotContain("列表");
        browser.driver().findElement(By.linkText("90 天")).click();
        browser.wait("90 days", () -> browser.one("h1").getText().equals("90 天总览"));
        assertThat(browser.all(".chart rect.answered")).hasSize(90);
        assertThat(browser.one("#outcome").getAttribute("value")).isEqualTo("不知道");
        keep("desk-overview-90");
        browser.driver().findElement(By.linkText("不筛选")).click();
        browser.wait("all of them", () -> browser.one(".tiles").getText().contains("8"));
    }

    @Test
    void nobodyComplained() {
        browser.driver().findElement(By.linkText("没用")).click();
        assertThat(browser.one("main").getText()).contains("30 天里没有人说");
        keep("desk-useless");
    }

    @Test
    void anyQuestionIsExplained() {
        browser.driver().findElement(By.linkText("解释")).click();
        browser.one("#question").sendKeys("学生居留能网上申请吗");
        browser.one("main form button").click();
        browser.wait("the explanation", () -> !browser.all("#hits").isEmpty());
        assertThat(browser.one("#said + p").getText()).contains("名单里有");
        assertThat(browser.all(".lines .parts").getFirst().getText()).isNotEmpty();
        keep("desk-explain");
    }

    @Test
    void anEditedFolderIsCheckedPublishedAndBroughtBack() throws IOException {
        Path article = folder.resolve("knowledge/demande-en-ligne.md");
        String before = Files.readString(article);
        browser.driver().findElement(By.linkText("版本")).click();
        String old = browser.one(".facts code").getText();
        Files.writeString(article, before + "\n\n## 滑雪场\n\n滑雪场早上九点开门。\n");

        reindex("check");
        assertThat(browser.one("#verdict").getText()).contains("检查完了");
        assertThat(browser.all(".steps li")).hasSize(3);
        assertThat(browser.one("#run").getText()).contains("已知问题答对", "滑雪场");
        assertThat(browser.one(".facts code").getText()).isEqualTo(old);
        keep("desk-check");

        reindex("publish");
        assertThat(browser.one("#verdict").getText()).isEqualTo("已发布新版。");
        assertThat(browser.one(".facts code").getText()).isNotEqualTo(old);
        assertThat(browser.one("#before ~ details").getText()).contains("滑雪场");
        keep("desk-edition");

        reindex("publish");
        assertThat(browser.one("#verdict").getText()).startsWith("没有改动");
        assertThat(browser.one("#before ~ details").getText()).as("the edition before is still the one before")
                .contains("滑雪场");

        Files.writeString(article, "---\ntitle: [\n---\n");
        reindex("force");
        assertThat(browser.one("#verdict").getText()).contains("有文件读不了");
        assertThat(browser.one("#run").getText()).contains("错误", "demande-en-ligne.md");
        Files.writeString(article, before);

        assertThat(browser.one("form[action$='/desk/rollback'] button").isDisplayed()).as("it asks first").isFalse();
        browser.all("details.sure summary").getLast().click();
        browser.one("form[action$='/desk/rollback'] button").click();
        browser.wait("the edition before", () -> browser.one(".facts code").getText().equals(old));
        assertThat(browser.one(".notice").getText()).contains("换回上一版了");
        noErrors();
    }

    /** Presses a button, and waits for the report that the page shows of itself at the end. */
    private void reindex(String mode) {
        browser.driver().executeScript("document.body.dataset.old = 'yes'");
        if (mode.equals("force")) {
            assertThat(browser.one("button[value=force]").isDisplayed()).as("it asks first").isFalse();
            browser.one("details.sure summary").click();
        }
        browser.one("button[value=" + mode + "]").click();
        browser.wait("the report of " + mode,
                () -> browser.all("body[data-old]").isEmpty() && !browser.all("#verdict").isEmpty());
    }

    private void open(String path) {
        browser.driver().get("http://localhost:" + port + path);
    }

    /** Keeps the page as a phone and a screen show it, light and dark, and holds each against axe. */
    private void keep(String name) {
        for (boolean dark : new boolean[]{false, true}) {
            browser.dark(dark);
            for (int width : new int[]{390, 1280}) {
                browser.width(width, width < 600 ? 844 : 900);
                assertThat(browser.fits()).as(name + " at " + width).isTrue();
                assertThat(Axe.violations(browser.driver())).as(name + " at " + width).isEmpty();
                browser.keepScreenshot(name + "-" + width + (dark ? "-dark" : ""));
            }
        }
        browser.dark(false);
        browser.width(390, 844);
        noErrors();
    }

    private void noErrors() {
        assertThat(browser.consoleErrors()).isEmpty();
    }
}
