package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.Complaint;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The buttons under the chat page's answers, and what the page costs to load. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
@Order(1)
final class FeedbackPageTest {

    private static final int MOST_BYTES = 60_000;

    @LocalServerPort
    private int port;
    @Autowired
    private FeedbackBox box;
    private final Browser browser = Browser.start();

    @BeforeEach
    void open() {
        browser.width(390, 844);
        browser.dark(false);
        browser.open("http://localhost:" + port + "/");
        browser.one("#fresh").click();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(browser.fits()).isTrue();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aReasonIsAskedForAndThankedFor() {
        WebElement answer = ask("学生居留能网上申请吗");
        act(answer, "没用").click();
        told(answer, "能说说哪里不好吗");
        assertThat(pressed(answer)).containsExactly("没用");
        browser.keepScreenshot("feedback-reasons-390");
        reason(answer, "答非所问").click();
        told(answer, "谢谢，记下了。");
        act(answer, "有用").click();
        told(answer, "谢谢！");
        assertThat(pressed(answer)).containsExactly("有用");
    }

    @Test
    void theReasonsAreThoseThatTheServerKnows() {
        WebElement answer = ask("学生居留能网上申请吗");
        act(answer, "没用").click();
        told(answer, "能说说哪里不好吗");
        assertThat(answer.findElements(By.cssSelector(".why .chips button"))).extracting(WebElement::getText)
                .containsExactly(Arrays.stream(Complaint.values()).map(Complaint::label).toArray(String[]::new));
        String script = new Client(port).get("/answer.js").body();
        assertThat(Complaint.values()).allSatisfy(
                complaint -> assertThat(script).contains(complaint.key() + ": '" + complaint.label() + "'"));
    }

    @Test
    void theKeyboardIsEnough() {
        WebElement answer = ask("学生居留能网上申请吗");
        act(answer, "没用").sendKeys(Keys.ENTER);
        told(answer, "能说说哪里不好吗");
        reason(answer, "过时了").sendKeys(Keys.SPACE);
        WebElement link = browser.driver().switchTo().activeElement();
        assertThat(link.getAttribute("type")).isEqualTo("url");
        link.sendKeys("https://www.service-public.fr/newer");
        browser.keepScreenshot("feedback-outdated-390");
        link.sendKeys(Keys.ENTER);
        told(answer, "谢谢，记下了。");
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("没用");
        assertThat(browser.one("#status").getAttribute("textContent")).isEqualTo("谢谢，记下了。");
    }

    @Test
    void whatWasTypedStaysWhenItIsRefused() {
        WebElement answer = ask("学生居留能网上申请吗");
        act(answer, "没用").click();
        told(answer, "能说说哪里不好吗");
        reason(answer, "过时了").click();
        WebElement link = browser.driver().switchTo().activeElement();
        for (String refused : List.of("javascript:alert(1)", "看官网", "https://user@legifrance.gouv.fr/x")) {
            link.clear();
            link.sendKeys(refused + Keys.ENTER);
            told(answer, "网址");
            assertThat(link.getDomProperty("value")).isEqualTo(refused);
            assertThat(link.isDisplayed()).isTrue();
        }
        browser.keepScreenshot("feedback-refused-390");
        assertThat(browser.consoleErrors()).as("the one that the server refused").singleElement().asString()
                .contains("400");
        link.clear();
        link.sendKeys("legifrance.gouv.fr/x" + Keys.ENTER);
        told(answer, "谢谢，记下了。");
        assertThat(box.since(Instant.EPOCH)).extracting(Feedback::reason)
                .contains("outdated https://legifrance.gouv.fr/x");
    }

    @Test
    void theButtonsAreLargeEnoughForAThumb() {
        WebElement answer = ask("学生居留能网上申请吗");
        act(answer, "没用").click();
        told(answer, "能说说哪里不好吗");
        reason(answer, "过时了").click();
        assertThat(answer.findElements(By.cssSelector(".acts button, .why button, .why input"))).hasSize(12)
                .allSatisfy(control -> {
                    assertThat(control.getSize().height).isGreaterThanOrEqualTo(44);
                    assertThat(control.getSize().width).isGreaterThanOrEqualTo(44);
                });
    }

    @Test
    void whatWasSaidIsStillShownAfterAReload() {
        act(ask("学生居留能网上申请吗"), "有用").click();
        told(browser.one(".answer"), "谢谢！");
        browser.open("http://localhost:" + port + "/");
        assertThat(pressed(browser.one(".answer"))).containsExactly("有用");
    }

    @Test
    void smallTalkIsNotJudgedButAnHonestUnknownIs() {
        assertThat(acts(ask("你好"))).extracting(WebElement::getText).containsExactly("复制", "分享", "重问", "修改");
        assertThat(acts(ask("火星居留怎么办"))).extracting(WebElement::getText).contains("有用", "没用");
    }

    @ParameterizedTest
    @CsvSource({"390,844,false", "390,844,true", "1280,800,false", "1280,800,true"})
    void axeFindsNothing(int width, int height, boolean dark) {
        browser.width(width, height);
        browser.dark(dark);
        String shade = dark ? "-dark" : "";
        browser.keepScreenshot("chat-" + width + shade);
        assertThat(Axe.violations(browser.driver())).as("welcome").isEmpty();
        WebElement answer = ask("哪些居留已经可以网上办");
        ask("学生居留能网上申请吗");
        WebElement last = ask("网站报错提交不了怎么办");
        act(answer, "有用").click();
        act(last, "没用").click();
        told(last, "能说说哪里不好吗");
        reason(last, "过时了").click();
        browser.keepScreenshot("feedback-" + width + shade);
        assertThat(Axe.violations(browser.driver())).as("conversation").isEmpty();
    }

    @Test
    void thePageIsNineRequestsAndSixtyKilobytes() {
        browser.open("http://localhost:" + port + "/");
        browser.wait("what there is to read", () -> !browser.all("#log .start").isEmpty());
        List<String> loaded = loaded();
        // the manifest and its icon come when the browser wants them
        assertThat(loaded).extracting(name -> name.replaceFirst(".*/", ""))
                .filteredOn(name -> !name.matches("manifest.*|icon.*")).containsExactlyInAnyOrder("chat.css",
                        "chat.js", "answer.js", "dom.js", "talk.js", "start.css", "start.js", "start");
        var client = new Client(port);
        int bytes = List
                .of("/", "/chat.css", "/chat.js", "/answer.js", "/dom.js", "/talk.js", "/start.css", "/start.js")
                .stream()
                .mapToInt(path -> client.get(path).body().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        System.out.printf("chat page: %d requests, %d bytes uncompressed, first contentful paint after %s ms%n",
                loaded.size() + 1, bytes, browser.driver().executeScript(
                        "return Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime)"));
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }

    /** What the browser fetched for the page beside the page itself. */
    private List<String> loaded() {
        return browser.driver().executeScript(
                "return performance.getEntriesByType('resource').map(entry => entry.name)") instanceof List<?> names
                        ? names.stream().map(String::valueOf).filter(name -> !name.startsWith("data:")).toList()
                        : List.of();
    }

    private WebElement ask(String question) {
        return browser.answerTo(() -> {
            browser.write(question);
            browser.send();
        });
    }

    private void told(WebElement answer, String words) {
        browser.wait(words, () -> answer.findElements(By.cssSelector(".why > p")).stream()
                .anyMatch(line -> line.getText().contains(words))
                && (!words.contains("哪里") || !answer.findElements(By.cssSelector(".why button")).isEmpty()));
    }

    private static List<WebElement> acts(WebElement answer) {
        return answer.findElements(By.cssSelector(".act"));
    }

    private static WebElement act(WebElement answer, String words) {
        return named(acts(answer), words);
    }

    private static WebElement reason(WebElement answer, String words) {
        return named(answer.findElements(By.cssSelector(".why button")), words);
    }

    private static WebElement named(List<WebElement> buttons, String words) {
        return buttons.stream().filter(button -> button.getText().equals(words)).findFirst().orElseThrow();
    }

    private static List<String> pressed(WebElement answer) {
        return acts(answer).stream().filter(button -> "true".equals(button.getAttribute("aria-pressed")))
                .map(WebElement::getText).collect(Collectors.toList());
    }
}
