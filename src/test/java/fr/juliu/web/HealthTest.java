package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** What health tells the operator, and what it tells everybody else. */
final class HealthTest extends OperatorCase {

    @Test
    void aFileLeftOutIsNamedAndTheAppStaysUp() {
        JsonNode health = Client.JSON.readTree(new Client(port).get("/actuator/health").body());
        JsonNode knowledge = health.path("components").path("knowledge");
        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(knowledge.path("status").asString()).isEqualTo("UP");
        assertThat(knowledge.path("details").path("articles").asInt()).isEqualTo(1);
        assertThat(knowledge.path("details").path("known questions").asInt()).isZero();
        assertThat(knowledge.path("details").path("problems").valueStream().map(JsonNode::asString))
                .anyMatch(problem -> problem.matches("broken\\.md:\\d+: .+"));
    }

    @Test
    void theDiskIsTold() {
        JsonNode disk = Client.JSON.readTree(new Client(port).get("/actuator/health").body()).path("components")
                .path("disk");
        assertThat(disk.path("status").asString()).isIn("UP", "DEGRADED");
        assertThat(disk.path("details").path("free MB").asLong()).isPositive();
    }

    @Test
    void aFullDiskIsToldAndTheAppStaysUp(@TempDir Path folder) {
        Health full = new DiskHealth(folder, DataSize.ofBytes(Long.MAX_VALUE)).health();
        assertThat(full.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(new DiskHealth(folder.resolve("not/yet/there"), DataSize.ofBytes(0)).health().getStatus())
                .isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 198.51.100.7", "X-Forwarded-For, 127.0.0.1", "X-Real-IP, 198.51.100.7",
            "Forwarded, for=127.0.0.1", "Via, 1.1 proxy"})
    void whoComesThroughAProxyIsToldAWordAlone(String header, String value) {
        assertThat(new Client(port).get("/actuator/health", header, value).body()).contains("\"status\":\"UP\"")
                .doesNotContain("components", "details", "broken.md");
        assertThat(new Client(port).get("/actuator/health/knowledge", header, value).statusCode()).isEqualTo(404);
    }
}
