package fr.juliu.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Outgoing;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.tell.RichText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** More chats to send to than calls may be under way. */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
final class SenderCrowdTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theRestWaitsInPeace(CapturedOutput log) throws Exception {
        try (SendingRoom room = new SendingRoom(folder)) {
            room.api.faults().late("sendMessage", 64, Duration.ofMillis(300));
            List<FakeChat> people = IntStream.range(10, 150).mapToObj(room::person).toList();
            for (FakeChat each : people) {
                room.put(new Outgoing.Send(SendingRoom.chat(each), RichText.of("答"), List.of(), null, null, false));
            }
            room.sender.start();
            people.forEach(each -> each.awaitSent(1, SendingRoom.SOON));
            room.awaitEmpty();
            assertThat(log.getAll()).doesNotContain("it is tried again", "broke off");
        }
    }
}
