package fr.juliu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.web.Axe;
import fr.juliu.web.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
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

/** The ways of somebody who reads: from the first screen to an article, by a search, and back to a question. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "juliu.model=off")
@TestInstance(Lifecycle.PER_CLASS)
final class ReadingJourneyTest {

    private static final String MEASURE = """
            const resources = performance.getEntriesByType('resource').filter(each => !each.name.startsWith('data:'));
            const page = performance.getEntriesByType('navigation')[0];
            const paint = performance.getEntriesByType('paint').find(each => each.name === 'first-contentful-paint');
            return [resources.length + 1, resources.reduce((sum, each) => sum + each.encodedBodySize, page.encodedBodySize),
              Math.round(paint ? paint.startTime : 0)];
            """;

    @LocalServerPort
    private int port;
    private final Browser browser = Browser.start();

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"390,844,false", "390,844,true", "1280,800,false", "1280,800,true"})
    void fromTheFirstScreenToASectionAndBackToAQuestion(int width, int height, boolean dark) {
        open("");
        look(width, height, dark);
        browser.wait("what there is to read", () -> !browser.all("#log .tile").isEmpty());
        sound("start", width, dark);
        WebElement topic = browser.all("#log .tile").get(2);
        assertThat(topic.getText()).startsWith("学习");
        topic.findElement(By.tagName("summary")).click();
        browser.wait("its articles", () -> topic.findElement(By.tagName("a")).isDisplayed());
        sound("topic", width, dark);
        topic.findElement(By.cssSelector("a[href$='/a/etudiant']")).click();
        browser.wait("the article", () -> !browser.all(".foot button").isEmpty());
        look(width, height, dark);
        boolean wide = width > 1100;
        browser.wait("the contents", () -> browser.one(".contents ol").isDisplayed() == wide);
        if (!wide) {
            browser.one(".contents summary").click();
        }
        WebElement place = browser.all(".contents a").get(1);
        String heading = place.getText();
        place.click();
        browser.wait("the section", () -> browser.one(":target").getText().equals(heading));
        browser.wait("the mark", () -> browser.all(".contents [aria-current]").size() == 1);
        assertThat(browser.one(".contents ol").isDisplayed()).isEqualTo(wide);
        sound("section", width, dark);
        WebElement foot = browser.all(".foot").get(2);
        assertThat(foot.findElement(By.className("dates")).getText()).startsWith("资料截至");
        foot.findElement(By.linkText("问这一段")).click();
        browser.wait("the question begun", () -> !browser.all("#question").isEmpty()
                && heading.equals(String.valueOf(browser.one("#question").getDomProperty("value")).strip()));
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("#");
        nothingWentWrong();
    }

    @ParameterizedTest
    @CsvSource({"390,844,false", "390,844,true", "1280,800,false", "1280,800,true"})
    void fromASearchToWhatIsFound(int width, int height, boolean dark) {
        open("changes");
        browser.one("body").sendKeys(Keys.chord(Keys.CONTROL, "k"));
        browser.wait("the search box", () -> browser.driver().getCurrentUrl().endsWith("/search"));
        browser.driver().switchTo().activeElement().sendKeys("补卡" + Keys.ENTER);
        browser.wait("what is found", () -> !browser.all(".result mark").isEmpty());
        look(width, height, dark);
        assertThat(browser.one(".found").getText()).contains("起可以网上办");
        sound("found", width, dark);
        browser.one("body").sendKeys(Keys.chord(Keys.CONTROL, "k"));
        assertThat(browser.driver().switchTo().activeElement().getDomProperty("value")).isEqualTo("补卡");
        browser.one(".result li a").click();
        browser.wait("its place", () -> !browser.all(":target").isEmpty());
        assertThat(browser.driver().getCurrentUrl()).contains("/a/changement-adresse-perte#");
        nothingWentWrong();
    }

    @Test
    void aSectionIsSaidToBeOfUseOrNot() {
        open("a/etudiant");
        look(390, 844, false);
        WebElement foot = browser.all(".foot").get(1);
        List<WebElement> buttons = foot.findElements(By.cssSelector(".acts button"));
        assertThat(foot.findElements(By.cssSelector(".act"))).allSatisfy(act -> {
            assertThat(act.getSize().height).isGreaterThanOrEqualTo(44);
            assertThat(act.getSize().width).isGreaterThanOrEqualTo(44);
        });
        buttons.get(1).click();
        browser.wait("why", () -> foot.getText().contains("哪里不好"));
        assertThat(buttons.get(1).getDomAttribute("aria-pressed")).isEqualTo("true");
        assertThat(Axe.violations(browser.driver())).isEmpty();
        foot.findElements(By.cssSelector(".told button")).getFirst().click();
        browser.wait("thanks", () -> foot.getText().contains("谢谢，记下了。"));
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(buttons.get(1));
        buttons.getFirst().click();
        browser.wait("the other", () -> "true".equals(buttons.getFirst().getDomAttribute("aria-pressed")));
        nothingWentWrong();
    }

    @Test
    void onPaperNothingIsFoldedAndNoAddressCut() {
        open("a/etudiant");
        browser.width(700, 900);
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(browser.fits()).isTrue();
        WebElement source = browser.one(".sources li a");
        assertThat(source.getSize().height).isPositive();
        assertThat(browser.driver().executeScript(
                "return getComputedStyle(arguments[0], '::after').content", source)).asString()
                .contains(String.valueOf(source.getDomAttribute("href")));
        assertThat(browser.one(".contents").isDisplayed()).isFalse();
        browser.keepScreenshot("print");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        nothingWentWrong();
    }

    @Test
    void aPageThatIsMissingLeadsOn() {
        for (int width : new int[]{390, 1280}) {
            open("a/etudiants");
            look(width, 844, width == 390);
            assertThat(browser.one(".near").getText()).contains("学生居留");
            assertThat(browser.fits()).isTrue();
            assertThat(Axe.violations(browser.driver())).isEmpty();
            browser.keepScreenshot("missing-" + width);
        }
        assertThat(browser.consoleErrors()).as("the pages that are missing").hasSize(2)
                .allMatch(line -> line.getMessage().contains("404"));
    }

    @ParameterizedTest
    @CsvSource({"'', 60000, 11", "a, 60000, 7", "a/etudiant, 65000, 7", "search?q=%E8%A1%A5%E5%8D%A1, 60000, 7",
            "list, 300000, 8"})
    void aPageIsFewBytesAndRequests(String path, int bytes, int requests) {
        browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
        open(path);
        if (path.isEmpty()) {
            browser.wait("what there is to read", () -> !browser.all("#log .tile").isEmpty());
        }
        browser.wait("a paint", () -> Boolean.TRUE.equals(
                browser.driver().executeScript("return performance.getEntriesByType('paint').length > 0")));
        List<?> figures = browser.driver().executeScript(MEASURE) instanceof List<?> told ? told : List.of();
        System.out.printf("/%s: %s requests, %s bytes sent, first paint after %s ms%n", path, figures.get(0),
                figures.get(1), figures.get(2));
        assertThat(number(figures.get(0))).isLessThanOrEqualTo(requests);
        assertThat(number(figures.get(1))).isPositive().isLessThanOrEqualTo(bytes);
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }

    /** Sets the screen: after a page was opened, as the driver begins each with a phone's. */
    private void look(int width, int height, boolean dark) {
        browser.width(width, height);
        browser.dark(dark);
    }

    private void open(String path) {
        browser.driver().get("http://localhost:" + port + "/" + path);
    }

    /** Whether what is seen fits and can be read by everybody; a picture of it is kept. */
    private void sound(String name, int width, boolean dark) {
        browser.keepScreenshot(name + "-" + width + (dark ? "-dark" : ""));
        assertThat(browser.fits()).as(name + " at " + width).isTrue();
        assertThat(Axe.violations(browser.driver())).as(name + " at " + width).isEmpty();
    }

    private void nothingWentWrong() {
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(browser.fits()).isTrue();
    }
}
