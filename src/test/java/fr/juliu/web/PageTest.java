package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
final class PageTest {

    @LocalServerPort
    private int port;
    private Client client = new Client(0);

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat.css", "/chat.js", "/nothing", "/api/ask", "/actuator/health",
            "/widget", "/widget.js", "/base.css"})
    void everyResponseKeepsBrowsersInBounds(String path) {
        var headers = client.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'",
                "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void thePageIsAskedForAgainAndComesCompressed() {
        HttpResponse<String> page = client.get("/", "Accept-Encoding", "gzip");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(page.headers().firstValue("Content-Language")).contains("zh-Hans");
    }

    @Test
    void withoutScriptsItLeadsToWhatNeedsNone() {
        String page = client.get("/").body();
        for (String path : new String[]{"list", "a", "search"}) {
            assertThat(page.substring(page.indexOf("<noscript>"), page.indexOf("</noscript>")))
                    .contains("<a href=\"" + path + "\">");
            assertThat(client.get("/" + path).body()).doesNotContain("<noscript>").contains("<main");
        }
    }

    @Test
    void thePagesHaveTheColoursOfTheChat() {
        String chat = client.get("/chat.css").body();
        String base = client.get("/base.css").body();
        assertThat(chat).startsWith(base.substring(0, base.indexOf("* {")));
        assertThat(base.indexOf("* {")).isGreaterThan(1000);
    }

    @Test
    void aWrongAddressGetsAKindPage() {
        HttpResponse<String> page = client.get("/nothing%3Cscript%3E", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("这里没有这个页面", "去提问", "action=\"/search\"").doesNotContain("Whitelabel",
                "Exception", "<script>", "nothing");
    }

    @Test
    void theErrorPageItselfIsNoPage() {
        assertThat(client.get("/error").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/widget", "/widget.js"})
    void theWidgetIsOffUntilASiteIsNamed(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(404);
    }
}
