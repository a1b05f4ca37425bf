package fr.juliu.web;

import fr.juliu.telegram.fake.FakeBotApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An app with all its edges on, a broken file among its articles, and three questions a minute for each address. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "juliu.operators=127.0.0.1,::1", "juliu.trusted-proxies=127.0.0.1,::1", "juliu.web.limit=3",
        "juliu.wechat.token=" + OperatorCase.WECHAT_TOKEN, "juliu.telegram.token=" + FakeBotApi.TOKEN})
abstract class OperatorCase {

    static final String WECHAT_TOKEN = "juliuToken";
    static final String HEADING = "居留卡要不要随身带";
    /** Open as long as the app, which other test classes may share. */
    static final FakeBotApi TELEGRAM = new FakeBotApi();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry settings) {
        Path folder = folder();
        settings.add("juliu.knowledge", () -> folder);
        settings.add("juliu.telegram.api-url", TELEGRAM::url);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "operator").toAbsolutePath();
            Files.writeString(folder.resolve("good.md"),
                    "---\ntitle: 好文章\nas_of: 2024-05\n---\n\n## " + HEADING + "\n\n居留卡要随身带。\n");
            Files.writeString(folder.resolve("broken.md"), "---\ntitle: [\n---\n\n坏文章。\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
