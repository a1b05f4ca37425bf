package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Half of an article at the keeper's desk, in a folder without known questions, over HTTP. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.desk.password=" + DeskTest.PASSWORD,
        "juliu.model=off", "juliu.trusted-proxies=127.0.0.1,::1"})
final class DeskLossTest {

    private static final String ARTICLE = "naturalisation.md";

    @TempDir
    private static Path folder = Path.of("");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) throws IOException {
        Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
        Files.copy(Path.of("knowledge", ARTICLE), knowledge.resolve(ARTICLE));
        settings.add("juliu.knowledge", () -> knowledge);
        settings.add("juliu.data", () -> folder.resolve("data"));
    }

    @Test
    void halfOfAnArticleIsToldAndNeedsForce() throws IOException {
        DeskClient keeper = new DeskClient(port, "192.0.2.1");
        keeper.logIn(DeskTest.PASSWORD);
        Path article = folder.resolve("knowledge").resolve(ARTICLE);
        List<String> lines = Files.readAllLines(article);
        String last = lines.stream().filter(line -> line.startsWith("#")).toList().getLast().replaceFirst("#+ ", "");
        Files.write(article, lines.subList(0, lines.size() / 2));

        assertThat(reindex(keeper, "publish")).contains("\"lost\"");
        assertThat(keeper.get("/desk/edition").body()).contains("有内容会丢掉，没有发布，还用原来的版本。确定要发布，就按“强制发布”。")
                .containsPattern("会丢掉的内容 \\d+ 处").contains(last);
        assertThat(reindex(keeper, "force")).contains("\"published\"");
        assertThat(keeper.get("/desk/edition").body()).contains("已发布新版。");
    }

    /** How a reindexing ended. */
    private static String reindex(DeskClient keeper, String mode) {
        keeper.post("/desk/reindex", "mode=" + mode);
        String progress = keeper.get("/desk/reindex").body();
        while (progress.contains("\"running\"")) {
            progress = keeper.get("/desk/reindex").body();
        }
        return progress;
    }
}
