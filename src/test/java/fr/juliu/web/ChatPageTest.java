package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The chat page in a browser as wide as a phone, against the real server and the real articles. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.contact.telegram=juliu_help",
        "juliu.contact.wechat=juliu-help"})
@TestInstance(Lifecycle.PER_CLASS)
@Order(1)
final class ChatPageTest {

    private static final String STUDENT = "学生居留能网上申请吗";

    @LocalServerPort
    private int port;
    private final Browser browser = Browser.start();

    @BeforeEach
    void open() {
        browser.open("http://localhost:" + port + "/");
        browser.one("#fresh").click();
    }

    @AfterEach
    void nothingWentWrongInTheConsole() {
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(browser.fits()).isTrue();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aQuestionIsAnsweredWithTheVerdictFirst() {
        WebElement answer = ask(STUDENT);
        assertThat(answer.getAttribute("data-outcome")).isEqualTo("listed");
        assertThat(answer.findElement(By.cssSelector(".verdict")).getText()).startsWith("可以").contains("学生");
        assertThat(answer.getText()).contains("资料截至");
        assertThat(browser.all(".asked").getLast().getText()).endsWith(STUDENT);
        browser.keepScreenshot("listed");
    }

    @Test
    void aFollowingQuestionLeansOnTheOneBefore() {
        ask(STUDENT);
        assertThat(ask("那游客呢").getText()).contains("游客");
        browser.keepScreenshot("follow-up");
    }

    @Test
    void whatIsNotListedIsNoSmallPrint() {
        WebElement answer = ask("10 年卡能网上办吗");
        assertThat(answer.findElement(By.cssSelector(".text")).getText()).contains("可以", "名单里没有");
        assertThat(answer.findElement(By.cssSelector(".small")).getText()).startsWith("以官方信息为准");
        browser.keepScreenshot("mixed");
    }

    @Test
    void junkGetsAnHonestLine() {
        WebElement answer = ask("asdf qwer 12345");
        assertThat(answer.getAttribute("data-outcome")).isEqualTo("unknown");
        assertThat(answer.findElements(By.cssSelector(".label"))).isEmpty();
        browser.keepScreenshot("unknown");
    }

    @Test
    void aRefusalLeadsToAPersonAndOtherAnswersDoNot() {
        WebElement refusal = ask("宣誓翻译找哪位便宜");
        assertThat(refusal.getText()).contains("找人问：Telegram：@juliu_help · 微信：juliu-help");
        assertThat(refusal.findElement(By.linkText("Telegram：@juliu_help")).getAttribute("href"))
                .isEqualTo("https://t.me/juliu_help");
        browser.keepScreenshot("person");
        assertThat(ask(STUDENT).getText()).doesNotContain("找人问");
        assertThat(ask("转人工").getText()).contains("可以找：", "微信：juliu-help");
    }

    @Test
    void markupIsShownAsText() {
        String question = "<script>alert(1)</script><img src=x onerror=alert(2)> 学生居留";
        ask(question);
        assertThat(browser.all(".asked").getLast().getText()).endsWith(question);
        assertThat(browser.all("#log script, #log img")).isEmpty();
        browser.keepScreenshot("markup");
    }

    @Test
    void theListIsATable() {
        WebElement answer = ask("哪些居留已经可以网上办");
        assertThat(answer.getAttribute("data-outcome")).isEqualTo("list");
        assertThat(answer.findElements(By.cssSelector("tbody tr"))).hasSizeGreaterThan(5);
        browser.keepScreenshot("list");
    }

    @Test
    void aChipAsksItsQuestion() {
        WebElement chip = browser.one(".chip");
        String question = chip.getText();
        browser.keepScreenshot("welcome");
        browser.answerTo(chip::click);
        assertThat(browser.all(".asked").getLast().getText()).endsWith(question);
    }

    @Test
    void enterSends() {
        browser.answerTo(() -> browser.write(STUDENT + Keys.ENTER));
        assertThat(browser.one("#question").getAttribute("value")).isEmpty();
    }

    @Test
    void aProseAnswerNamesItsSection() {
        WebElement answer = ask("网站报错提交不了怎么办");
        assertThat(answer.getAttribute("data-outcome")).isEqualTo("section");
        browser.keepScreenshot("section");
    }

    @Test
    void theDateAndTheSourceStayInSightUnderALongAnswer() {
        WebElement answer = ask("网站报错提交不了怎么办");
        assertThat(answer.findElement(By.className("text")).getText()).doesNotContain("来源：", "资料截至");
        List<WebElement> tail = answer.findElements(By.cssSelector(":scope > .small"));
        assertThat(tail).allSatisfy(line -> assertThat(line.isDisplayed()).isTrue());
        assertThat(tail.getFirst().getText()).startsWith("资料截至").contains("以官方信息为准");
        WebElement place = answer.findElement(By.cssSelector(".sources a"));
        assertThat(place.getText()).startsWith("《");
        assertThat(place.getDomProperty("href")).contains("/a/");
    }

    @ParameterizedTest
    @CsvSource({"844,390", "320,256"})
    void aLongAnswerIsReadFromItsBeginningOnALowScreen(int width, int height) {
        browser.width(width, height);
        ask("哪些居留已经可以网上办");
        assertThat(top()).isBetween(0.0, height / 2.0);
        browser.keepScreenshot("low-" + width);
        ask(STUDENT);
        assertThat(top()).isBetween(0.0, height / 2.0);
        browser.width(390, 844);
    }

    /** Where the last question begins on the screen. */
    private double top() {
        return browser.driver().executeScript(
                "return [...document.querySelectorAll('.asked')].at(-1).getBoundingClientRect().top") instanceof Number top
                        ? top.doubleValue()
                        : Double.NaN;
    }

    @Test
    void anUrgentCaseIsNotSaidToStandInAnArticle() {
        WebElement answer = ask("我刚收到一封 OQTF，该怎么办");
        assertThat(answer.findElement(By.className("label")).getText()).contains("请先看这里").doesNotContain("文章");
        browser.keepScreenshot("urgent");
    }

    @Test
    void underATraditionalAnswerThePagesOwnWordsAreTraditional() {
        WebElement answer = ask("學生居留能網上申請嗎");
        assertThat(answer.findElement(By.className("label")).getText()).contains("可以網上辦");
        answer.findElements(By.className("act")).get(1).click();
        browser.wait("the reasons", () -> !answer.findElements(By.cssSelector(".why button")).isEmpty());
        assertThat(answer.findElement(By.className("why")).getText()).contains("謝謝，能說說哪裡不好嗎？", "答錯了", "過時了", "答非所問");
        assertThat(answer.findElement(By.className("acts")).getText()).contains("有用", "沒用", "複製");
        browser.keepScreenshot("traditional");
        assertThat(ask(STUDENT).findElement(By.className("acts")).getText()).contains("没用", "复制");
    }

    @Test
    void aLongConversationScrollsWithinThePage() {
        for (int i = 0; i < 5; i++) {
            ask(STUDENT);
        }
        assertThat(browser.staysInItsWindow()).isTrue();
        browser.keepScreenshot("long-conversation");
    }

    private WebElement ask(String question) {
        return browser.answerTo(() -> {
            browser.write(question);
            browser.send();
        });
    }
}
