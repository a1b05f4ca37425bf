package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.web.limit=3",
        "juliu.trusted-proxies=127.0.0.1,::1"})
final class WebLimitTest {

    private static final String QUESTION = "{\"question\": \"学生\"}";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @Test
    void eachAddressBehindTheProxyHasItsOwnLimit() {
        Client client = new Client(port);
        for (int i = 0; i < 3; i++) {
            assertThat(client.ask(QUESTION, "X-Forwarded-For", "198.51.100.7").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = client.ask(QUESTION, "X-Forwarded-For", "203.0.113.9, 198.51.100.7");
        AskApiTest.assertRefused(refused, 429, "请等");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
        assertThat(client.ask(QUESTION, "X-Forwarded-For", "198.51.100.8").statusCode()).isEqualTo(200);
        assertThat(client.get("/").statusCode()).isEqualTo(200);
    }
}
