package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.trust.Tried;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Servers whose model is damaged, and where its native library goes; each in a process of its own. */
@Tried("a damaged model, and a folder that no program may run from")
@Tag("integration")
@Order(1)
final class ModelTroubleTest {

    private static final String CLASSPATH = System.getProperty("java.class.path");
    private static final String NETWORK = "encoder.onnx";
    private static final List<String> PROSE = List.of("学生一年能打工多少小时", "换工作要重新办工作许可吗", "入籍法语要什么水平",
            "打工小时数没用完能攒到下一年吗", "x", "");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDamagedModelIsToldAtTheStartAndTablesAnswer() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("model")).resolve(NETWORK), "no model");
        answersWithoutAModel(folder + File.pathSeparator + CLASSPATH, NETWORK + " is damaged");
    }

    private void answersWithoutAModel(String classpath, String fault) throws IOException, InterruptedException {
        try (ServerProcess server = new ServerProcess(classpath, folder.resolve("data"))) {
            assertThat(server.log()).filteredOn(line -> line.contains("model")).singleElement().asString()
                    .contains("WARN", fault, "restart");
            Client client = server.client();
            for (String question : PROSE) {
                HttpResponse<String> answer = client.ask(Client.JSON
                        .writeValueAsString(Map.of("question", question, "explain", true, "conversation", "a")));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(question.isEmpty() ? 400 : 200);
            }
            assertThat(client.answer(Map.of("question", "学生居留能网上申请吗")).path("outcome").asString())
                    .isEqualTo("listed");
            assertThat(client.answer(Map.of("question", "学生一年能打工多少小时")).path("outcome").asString())
                    .isEqualTo("unknown");
            HttpResponse<String> health = client.get("/actuator/health");
            JsonNode all = Client.JSON.readTree(health.body());
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(all.path("status").asString()).isEqualTo("DEGRADED");
            assertThat(all.path("components").path("model").path("status").asString()).isEqualTo("DEGRADED");
            assertThat(all.path("components").path("knowledge").path("status").asString()).isEqualTo("UP");
            assertThat(server.log()).filteredOn(line -> line.contains("model")).hasSize(1);
            assertThat(server.log()).as("one line an event, with its date")
                    .allMatch(line -> line.matches("20\\d\\d-\\d\\d-\\d\\dT\\S+ (INFO |WARN |ERROR) \\S.*"))
                    .anyMatch(line -> line.contains("Store: SQLite, " + folder.resolve("data")))
                    .anyMatch(line -> line.contains("Knowledge: ") && line.contains("table of 2024-07"))
                    .anyMatch(line -> line.contains("Desk is off"));
        }
    }

    /** A library there that is damaged is none to load. */
    @Test
    void theNativeLibraryOfTheModelStaysInTheDataFolder() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path library = folder.resolve("data/native").resolve(System.mapLibraryName("onnxruntime"));
        Files.createDirectories(library.resolveSibling("."));
        Files.writeString(library, "torn");
        for (int start = 0; start < 2; start++) {
            try (ServerProcess server = new ServerProcess(CLASSPATH, folder.resolve("data"),
                    "-Djava.io.tmpdir=" + temporary, "-Djuliu.log=json", "-Djuliu.knowlege=x")) {
                assertThat(server.log()).map(Client.JSON::readTree)
                        .allSatisfy(line -> assertThat(line.path("@timestamp").asString()).startsWith("20"))
                        .anySatisfy(line -> {
                            assertThat(line.path("level").asString()).isEqualTo("WARN");
                            assertThat(line.path("message").asString()).contains("juliu.knowlege",
                                    "is juliu.knowledge meant?");
                        });
                JsonNode answer = server.client()
                        .answer(Map.of("question", "学生一年能打工多少小时", "explain", true));
                assertThat(answer.path("outcome").asString()).isEqualTo("section");
                assertThat(Client.JSON.readTree(server.client().get("/actuator/health").body()).path("components")
                        .path("model").path("status").asString()).isEqualTo("UP");
            }
            assertThat(named("onnxruntime", temporary)).isEmpty();
            assertThat(named("onnxruntime", folder.resolve("data/native"))).hasSizeGreaterThan(1)
                    .noneMatch(file -> file.toString().endsWith(".part"));
            assertThat(library).isNotEmptyFile().satisfies(file -> assertThat(Files.size(file)).isGreaterThan(1 << 20));
        }
    }

    private static List<Path> named(String part, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> file.getFileName().toString().contains(part))
                    .toList();
        }
    }
}
