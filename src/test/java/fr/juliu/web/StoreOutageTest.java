package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.store.OutsideLock;
import fr.juliu.trust.Tried;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Another program holds the database of the running app. */
@Tried("answers and health while the database is locked or gone")
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "juliu.operators=127.0.0.1,::1")
@DirtiesContext
final class StoreOutageTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 6;

    @TempDir
    private static Path data = Path.of("");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry settings) {
        settings.add("juliu.data", () -> data);
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @Test
    void aLockedStoreHoldsUpNoAnswerAndIsTold() throws Exception {
        Client client = new Client(port);
        try (OutsideLock lock = new OutsideLock(data.resolve("juliu.db"))) {
            List<CompletableFuture<JsonNode>> asked = IntStream.range(0, AT_ONCE).mapToObj(i -> CompletableFuture
                    .supplyAsync(() -> client.answer(Map.of("question", "学生居留能网上申请吗")))).toList();
            assertThat(asked).extracting(answer -> answer.join().path("outcome").asString()).containsOnly("listed");
            await(client, "DEGRADED");
            HttpResponse<String> health = client.get("/actuator/health");
            assertThat(health.statusCode()).as("a restart would mend nothing").isEqualTo(200);
            assertThat(Client.JSON.readTree(health.body()).path("status").asString()).isEqualTo("DEGRADED");
            assertThat(store(client).path("details").path("trouble").asString()).contains("locked");

            String id = asked.getFirst().join().path("id").asString();
            HttpResponse<String> refused = client.feedback(Map.of("id", id, "useful", true));
            AskApiTest.assertRefused(refused, 503, "请过一会儿再试");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        await(client, "UP");
        assertThat(store(client).path("details").path("lost since the start").asInt()).isZero();
        assertThat(questions()).isEqualTo(AT_ONCE);
    }

    private static void await(Client client, String status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!store(client).path("status").asString().equals(status)) {
            assertThat(System.nanoTime()).as("never " + status).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static JsonNode store(Client client) {
        return Client.JSON.readTree(client.get("/actuator/health").body()).path("components").path("store");
    }

    private static int questions() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("juliu.db"));
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM question")) {
            return count.next() ? count.getInt(1) : 0;
        }
    }
}
