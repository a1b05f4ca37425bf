package fr.juliu.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SendQueuesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final SendQueues queues = new SendQueues();

    @Test
    void aChatWithManyMessagesHoldsNobodyUp() {
        IntStream.range(0, 500).forEach(number -> queues.add(parcel("busy", number)));
        queues.add(parcel("calm", 500));
        queues.add(parcel("quiet", 501));

        assertThat(served(6)).containsExactly("busy 0", "calm 500", "quiet 501", "busy 1", "busy 2", "busy 3");
        assertThat(queues.size()).isEqualTo(496);
    }

    @Test
    void oneMessageOfAChatIsUnderWayAtATime() {
        queues.add(parcel("a", 1));
        queues.add(parcel("a", 2));

        assertThat(next()).contains("a 1");
        assertThat(next()).isEmpty();
        assertThat(queues.nextTurn()).isEmpty();
        queues.done("telegram:a");
        assertThat(next()).contains("a 2");
    }

    @Test
    void aMessageThatFailedStaysFirst() {
        queues.add(parcel("a", 1));
        queues.add(parcel("a", 2));
        OutboxItem first = queues.next(NOW, chat -> Duration.ZERO).orElseThrow();
        queues.again(first.again(), NOW.plusSeconds(9));

        assertThat(next()).isEmpty();
        assertThat(queues.nextTurn()).contains(NOW.plusSeconds(9));
        OutboxItem again = queues.next(NOW.plusSeconds(9), chat -> Duration.ZERO).orElseThrow();
        assertThat(name(again)).isEqualTo("a 1");
        assertThat(again.attempts()).isOne();
    }

    @Test
    void whatIsGivenBackGoesWithAllBehindIt() {
        queues.add(parcel("a", 1));
        queues.add(parcel("a", 2));
        assertThat(next()).contains("a 1");

        assertThat(queues.takeOut("telegram:a", NOW.plusSeconds(9))).hasSize(2);
        assertThat(queues.size()).isZero();
        queues.add(parcel("a", 3));
        assertThat(next()).isEmpty();
    }

    @Test
    void aGroupThatMovedKeepsItsOrder() {
        queues.add(parcel("old", 1));
        queues.add(parcel("old", 2));
        queues.add(parcel("new", 3));
        OutboxItem first = queues.next(NOW, chat -> Duration.ZERO).orElseThrow();
        queues.again(first, Instant.MIN);
        queues.move("telegram:old", "telegram:new");

        assertThat(served(3)).containsExactly("new 1", "new 2", "new 3");
        assertThat(queues.size()).isZero();
    }

    @Test
    void whatMayNotGoYetWaitsForItsTurn() {
        queues.add(parcel("a", 1));

        assertThat(queues.next(NOW, chat -> Duration.ofSeconds(3))).isEmpty();
        assertThat(queues.nextTurn()).contains(NOW.plusSeconds(3));
    }

    private Optional<String> next() {
        return queues.next(NOW, chat -> Duration.ZERO).map(SendQueuesTest::name);
    }

    private List<String> served(int times) {
        List<String> served = new ArrayList<>();
        while (served.size() < times) {
            OutboxItem item = queues.next(NOW, chat -> Duration.ZERO).orElseThrow();
            served.add(name(item));
            queues.done(item.chat());
        }
        return served;
    }

    private static String name(OutboxItem item) {
        return Renderer.bare(item.chat()) + " " + item.call().body().path("text").asText();
    }

    private static OutboxItem parcel(String chat, int number) {
        String payload = "{\"method\":\"sendMessage\",\"body\":{\"text\":\"" + number + "\"}}";
        return new OutboxItem.Stored(
                new OutgoingMessage("%06d".formatted(number), "telegram", "telegram:" + chat, payload, null, NOW, NOW,
                        0),
                1);
    }
}
