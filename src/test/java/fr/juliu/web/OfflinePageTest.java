package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.CurrentEdition;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The pages without a network, and as an app of their own. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
final class OfflinePageTest {

    private static final String DATED = "离线，内容截至 20";

    @LocalServerPort
    private int port;
    @Autowired
    private CurrentEdition edition;
    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void whatWasOpenedIsReadWithoutANetworkAndSaysOfWhenItIs() {
        String home;
        try (Relay relay = new Relay(port)) {
            home = relay.address();
            browser.driver().get(home + "a/etudiant");
            browser.wait("the page is kept", () -> Boolean.TRUE.equals(browser.driver().executeAsyncScript(
                    "const done = arguments[0]; caches.match(location.href).then(kept => done(!!kept && !!navigator.serviceWorker.controller))")));
            browser.driver().get(home + "list?q=%E5%AD%A6%E7%94%9F");
            browser.driver().get(home + "list");
            browser.driver().get(home);
            browser.wait("the list is kept", () -> Boolean.TRUE.equals(browser.driver().executeAsyncScript(
                    "const done = arguments[0]; caches.match('/list').then(kept => done(!!kept))")));
            assertThat(browser.driver().executeAsyncScript("const done = arguments[0];"
                    + "caches.keys().then(async names => done(names.length === 1 && (await (await caches.open(names[0])).keys())"
                    + ".every(({ url }) => !url.includes('?'))))")).as("no question is kept").isEqualTo(true);
            assertThat(browser.all(".offline")).isEmpty();
            assertThat(browser.consoleErrors()).isEmpty();
        }
        browser.driver().get(home + "a/etudiant");
        assertThat(browser.one("main .offline").getText()).startsWith(DATED);
        assertThat(browser.one("h1").getText()).startsWith("学生居留");
        browser.keepScreenshot("offline-article");
        assertThat(Axe.violations(browser.driver())).isEmpty();
        browser.driver().get(home + "list");
        assertThat(browser.one("main .offline").getText()).startsWith(DATED);
        assertThat(browser.all("#rollout tbody tr")).hasSizeGreaterThan(5);
        browser.driver().get(home + "a/famille");
        assertThat(browser.one("h1").getText()).isEqualTo("现在离线");
        browser.open(home);
        assertThat(browser.one(".offline").getText()).startsWith(DATED);
        browser.write("学生居留能网上申请吗");
        browser.send();
        browser.wait("no answer is made up", () -> !browser.all(".failure").isEmpty());
        browser.keepScreenshot("offline-chat");
    }

    @Test
    void whatIsKeptHasTheVersionOfTheEditionAndIsAskedForAgain() {
        HttpResponse<String> script = new Client(port).get("/sw.js");
        assertThat(script.body()).containsPattern("const VERSION = '" + edition.get().id() + "-[0-9a-f]{16}'");
        assertThat(script.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
    }

    @Test
    void thePagesCanBeInstalled() {
        Client client = new Client(port);
        HttpResponse<String> manifest = client.get("/manifest.webmanifest");
        assertThat(manifest.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/manifest+json");
        JsonNode told = Client.JSON.readTree(manifest.body());
        assertThat(told.path("display").asString()).isEqualTo("standalone");
        assertThat(told.path("icons").values()).hasSize(3)
                .allSatisfy(
                        icon -> assertThat(client.get("/" + icon.path("src").asString()).statusCode()).isEqualTo(200));
        for (String page : new String[]{"/", "/list", "/a", "/a/etudiant"}) {
            assertThat(client.get(page).body()).as(page).contains("manifest.webmanifest\"");
        }
    }
}
