package fr.juliu.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.trust.Tried;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** More requests than places: some wait, the others are told at once to come again, and health is told all the same. */
@Tried("more questions than places")
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.model=off", "juliu.web.answers=1",
        "juliu.web.queue=2", "juliu.trusted-proxies=127.0.0.1"})
final class OverloadTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;
    @Autowired
    private Slow slow = new Slow();
    @Autowired
    private Places places = new Places(1, 1, Places.PAUSE);

    /** Answers when it is allowed to. */
    @RestController
    static final class Slow {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch allowed = new CountDownLatch(1);

        @GetMapping("/slow")
        String answer() throws InterruptedException {
            begun.countDown();
            allowed.await();
            return "done";
        }
    }

    @TestConfiguration
    static class Patience {

        @Bean
        Slow slow() {
            return new Slow();
        }

        @Bean
        @Primary
        Places patientPlaces(DoorSettings settings) {
            return new Places(settings.places(), settings.queue(), Duration.ofHours(1));
        }
    }

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @Test
    void theQueueIsBoundedAndNoAddressHasAllOfIt() throws Exception {
        CompletableFuture<HttpResponse<String>> answered = get("/slow", "198.51.100.1");
        slow.begun.await();
        CompletableFuture<HttpResponse<String>> waits = get("/slow", "198.51.100.1");
        awaitWaiting(1);
        assertRefused(get("/list", "198.51.100.1"));
        CompletableFuture<HttpResponse<String>> waitsToo = get("/slow", "198.51.100.2");
        awaitWaiting(2);
        for (String path : new String[]{"/", "/list", "/api/nothing", "/chat.js"}) {
            assertRefused(get(path, "198.51.100.3"));
        }
        assertThat(get("/actuator/health", "198.51.100.3").get().statusCode()).isEqualTo(200);
        slow.allowed.countDown();
        for (CompletableFuture<HttpResponse<String>> one : List.of(answered, waits, waitsToo)) {
            assertThat(one.get().body()).isEqualTo("done");
        }
        assertThat(get("/list", "198.51.100.3").get().statusCode()).isEqualTo(200);
    }

    private void awaitWaiting(int count) {
        while (places.waiting() < count) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void assertRefused(CompletableFuture<HttpResponse<String>> answer) throws Exception {
        assertThat(answer.get().statusCode()).isEqualTo(503);
        assertThat(answer.get().headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.get().body()).contains("现在问的人太多");
    }

    private CompletableFuture<HttpResponse<String>> get(String path, String from) {
        return HTTP.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-For", from).build(), BodyHandlers.ofString());
    }
}
