package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.web.Client;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Without a password there is no desk. */
@Isolated
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.desk.password=", "juliu.model=off",
        "juliu.limit.person=19"})
@ExtendWith(OutputCaptureExtension.class)
final class DeskOffTest {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @Test
    void thereIsNothing(CapturedOutput output) {
        Client client = new Client(port);
        for (String path : new String[]{"/desk", "/desk/login", "/desk/edition", "/desk/reindex"}) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(output.getAll()).doesNotContain("generated security password");
    }
}
