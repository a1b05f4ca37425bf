package fr.juliu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.web.Axe;
import fr.juliu.web.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages to read in a browser, as wide as a phone and as a desk's screen, in light and dark. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "juliu.model=off")
@TestInstance(Lifecycle.PER_CLASS)
@Order(1)
final class PagesBrowserTest {

    @LocalServerPort
    private int port;
    private final Browser browser = Browser.start();

    @AfterEach
    void nothingWentWrongInTheConsole() {
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"article, a/demande-en-ligne", "long-article, a/plateforme-anef", "articles, a", "rollout, list",
            "search, search?q=%E5%8D%81%E5%B9%B4%E5%8D%A1", "search-empty, search",
            "changes, changes"})
    void aPageFitsAndCanBeReadByEverybody(String name, String path) {
        for (int width : new int[]{390, 1280}) {
            for (boolean dark : new boolean[]{false, true}) {
                open(path);
                browser.width(width, 844);
                browser.dark(dark);
                assertThat(browser.driver().executeScript("return innerWidth")).isEqualTo((long) width);
                assertThat(browser.fits()).as(name + " at " + width).isTrue();
                assertThat(Axe.violations(browser.driver())).as(name + " at " + width + (dark ? ", dark" : ""))
                        .isEmpty();
                browser.keepScreenshot(name + "-" + width + (dark ? "-dark" : ""));
            }
        }
    }

    @Test
    void theListIsSearchedAndSortedLive() {
        browser.width(390, 844);
        browser.dark(false);
        open("list");
        int all = shown().size();
        assertThat(all).isGreaterThan(20);
        assertThat(search("Étudiant")).isPositive().isLessThan(all);
        assertThat(browser.driver().getCurrentUrl()).contains("q=");
        browser.keepScreenshot("rollout-search-390");
        search("qqqq");
        assertThat(shown()).isEmpty();
        assertThat(browser.one("#none").isDisplayed()).isTrue();
        assertThat(search("居留")).isLessThan(all);
        browser.one("#q").clear();
        browser.one("#q").sendKeys(" ");
        browser.wait("all", () -> shown().size() == all);
        List<String> newestFirst = texts();
        browser.one("[data-sort=permit]").click();
        browser.wait("the other order", () -> !texts().equals(newestFirst));
        assertThat(shown()).hasSize(all);
        assertThat(browser.one("[aria-sort=ascending]").getText()).contains("居留类型");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("data-sort")).isEqualTo("permit");
        List<String> live = texts();
        open("list?sort=permit");
        assertThat(texts()).isEqualTo(live);
        browser.one("[data-sort=permit]").click();
        browser.wait("the names turned", () -> texts().getLast().equals(live.getFirst()));
        assertThat(browser.one("[aria-sort=descending]").getText()).contains("居留类型");
        browser.one("[data-sort=date]").click();
        browser.wait("the newest first", () -> texts().equals(newestFirst));
        browser.one("[data-sort=date]").click();
        browser.wait("the oldest first", () -> texts().getFirst().startsWith("2019"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生", "學生", "passeport-talent", "2023 年", "d’un ressortissant", "VLS-TS", "2023 年 10 月"})
    void whatIsTypedFindsWhatTheServerFinds(String words) {
        open("list?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        List<String> served = texts();
        assertThat(served).isNotEmpty();
        open("list");
        search(words);
        assertThat(texts()).isEqualTo(served);
    }

    /** How many rows are found. */
    private int search(String words) {
        browser.one("#q").clear();
        browser.one("#q").sendKeys(words);
        String asked = "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT) + "&";
        browser.wait("what is found", () -> browser.driver().getCurrentUrl().toLowerCase(Locale.ROOT).contains(asked));
        assertThat(browser.one("#count").getText()).startsWith("找到 " + shown().size() + " 项");
        return shown().size();
    }

    @Test
    void anAddressLeadsToItsPlace() {
        open("a/demande-en-ligne#%E5%B1%85%E7%95%99");
        assertThat(browser.one(":target").getText()).isEqualTo("居留");
    }

    private void open(String path) {
        browser.driver().get("http://localhost:" + port + "/" + path);
    }

    private List<String> texts() {
        return shown().stream().map(WebElement::getText).toList();
    }

    private List<WebElement> shown() {
        return browser.all("#rollout tbody tr:not([hidden])");
    }
}
