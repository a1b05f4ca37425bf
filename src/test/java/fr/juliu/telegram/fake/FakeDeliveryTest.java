package fr.juliu.telegram.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The fake Bot API server sends updates to a webhook, and takes uploads. */
final class FakeDeliveryTest {

    private static final FakeUser MING = FakeUser.person(5, "小明");

    private final FakeBotApi api = new FakeBotApi();
    private final OkHttpTelegramClient bot = new OkHttpTelegramClient(FakeBotApi.TOKEN,
            TelegramUrl.builder().schema("http").host("127.0.0.1").port(api.port()).build());

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void sendsUpdatesUntilTheyAreTaken() throws IOException, TelegramApiException {
        List<String> secrets = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            secrets.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"));
            exchange.sendResponseHeaders(secrets.size() == 1 ? 500 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            bot.execute(SetWebhook.builder().url("http://127.0.0.1:" + server.getAddress().getPort() + "/hook")
                    .secretToken("s-1").allowedUpdates(List.of("message")).build());
            api.privateChat(MING).say(MING, "你好");
            assertThat(api.awaitConfirmed(api.lastUpdate(), Duration.ofMinutes(5))).isTrue();
            assertThat(secrets).containsExactly("s-1", "s-1");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void takesPictures() throws TelegramApiException, IOException {
        FakeChat ming = api.privateChat(MING);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        bot.execute(SendPhoto.builder().chatId(5L).caption("<i>答案</i>").parseMode("HTML")
                .photo(new InputFile(new ByteArrayInputStream(png.toByteArray()), "答案.png")).build());

        Sent sent = ming.awaitLast(1, Duration.ofMinutes(5));
        assertThat(sent.text()).isEqualTo("答案");
        assertThat(sent.source()).isEqualTo("<i>答案</i>");
        assertThat(sent.message().path("photo").path(0).path("file_size").asInt(0)).isEqualTo(png.size());
    }
}
