package fr.juliu.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Picture;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.tell.RichText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures on their way to Telegram. */
final class PhotoTest {

    @TempDir
    Path folder = Path.of("");

    private SendingRoom room;
    private FakeChat person;

    @BeforeEach
    void open() throws IOException {
        room = new SendingRoom(folder);
        room.png = png(1080, 3000);
        person = room.person(5);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aPictureGoesOutWithItsCaption() throws InterruptedException {
        room.sender.start();
        room.put(photo());
        Sent sent = person.awaitSent(1, SendingRoom.SOON).getFirst();
        assertThat(sent.method()).isEqualTo("sendPhoto");
        assertThat(sent.source()).isEqualTo("<b>时间表</b> <a href=\"https://juliu.example/list\">网页</a>");
        assertThat(sent.text()).isEqualTo("时间表 网页");
        room.awaitEmpty();
    }

    @Test
    void aPictureLeftInTheOutboxIsSentByTheNextSender() throws InterruptedException {
        room.put(photo());
        assertThat(room.outbox.waiting(Renderer.MESSENGER)).isEqualTo(1);
        room.sender.close();
        room.sender = room.sender();
        room.sender.start();
        assertThat(person.awaitSent(1, SendingRoom.SOON).getFirst().method()).isEqualTo("sendPhoto");
        room.awaitEmpty();
    }

    @Test
    void aPictureWaitsAsLongAsTelegramAsks() throws InterruptedException {
        room.api.faults().tooMany("sendPhoto", 1, 1);
        room.sender.start();
        long start = System.nanoTime();
        room.put(photo());
        assertThat(person.awaitSent(1, SendingRoom.SOON).getFirst().method()).isEqualTo("sendPhoto");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        room.awaitEmpty();
    }

    @Test
    void aPictureThatIsRefusedOrGoneGivesWayToWords() throws IOException, InterruptedException {
        room.sender.start();
        room.png = png(400, 9000);
        room.put(photo());
        assertThat(person.awaitSent(1, SendingRoom.SOON).getFirst().text()).isEqualTo("见 /list");
        room.png = null;
        room.put(photo());
        Sent second = person.awaitSent(2, SendingRoom.SOON).getLast();
        assertThat(second.method()).isEqualTo("sendMessage");
        assertThat(second.text()).isEqualTo("见 /list");
        room.awaitEmpty();
    }

    private Outgoing photo() {
        RichText caption = RichText.builder().strong("时间表").plain(" ").link("网页", "https://juliu.example/list").build();
        return new Outgoing.Photo(SendingRoom.chat(person), Picture.TIMELINE, caption, RichText.of("见 /list"), null);
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", file);
        return file.toByteArray();
    }
}
