package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.trust.Tried;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests that take longer to come in than they may, however busily they trickle. */
@Tried("headers and bodies that trickle in")
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.model=off",
        "juliu.web.arrival=300ms"})
final class SlowRequestTest {

    private static final int PAUSE = 20;
    private static final int MANY = 5_000;
    private static final String POST = "POST /api/ask HTTP/1.1\r\nHost: juliu\r\nContent-Type: application/json\r\n";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 60000\r\n\r\n{\"question\": \"", "Content-Length: 5000000\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nf000\r\n", "Content-Length: 60000\r\nExpect: 100-continue\r\n\r\n"})
    void aBodyThatTricklesIsRefused(String begin) {
        assertThat(trickled(POST + begin)).contains("HTTP/1.1 408", "application/problem+json", "请求来得太慢",
                "Content-Security-Policy: ", "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /desk/login HTTP/1.1\r\nHost: juliu\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\npassword=",
            "POST /nothing HTTP/1.1\r\nHost: juliu\r\nContent-Length: 60000\r\n\r\n"})
    void soIsOneThatNobodyWants(String begin) {
        assertThat(trickled(begin)).startsWith("HTTP/1.1 408");
    }

    @Test
    void headersThatTrickleAreClosed() {
        assertThat(trickled("GET / HTTP/1.1\r\nHost: juliu\r\nX-Slow: ")).isEmpty();
    }

    /** Sends a beginning and then a byte after another, until the other side has enough. */
    private String trickled(String begin) {
        try (Wire wire = new Wire(port)) {
            wire.send(begin);
            int sent = 0;
            while (!wire.isOver(PAUSE)) {
                wire.send("x");
                assertThat(sent++).as("bytes sent").isLessThan(MANY);
            }
            return wire.heard();
        }
    }
}
