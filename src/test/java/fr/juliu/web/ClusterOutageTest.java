package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An app that is to look words up in a cluster which is not there. */
@Tag("integration")
final class ClusterOutageTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aClusterThatIsAwayHindersNeitherTheStartNorAnswersAndIsTold() throws Exception {
        try (ServerProcess server = new ServerProcess(System.getProperty("java.class.path"), folder.resolve("data"),
                "-Djuliu.search=opensearch", "-Djuliu.opensearch.url=http://127.0.0.1:1",
                "-Djuliu.opensearch.user=me", "-Djuliu.opensearch.password=geheim")) {
            assertThat(server.client().answer(Map.of("question", "学生居留能网上申请吗")).path("outcome").asString())
                    .isEqualTo("listed");
            assertThat(server.client().answer(Map.of("question", "学生一年能打工多少小时")).path("text").asString())
                    .contains("964");
            JsonNode health = Client.JSON.readTree(server.client().get("/actuator/health").body());
            JsonNode cluster = health.path("components").path("opensearch");
            assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
            assertThat(cluster.path("status").asString()).isEqualTo("DEGRADED");
            assertThat(cluster.path("details").path("state").asString()).isEqualTo("away");
            assertThat(cluster.path("details").path("fault").asString()).contains("cannot be reached");
            assertThat(cluster.path("details").path("searches answered here").asInt()).isPositive();
            assertThat(server.client().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(server.log()).noneMatch(line -> line.contains("geheim"))
                    .anyMatch(line -> line.contains("INFO") && line.contains("Search: OpenSearch at 127.0.0.1:1"))
                    .filteredOn(line -> line.contains("WARN") && line.contains("OpenSearch")).singleElement().asString()
                    .contains("cannot be reached", "in this process");
        }
    }
}
