package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.JuliuApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that fail: each leaves one line that names what to mend. */
@Tag("integration")
@Order(1)
final class StartFailureTest {

    private static final String KNOWLEDGE = "--juliu.knowledge=" + FirstArticle.folder();

    @TempDir
    private static Path shared = Path.of("");
    @TempDir
    private Path folder = Path.of("");
    @AutoClose
    private static @Nullable FailingStarts starts;

    @BeforeAll
    static void open() throws IOException {
        starts = new FailingStarts(shared);
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(startAlone(KNOWLEDGE, "--server.port=" + taken.getLocalPort()))
                    .contains("port " + taken.getLocalPort() + " is in use", "server.port");
        }
    }

    @Test
    void aFolderWithoutArticlesIsNamed() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(startAlone("--juliu.knowledge=" + empty, "--server.port=0")).contains(empty.toString(), "*.md");
    }

    @Test
    void aBrokenSettingIsNamed() throws Exception {
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.web.limit=abc")).contains("juliu.web.limit is abc");
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.check.floor=2")).contains("juliu.check.floor is 2.0");
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.log=xml")).contains("juliu.log is xml; set it to text");
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.widget.origins=https://a.org,https://b.org/page"))
                .contains("juliu.widget.origins holds https://b.org/page; set it to origins");
    }

    @Test
    void aClusterWithoutAnAddressIsNamed() throws Exception {
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.search=elastic"))
                .contains("juliu.search is elastic; set it to lucene or opensearch");
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.search=opensearch"))
                .contains("juliu.opensearch.url is empty; set it to the address of the cluster");
    }

    @Test
    void aWebhookWithoutAddressOrSecretIsNamed() throws Exception {
        String[] webhook = {KNOWLEDGE, "--server.port=0", "--juliu.telegram.token=1:a", "--juliu.telegram.mode=webhook",
                "--juliu.public-url="};
        assertThat(start(webhook)).contains("juliu.public-url is not set");
        webhook[4] = "--juliu.public-url=https://juliu.example.org";
        assertThat(start(webhook)).contains("juliu.telegram.webhook-secret is not set");
    }

    @Test
    void aWeChatKeyWithoutItsAccountIsNamed() throws Exception {
        String[] key = {KNOWLEDGE, "--server.port=0", "--juliu.wechat.token=juliuToken",
                "--juliu.wechat.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"};
        assertThat(start(key)).contains("juliu.wechat.app-id is not set").doesNotContain("juliuToken", "abcdefgh");
    }

    @Test
    void aDeskPasswordThatIsTooShortIsNamed() throws Exception {
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.desk.password=geheim"))
                .contains("juliu.desk.password is shorter than 8 characters").doesNotContain("geheim");
    }

    @Test
    void aBrokenCatalogueIsNamed() throws Exception {
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(config.resolve("permits.yml"), "permits: [\n");
        assertThat(startAlone(KNOWLEDGE, "--server.port=0")).contains("permits.yml:2: is not valid YAML")
                .doesNotContain("\tat ");
    }

    @Test
    void aCatalogueFolderThatIsNoneIsNamed() throws Exception {
        Path absent = folder.resolve("absent");
        Path file = Files.writeString(folder.resolve("file"), "permits: []\n");
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.config=" + absent))
                .contains("juliu.config: there is no folder " + absent);
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.config=" + file))
                .contains("juliu.config: there is no folder " + file);
    }

    @Test
    void theSettingsStandBesideTheCatalogue() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("application.yml"), "juliu:\n  web:\n    limit: -7\n");
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.config=" + elsewhere))
                .contains("juliu.web.limit is -7");
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(startAlone(KNOWLEDGE, "--server.port=0", "--juliu.data=" + file.resolve("data")))
                .contains("juliu.data is " + file.resolve("data"));
        assertThat(start(KNOWLEDGE, "--server.port=0",
                "--juliu.database-url=jdbc:postgresql://127.0.0.1:1/juliu?user=juliu&password=secret"))
                .contains("juliu.database-url is jdbc:postgresql://127.0.0.1:1/juliu, ").doesNotContain("secret");
        assertThat(start(KNOWLEDGE, "--server.port=0", "--juliu.database-url=mysql://host/juliu"))
                .contains("juliu.database-url is mysql://host/juliu; ");
    }

    /** The one line that a start leaves before it fails. */
    private static String start(String... settings) throws IOException {
        List<String> lines = Objects.requireNonNull(starts).start(settings);
        assertThat(lines).singleElement().asString().startsWith("Juliu does not start: ");
        return lines.getFirst();
    }

    /** The same of a process that ends with it. */
    private String startAlone(String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(FailingStarts.command(JuliuApplication.class));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(output.lines()).as(output).singleElement().asString().startsWith("Juliu does not start: ");
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
