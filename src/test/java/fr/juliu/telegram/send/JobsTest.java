package fr.juliu.telegram.send;

import static fr.juliu.telegram.send.SendingRoom.SOON;
import static fr.juliu.telegram.send.SendingRoom.chat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Outgoing;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.tell.RichText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobsTest {

    @TempDir
    private Path folder;

    private SendingRoom room;
    private FakeChat person;
    private Jobs jobs;

    @BeforeEach
    void open() {
        room = new SendingRoom(folder);
        person = room.person(5);
        room.sender.start();
        jobs = new Jobs(room.sender, room.renderer, room.outbox, Duration.ofMillis(200));
    }

    @AfterEach
    void close() {
        jobs.close();
        room.close();
    }

    @Test
    void showsTheLatestProgressAndThenTheOutcome() {
        CountDownLatch shown = new CountDownLatch(1);
        start(progress -> {
            for (int step = 0; step <= 1000; step++) {
                progress.accept("第" + step + "步");
            }
            await(shown);
            return RichText.of("好了");
        });
        person.awaitSent(2, SOON);
        while (!person.sent().getLast().text().equals("第1000步")) {
            LockSupport.parkNanos(5_000_000);
        }
        shown.countDown();
        while (!person.sent().getLast().text().equals("好了")) {
            LockSupport.parkNanos(5_000_000);
        }

        assertThat(person.sent()).hasSizeLessThan(6);
        assertThat(person.sent()).extracting(Sent::id).containsOnly(person.sent().getFirst().id());
    }

    @Test
    void goesOnInFurtherMessages() {
        start(progress -> RichText.of("字".repeat(5000)));

        assertThat(person.awaitSent(3, SOON)).extracting(sent -> sent.text().length()).containsExactly(2, 4096, 904);
    }

    @Test
    void showsTheOutcomeAnewWhenTheMessageIsGone() {
        room.api.faults().badRequest("editMessageText", 1, "message to edit not found");
        start(progress -> RichText.of("好了"));

        List<Sent> sent = person.awaitSent(2, SOON);
        assertThat(sent.getLast().text()).isEqualTo("好了");
        assertThat(sent.getLast().id()).isNotEqualTo(sent.getFirst().id());
    }

    @Test
    void asksForgivenessForWorkThatFails() {
        start(progress -> {
            throw new IllegalStateException("秘密");
        });

        assertThat(person.awaitLast(2, SOON).text()).contains("抱歉");
    }

    @Test
    void asksForgivenessForWorkThatFailsBadly() {
        start(progress -> {
            throw new StackOverflowError();
        });

        assertThat(person.awaitLast(2, SOON).text()).contains("抱歉");
    }

    @Test
    void waitsWhenTelegramAsks() {
        room.api.faults().tooMany("editMessageText", 1, 1);
        start(progress -> RichText.of("好了"));

        assertThat(person.awaitLast(2, SOON).text()).isEqualTo("好了");
    }

    private void start(Outgoing.Work work) {
        jobs.start(new Outgoing.Job(chat(person), RichText.of("开始"), null, work));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
