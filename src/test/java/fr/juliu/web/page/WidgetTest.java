package fr.juliu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.web.Axe;
import fr.juliu.web.Browser;
import fr.juliu.web.Client;
import fr.juliu.web.OtherSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The chat on another site, in a browser: a site that may show it, and one that may not. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
@Order(1)
final class WidgetTest {

    private static final OtherSite FRIEND = new OtherSite();
    private static final OtherSite STRANGER = new OtherSite();

    @LocalServerPort
    private int port;
    private final Browser browser = Browser.start();

    @DynamicPropertySource
    static void origins(DynamicPropertyRegistry settings) {
        settings.add("juliu.widget.origins", () -> "https://example.org, " + FRIEND.origin());
    }

    @BeforeEach
    void show() {
        browser.driver().switchTo().defaultContent();
        if (browser.driver().getCurrentUrl().startsWith("data:")) {
            FRIEND.show(script());
            STRANGER.show(script());
        }
    }

    /** The script twice, as sites have it by mistake. */
    private String script() {
        return ("<script src=\"http://localhost:" + port + "/widget.js\" async></script>").repeat(2);
    }

    @AfterAll
    void close() {
        browser.close();
        FRIEND.close();
        STRANGER.close();
    }

    @Test
    void aQuestionIsAskedAndAnsweredOnTheOtherSite() {
        visit(FRIEND);
        browser.width(1280, 800);
        assertThat(browser.all("juliu-chat")).hasSize(1);
        assertThat(browser.all("iframe")).isEmpty();
        assertThat(part(".mark").getAccessibleName()).isEqualTo("在法居留问答");
        assertThat(Axe.violations(browser.driver())).isEmpty();
        part(".mark").click();
        enter();
        assertThat(browser.one("header .seal").isDisplayed()).isFalse();
        assertThat(browser.all("footer a")).allMatch(link -> "_blank".equals(link.getAttribute("target")));
        assertThat(Axe.violations(browser.driver())).isEmpty();
        ask();
        browser.driver().switchTo().defaultContent();
        assertThat(browser.driver().executeScript("return sessionStorage.length + localStorage.length"))
                .as("nothing of the other site's").isEqualTo(0L);
        browser.keepScreenshot("widget-1280");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void escapeAndTheButtonCloseItAndTheConversationStays() {
        forgetTalks();
        visit(FRIEND);
        part(".mark").sendKeys(Keys.ENTER);
        enter();
        ask();
        browser.one("#question").sendKeys(Keys.ESCAPE);
        browser.driver().switchTo().defaultContent();
        browser.wait("it is closed", () -> !part(".panel").isDisplayed());
        assertThat(part(".mark").getAttribute("aria-expanded")).isEqualTo("false");
        assertThat(browser.driver().executeScript(
                "return document.querySelector('juliu-chat').shadowRoot.activeElement.className")).isEqualTo("mark");
        part(".mark").click();
        enter();
        assertThat(browser.all(".answer")).hasSize(1);
        browser.driver().switchTo().defaultContent();
        part(".close").click();
        assertThat(part(".panel").isDisplayed()).isFalse();
        visit(FRIEND);
        part(".mark").click();
        enter();
        assertThat(browser.all(".answer")).as("on the next page of the site").hasSize(1);
    }

    @Test
    void aSiteGreetsInItsOwnWordsAndOpensItByCode() {
        forgetTalks();
        FRIEND.show("<script src=\"http://localhost:" + port
                + "/widget.js\" data-lang=\"zh-Hant\" data-greeting=\"協會問好\" async></script>");
        visit(FRIEND);
        assertThat(part(".mark").getAccessibleName()).isEqualTo("在法居留問答");
        browser.driver().executeScript("Juliu.open('學生居留能網上申請嗎')");
        enter();
        browser.wait("the question is offered", () -> !browser.all(".shared .chip").isEmpty());
        assertThat(browser.one("#greeting").getText()).isEqualTo("協會問好");
        assertThat(browser.one("#fresh").getText()).isEqualTo("新對話");
        assertThat(browser.one("#send").getText()).isEqualTo("發送");
        assertThat(browser.all(".asked")).isEmpty();
        browser.keepScreenshot("widget-hant");
        WebElement answer = browser.answerTo(browser.one(".shared .chip")::click);
        assertThat(answer.getText()).contains("可以", "網上");
        browser.driver().switchTo().defaultContent();
        browser.driver().executeScript("Juliu.close()");
        assertThat(part(".panel").isDisplayed()).isFalse();
        FRIEND.show(script());
    }

    /** What the reader asked before stays on his device, as long as he wants. */
    private void forgetTalks() {
        visit(FRIEND);
        part(".mark").click();
        enter();
        browser.driver().executeScript("localStorage.clear()");
        browser.driver().switchTo().defaultContent();
    }

    @Test
    void onAPhoneItFillsTheScreen() {
        visit(FRIEND);
        browser.width(390, 844);
        browser.keepScreenshot("widget-closed-390");
        part(".mark").click();
        assertThat(part(".panel").getRect().getDimension()).hasToString("(390, 844)");
        assertThat(part(".mark").isDisplayed()).isFalse();
        enter();
        ask();
        browser.driver().switchTo().defaultContent();
        browser.keepScreenshot("widget-390");
        part(".close").click();
        assertThat(part(".mark").isDisplayed()).isTrue();
    }

    @Test
    void aSiteThatIsNotNamedSaysSoInWords() {
        visit(STRANGER);
        part(".mark").click();
        browser.wait("the browser refuses", () -> browser.driver().manage().logs().get("browser").getAll().stream()
                .anyMatch(entry -> entry.getMessage().contains("frame-ancestors")));
        browser.wait("it says so", () -> part(".panel").getText().contains("还没有获准"));
        assertThat(part("iframe").isDisplayed()).isFalse();
        assertThat(part(".sorry a").getDomProperty("href")).isEqualTo("http://localhost:" + port + "/");
        browser.keepScreenshot("widget-refused");
        assertThat(Axe.violations(browser.driver())).isEmpty();
        part(".close").click();
        assertThat(part(".panel").isDisplayed()).isFalse();
    }

    @Test
    void onlyTheWidgetsPageMayBeFramed() {
        Client client = new Client(port);
        HttpResponse<String> framed = client.get("/widget");
        assertThat(framed.statusCode()).isEqualTo(200);
        assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors https://example.org " + FRIEND.origin()).doesNotContain("unsafe");
        assertThat(framed.headers().firstValue("X-Frame-Options")).isEmpty();
        for (String path : new String[]{"/", "/index.html", "/widget.js", "/widget/", "/nothing"}) {
            assertThat(client.get(path).headers().firstValue("Content-Security-Policy").orElseThrow()).as(path)
                    .endsWith("frame-ancestors 'none'");
            assertThat(client.get(path).headers().firstValue("X-Frame-Options")).as(path).contains("DENY");
        }
    }

    @Test
    void theScriptIsSmall() {
        HttpResponse<String> script = new Client(port).get("/widget.js");
        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        int bytes = script.body().getBytes(StandardCharsets.UTF_8).length;
        System.out.printf("widget.js: %d bytes uncompressed%n", bytes);
        assertThat(bytes).isLessThan(8_000);
    }

    private void visit(OtherSite site) {
        browser.driver().get(site.origin() + "/");
        browser.wait("the button", () -> !browser.all("juliu-chat").isEmpty());
    }

    private void enter() {
        browser.driver().switchTo().frame(part("iframe"));
        browser.wait("the chat", () -> !browser.all(".chip").isEmpty());
    }

    private void ask() {
        WebElement answer = browser.answerTo(() -> {
            browser.write("学生居留能网上申请吗");
            browser.send();
        });
        assertThat(answer.getText()).contains("可以", "没用");
    }

    private WebElement part(String selector) {
        SearchContext shadow = browser.one("juliu-chat").getShadowRoot();
        return shadow.findElement(By.cssSelector(selector));
    }
}
