package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.JuliuApplication;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A proxy that nobody told the app of: the operator hears of it, at the start and once when it is seen. */
@Isolated
@Tag("integration")
@ExtendWith(OutputCaptureExtension.class)
final class ProxyNotTrustedTest {

    private static final String SEEN = "127.0.0.1 sends X-Forwarded-For and is not in juliu.trusted-proxies";

    @TempDir
    private Path data = Path.of("");

    @Test
    void itIsSaidAtTheStartAndOnceInTheLog(CapturedOutput output) {
        try (ConfigurableApplicationContext app = app()) {
            assertThat(output.getAll()).contains("No proxy is trusted").doesNotContain(SEEN);
            ask(app);
            assertThat(output.getAll()).doesNotContain(SEEN);
            for (int i = 0; i < 3; i++) {
                ask(app, "X-Forwarded-For", "198.51.100." + i);
            }
            assertThat(output.getAll()).containsOnlyOnce(SEEN).doesNotContain("198.51.100.");
        }
    }

    @Test
    void oneThatIsTrustedIsNoNews(CapturedOutput output) {
        try (ConfigurableApplicationContext app = app("--juliu.trusted-proxies=127.0.0.1")) {
            ask(app, "X-Forwarded-For", "198.51.100.1");
            assertThat(output.getAll()).doesNotContain("No proxy is trusted", SEEN);
        }
    }

    private ConfigurableApplicationContext app(String... settings) {
        String[] all = Stream.concat(Stream.of("--server.port=0",
                "--server.address=127.0.0.1", "--juliu.model=off", "--juliu.data=" + data,
                "--juliu.knowledge=" + FirstArticle.folder(), "--juliu.public-url=https://juliu.example.org"),
                Stream.of(settings)).toArray(String[]::new);
        return SpringApplication.run(JuliuApplication.class, all);
    }

    private static void ask(ConfigurableApplicationContext app, String... headers) {
        int port = Integer.parseInt(app.getEnvironment().getRequiredProperty("local.server.port"));
        assertThat(new Client(port).get("/list", headers).statusCode()).isEqualTo(200);
    }
}
