package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** How many questions a minute each address has. */
final class WebLimitTest extends OperatorCase {

    private static final String QUESTION = "{\"question\": \"学生\"}";

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
