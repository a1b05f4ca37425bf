package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A talk on the chat page that goes on: shared, stopped, asked again, edited, kept, cleared. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
final class TalkPageTest {

    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String PROSE = "学生续居留提前多久申请";

    @LocalServerPort
    private int port;
    private final Browser browser = Browser.start();

    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(browser.fits()).isTrue();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"390,844,false", "390,844,true", "1280,800,false", "1280,800,true"})
    void aTalkFromALinkToTheHistory(int width, int height, boolean dark) {
        browser.width(width, height);
        browser.dark(dark);
        String shade = width + (dark ? "-dark" : "");
        begin("#q=" + URLEncoder.encode(STUDENT, StandardCharsets.UTF_8));
        assertThat(browser.all(".asked")).as("nothing is asked before somebody says so").isEmpty();
        browser.keepScreenshot("talk-shared-" + shade);
        assertThat(Axe.violations(browser.driver())).as("shared").isEmpty();
        browser.answerTo(browser.one(".shared .chip")::click);
        assertThat(browser.driver().getCurrentUrl()).endsWith("/");
        assertThat(browser.all(".answer .all a")).as("a source without a title is named once")
                .extracting(source -> source.getDomProperty("textContent")).last().isEqualTo("interieur.gouv.fr");
        WebElement answer = ask(PROSE);
        answer.findElement(By.cssSelector(".sources .more")).click();
        browser.keepScreenshot("talk-rich-" + shade);
        assertThat(Axe.violations(browser.driver())).as("answer").isEmpty();
        browser.open(address());
        assertThat(browser.all(".asked")).as("after a reload").extracting(WebElement::getText)
                .containsExactly("您问：\n" + STUDENT, "您问：\n" + PROSE);
        browser.one("#fresh").click();
        assertThat(browser.all(".asked")).isEmpty();
        browser.one(".past summary").click();
        browser.keepScreenshot("talk-past-" + shade);
        assertThat(Axe.violations(browser.driver())).as("history").isEmpty();
        browser.all(".past-one").getFirst().click();
        assertThat(browser.all(".answer")).singleElement()
                .satisfies(shown -> assertThat(shown.getAccessibleName()).isEqualTo("回答：" + PROSE));
        clear();
        browser.open(address());
        assertThat(browser.all(".past, .asked")).isEmpty();
        assertThat(browser.driver().executeScript("return JSON.parse(localStorage.juliu).turns.length")).isEqualTo(0L);
    }

    @Test
    void whatThereIsToReadMovesNoAnswerWhenItComesLate() {
        begin("");
        browser.wait("the first screen", () -> !browser.all("#log .start").isEmpty());
        browser.driver().executeScript("document.querySelector('#log .start').remove()");
        WebElement answer = ask(STUDENT);
        browser.driver().executeScript("import('/start.js?late')");
        browser.wait("the first screen", () -> !browser.all("#log .start").isEmpty());
        assertThat(
                browser.driver().executeScript("const box = arguments[0].getBoundingClientRect(); return box.top >= 0"
                        + " && box.bottom <= innerHeight", answer))
                .as("the answer is seen").isEqualTo(true);
    }

    @Test
    void theLastQuestionIsEditedOrAskedAgainInItsPlace() {
        begin("");
        ask(STUDENT);
        ask("哪些居留已经可以网上办");
        act("修改").click();
        WebElement field = browser.one("#question");
        assertThat(field.getDomProperty("value")).isEqualTo("哪些居留已经可以网上办");
        field.sendKeys(Keys.ESCAPE);
        assertThat(browser.all(".edited")).isEmpty();
        act("修改").click();
        field.clear();
        field.sendKeys(PROSE + Keys.ENTER);
        browser.wait("the answer to the edited question",
                () -> browser.all(".typing").isEmpty() && asked().equals(List.of(STUDENT, PROSE)));
        assertThat(browser.all(".answer")).hasSize(2);
        Object before = browser.driver().executeScript("return JSON.parse(localStorage.juliu).turns[1].answer.id");
        act("重问").click();
        browser.wait("another answer", () -> !Objects.equals(before, browser.driver()
                .executeScript("return JSON.parse(localStorage.juliu).turns[1]?.answer.id")));
        assertThat(asked()).containsExactly(STUDENT, PROSE);
        assertThat(browser.driver().executeScript("return JSON.parse(localStorage.juliu).turns.length")).isEqualTo(2L);
    }

    @Test
    void aQuestionIsStoppedAndAskedAgain() {
        try (Relay relay = new Relay(port)) {
            browser.open(relay.address());
            relay.hold();
            browser.write(STUDENT);
            new Actions(browser.driver()).doubleClick(browser.one("#send")).perform();
            browser.wait("it can be stopped", () -> browser.one("#send").getText().equals("停止"));
            assertThat(browser.all(".failure")).as("the second press of a double one stops nothing").isEmpty();
            browser.one("#send").sendKeys(Keys.ENTER);
            browser.wait("it is stopped", () -> !browser.all(".failure").isEmpty());
            assertThat(browser.one(".failure").getText()).contains("已停下", "重试", "修改");
            assertThat(browser.one("#send").getText()).isEqualTo("发送");
            browser.keepScreenshot("talk-stopped");
            relay.release();
            browser.answerTo(browser.one(".failure button")::click);
            assertThat(asked()).containsExactly(STUDENT);
            assertThat(browser.all(".failure")).isEmpty();
        }
    }

    @Test
    void twoPagesOfOneDeviceShowOneTalk() {
        begin("");
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.open(address());
        ask(STUDENT);
        browser.driver().close();
        browser.driver().switchTo().window(first);
        browser.wait("the answer that the other page got", () -> asked().equals(List.of(STUDENT)));
    }

    @Test
    void anAnswerIsAsRichAsItsArticle() {
        begin("");
        WebElement answer = ask(PROSE);
        assertThat(answer.findElement(By.className("verdict")).getText()).endsWith("。");
        assertThat(answer.findElements(By.cssSelector(".text b, .text li, .text a"))).isNotEmpty();
        assertThat(answer.findElements(By.cssSelector(".text [lang=fr]"))).extracting(WebElement::getText)
                .contains("CESEDA");
        assertThat(answer.findElements(By.cssSelector(".text ul li b"))).extracting(WebElement::getText)
                .contains("学生续居留晚了要罚多少钱？");
        assertThat(answer.findElement(By.className("text")).getText()).doesNotContain("http", "**");
        List<WebElement> chips = answer.findElements(By.cssSelector(".sources a:not([hidden])"));
        assertThat(chips.getFirst().getText()).isEqualTo("《学生居留》");
        assertThat(chips).extracting(chip -> chip.getLocation().y).as("on one line").containsOnly(
                chips.getFirst().getLocation().y);
        assertThat(chips.get(1).getText()).doesNotContain("/", "http", "…");
        WebElement all = answer.findElement(By.cssSelector(".all"));
        assertThat(all.isDisplayed()).isFalse();
        answer.findElement(By.cssSelector(".sources .more")).click();
        assertThat(all.isDisplayed()).isTrue();
    }

    @Test
    void whatIsNamedOpensThere() {
        begin("");
        WebElement named = ask("10 年卡要在法国住满几年").findElement(By.partialLinkText("《家庭类居留》"));
        assertThat(named.getDomProperty("href")).isEqualTo(address() + "a/famille");
    }

    private String address() {
        return "http://localhost:" + port + "/";
    }

    /** Opens the page with nothing kept. */
    private void begin(String hash) {
        browser.open(address());
        browser.driver().executeScript("localStorage.clear(); sessionStorage.clear()");
        browser.driver().get("about:blank");
        browser.open(address() + hash);
    }

    private void clear() {
        if (browser.all(".past[open]").isEmpty()) {
            browser.one(".past summary").click();
        }
        WebElement clear = browser.one(".past .chip");
        clear.click();
        assertThat(clear.getText()).startsWith("确定");
        clear.click();
    }

    private List<String> asked() {
        return browser.all(".asked").stream().map(node -> node.getText().replaceFirst("^您问：\\s*", "")).toList();
    }

    private WebElement act(String words) {
        return browser.all(".answer").getLast().findElements(By.className("act")).stream()
                .filter(button -> button.getText().equals(words)).findFirst().orElseThrow();
    }

    private WebElement ask(String question) {
        return browser.answerTo(() -> {
            browser.write(question);
            browser.send();
        });
    }
}
