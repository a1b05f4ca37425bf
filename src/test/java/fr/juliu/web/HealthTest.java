package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
final class HealthTest {

    @TempDir
    private static Path folder = Path.of("");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void brokenFolder(DynamicPropertyRegistry settings) throws IOException {
        Files.writeString(folder.resolve("good.md"), "---\ntitle: 好文章\nas_of: 2024-05\n---\n\n居留卡要随身带。\n");
        Files.writeString(folder.resolve("broken.md"), "---\ntitle: [\n---\n\n坏文章。\n");
        settings.add("juliu.knowledge", () -> folder);
    }

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
}
