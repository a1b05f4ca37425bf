package fr.juliu.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.JuliuApplication;
import fr.juliu.trust.Tried;
import fr.juliu.web.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Requests that came before the house closed: each is answered, or told to come again. */
@Tried("what came before a shutdown is answered")
@Tag("integration")
final class ClosingTest {

    private static final int REQUESTS = 40;

    @TempDir
    private Path data = Path.of("");

    @Test
    void noRequestThatCameIsLost() {
        ConfigurableApplicationContext app = SpringApplication.run(JuliuApplication.class, "--server.port=0",
                "--juliu.model=off", "--spring.lifecycle.timeout-per-shutdown-phase=90s", "--juliu.data=" + data,
                "--juliu.knowledge=" + FirstArticle.folder());
        int port = Integer.parseInt(app.getEnvironment().getRequiredProperty("local.server.port"));
        List<Wire> fresh = wires(port);
        List<Wire> used = wires(port);
        used.forEach(wire -> {
            wire.send("GET /actuator/health HTTP/1.1\r\nHost: juliu\r\n\r\n");
            while (!wire.heard().contains("UP")) {
                assertThat(wire.isOver(1000)).isFalse();
            }
        });
        List<Wire> all = Stream.concat(fresh.stream(), used.stream()).toList();
        IntStream.range(0, all.size()).forEach(i -> all.get(i).send(question(i)));
        app.close();
        List<String> answers = all.stream().map(Wire::answer).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).containsAnyOf("\"outcome\":", "HTTP/1.1 503"));
        assertThat(answers).anySatisfy(answer -> assertThat(answer).contains("\"outcome\":", "Connection: close"));
    }

    private static List<Wire> wires(int port) {
        return IntStream.range(0, REQUESTS).mapToObj(i -> new Wire(port)).toList();
    }

    private static String question(int i) {
        String question = "{\"question\": \"学生居留第 " + i + " 年能网上申请吗\"}";
        return "POST /api/ask HTTP/1.1\r\nHost: juliu\r\nContent-Type: application/json\r\nContent-Length: "
                + question.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + question;
    }
}
