package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LanesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Lanes lanes = new Lanes();

    @Test
    void aChatWithManyMessagesHoldsNobodyUp() {
        IntStream.range(0, 500).forEach(number -> lanes.add(parcel("busy", number)));
        lanes.add(parcel("calm", 500));
        lanes.add(parcel("quiet", 501));

        assertThat(served(6)).containsExactly("busy 0", "calm 500", "quiet 501", "busy 1", "busy 2", "busy 3");
        assertThat(lanes.size()).isEqualTo(496);
    }

    @Test
    void oneMessageOfAChatIsUnderWayAtATime() {
        lanes.add(parcel("a", 1));
        lanes.add(parcel("a", 2));

        assertThat(next()).contains("a 1");
        assertThat(next()).isEmpty();
        assertThat(lanes.nextTurn()).isEmpty();
        lanes.done("telegram:a");
        assertThat(next()).contains("a 2");
    }

    @Test
    void aMessageThatFailedStaysFirst() {
        lanes.add(parcel("a", 1));
        lanes.add(parcel("a", 2));
        Parcel first = lanes.next(NOW, chat -> Duration.ZERO).orElseThrow();
        lanes.again(first.again(), NOW.plusSeconds(9));

        assertThat(next()).isEmpty();
        assertThat(lanes.nextTurn()).contains(NOW.plusSeconds(9));
        Parcel again = lanes.next(NOW.plusSeconds(9), chat -> Duration.ZERO).orElseThrow();
        assertThat(name(again)).isEqualTo("a 1");
        assertThat(again.attempts()).isOne();
    }

    @Test
    void whatIsGivenBackGoesWithAllBehindIt() {
        lanes.add(parcel("a", 1));
        lanes.add(parcel("a", 2));
        assertThat(next()).contains("a 1");

        assertThat(lanes.takeOut("telegram:a", NOW.plusSeconds(9))).hasSize(2);
        assertThat(lanes.size()).isZero();
        lanes.add(parcel("a", 3));
        assertThat(next()).isEmpty();
    }

    @Test
    void aGroupThatMovedKeepsItsOrder() {
        lanes.add(parcel("old", 1));
        lanes.add(parcel("old", 2));
        lanes.add(parcel("new", 3));
        Parcel first = lanes.next(NOW, chat -> Duration.ZERO).orElseThrow();
        lanes.again(first, Instant.MIN);
        lanes.move("telegram:old", "telegram:new");

        assertThat(served(3)).containsExactly("new 1", "new 2", "new 3");
        assertThat(lanes.size()).isZero();
    }

    @Test
    void whatMayNotGoYetWaitsForItsTurn() {
        lanes.add(parcel("a", 1));

        assertThat(lanes.next(NOW, chat -> Duration.ofSeconds(3))).isEmpty();
        assertThat(lanes.nextTurn()).contains(NOW.plusSeconds(3));
    }

    private Optional<String> next() {
        return lanes.next(NOW, chat -> Duration.ZERO).map(LanesTest::name);
    }

    private List<String> served(int times) {
        List<String> served = new ArrayList<>();
        while (served.size() < times) {
            Parcel parcel = lanes.next(NOW, chat -> Duration.ZERO).orElseThrow();
            served.add(name(parcel));
            lanes.done(parcel.chat());
        }
        return served;
    }

    private static String name(Parcel parcel) {
        return Renderer.bare(parcel.chat()) + " " + parcel.call().body().path("text").asText();
    }

    private static Parcel parcel(String chat, int number) {
        String payload = "{\"method\":\"sendMessage\",\"body\":{\"text\":\"" + number + "\"}}";
        return new Parcel.Stored(
                new OutgoingMessage("%06d".formatted(number), "telegram", "telegram:" + chat, payload, null, NOW, NOW,
                        0));
    }
}
