package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.FirstArticle;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests on which the app itself breaks: told in the log, but not as often as somebody likes. */
@Isolated
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "juliu.model=off")
@ExtendWith(OutputCaptureExtension.class)
final class MishapsTest {

    private static final int OFTEN = 20;

    @LocalServerPort
    private int port;

    /** Has two defects. */
    @RestController
    static final class Defective {

        @GetMapping("/defect")
        String one(@RequestParam(defaultValue = "") String none) {
            if (none.isEmpty()) {
                throw new IllegalStateException("the first defect");
            }
            return none;
        }

        @GetMapping("/defect/other")
        String other(@RequestParam(defaultValue = "") String none) {
            if (none.isEmpty()) {
                throw new UnsupportedOperationException("the other defect");
            }
            return none;
        }
    }

    @TestConfiguration
    static class DefectiveRoutes {

        @Bean
        Ticker standing() {
            return () -> 0;
        }

        @Bean
        Defective defective() {
            return new Defective();
        }
    }

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @Test
    void eachKindIsToldOnceAMinute(CapturedOutput output) {
        Client client = new Client(port);
        for (int i = 0; i < OFTEN; i++) {
            HttpResponse<String> broken = client.get("/defect");
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.body()).contains("我这边出了点问题").doesNotContain("defect");
            assertThat(broken.headers().firstValue("Content-Security-Policy")).isPresent();
        }
        assertThat(client.get("/defect/other").statusCode()).isEqualTo(500);
        assertThat(Pattern.compile("ERROR").matcher(output.getAll()).results()).hasSize(2);
        assertThat(output.getAll()).contains("the first defect", "the other defect",
                "(19 more did that were not told)");
        assertThat(output.getAll().lines().filter(line -> line.contains("ERROR"))).as("one line each, with its trace")
                .hasSize(2).allMatch(line -> line.contains(" | at fr.juliu.web.MishapsTest"));
    }
}
