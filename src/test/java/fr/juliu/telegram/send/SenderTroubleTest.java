package fr.juliu.telegram.send;

import static fr.juliu.telegram.send.SendingRoom.SOON;
import static fr.juliu.telegram.send.SendingRoom.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Outgoing;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.trust.Tried;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What no call explains: failures of our own, a flood, and calls that cannot wait. */
@Tried("sending through floods, breaks and slow chats")
final class SenderTroubleTest extends SenderCase {

    @Test
    void aDeliveryThatBreaksOffBlocksNeitherItsChatNorTheRest() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        room.sender.start();
        DeliveryOutcome outcome = room.sender.send("telegram:5", () -> {
            if (broken.compareAndSet(false, true)) {
                throw new AssertionError("broken");
            }
            return BotCall.read(room.renderer.render(List.of(text(person, "一")), null).messages().getFirst().payload());
        }).get(5, TimeUnit.MINUTES);
        room.put(text(person, "二"));

        room.awaitEmpty();
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Done.class);
        assertThat(person.sent()).extracting(Sent::text).containsExactly("一", "二");
    }

    @Test
    void theLoopOutlivesAnError() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        room.sender.close();
        room.sender = room.sender(new Clock() {

            @Override
            public ZoneId getZone() {
                return room.clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (broken.compareAndSet(false, true)) {
                    throw new AssertionError("broken");
                }
                return room.clock.instant();
            }
        });
        room.sender.start();
        room.put(text(person, "一"));

        room.awaitEmpty();
        assertThat(broken).isTrue();
        assertThat(person.sent()).extracting(Sent::text).containsExactly("一");
    }

    @Test
    void afterAFloodNothingIsSentForAsLongAsTelegramAsks() throws Exception {
        room.api.faults().tooMany("sendMessage", 2, 1);
        room.api.faults().tooMany("sendMessage", 1, 600);
        room.sender.start();
        for (int id = 10; id < 13; id++) {
            room.put(text(room.person(id), "一"));
            assertThat(room.api.awaitCalls("sendMessage", id - 9, SOON)).isTrue();
        }
        Thread.sleep(300);
        room.put(text(person, "一"));
        assertThat(room.api.quiet(Duration.ofMillis(1500))).isTrue();
        assertThat(room.api.calls("sendMessage")).isEqualTo(3);

        room.clock.move(Duration.ofSeconds(601));
        room.sender.wake();
        room.awaitEmpty();
        assertThat(person.sent()).hasSize(1);
    }

    @Test
    void oneChatThatIsToldTooMuchHoldsNobodyUp() {
        Flood flood = new Flood();
        Instant now = Instant.EPOCH;
        for (int second = 0; second < 10; second++) {
            flood.complain("a", now.plusSeconds(second), Duration.ofSeconds(60));
        }
        flood.complain("b", now.plusSeconds(10), Duration.ofSeconds(60));
        flood.complain("c", now.plusSeconds(16), Duration.ofSeconds(60));
        assertThat(flood.isOn(now.plusSeconds(16))).isFalse();
        flood.complain("d", now.plusSeconds(17), Duration.ofSeconds(1));
        flood.complain("e", now.plusSeconds(18), Duration.ofSeconds(1));
        assertThat(flood.isOn(now.plusSeconds(75))).isTrue();
        assertThat(flood.isOn(now.plusSeconds(76))).isFalse();
    }

    @Test
    void aCallThatCannotWaitIsMadeOnceMore() {
        room.api.faults().serverError("answerInlineQuery", 1, 502);
        assertThat(answered(room.api.inline(FakeUser.person(5, "小王"), "学生"))).isTrue();
        room.api.faults().tooMany("answerInlineQuery", 1, 1);
        assertThat(answered(room.api.inline(FakeUser.person(5, "小王"), "学生"))).isTrue();
        assertThat(room.api.calls("answerInlineQuery")).isEqualTo(4);
    }

    private boolean answered(String query) {
        room.renderer.render(List.of(new Outgoing.Results(List.of())), query).direct().forEach(room.sender::direct);
        return room.api.awaitInline(query, SOON).has("answered");
    }
}
