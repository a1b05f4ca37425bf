package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Reception;
import fr.juliu.store.Database;
import fr.juliu.store.Databases;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.telegram.send.Limits;
import fr.juliu.telegram.send.Rate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Two bots that share a PostgreSQL database, against one Bot API server. */
@Tag("integration")
final class ReplicasTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final SetWebhook NOWHERE = SetWebhook.builder().url("http://127.0.0.1:1/telegram").build();
    private static final Rate FREE = Rate.perSecond(0);

    private final FakeBotApi telegram = new FakeBotApi();
    private final FakeChat ming = telegram.privateChat(MING);
    private final String postgres = Databases.newPostgres();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void anyTakesAnyUpdateAndTheirOrderStays() throws Exception {
        try (Bot one = bot(NOWHERE, this::hear); Bot two = bot(NOWHERE, this::hear)) {
            await(() -> one.registration.self().isPresent() && two.registration.self().isPresent());
            CompletableFuture<Void> first = one.handle(update(801, "挂"));
            begun.await();
            CompletableFuture<Void> later = two.handle(update(802, "后来"));
            CompletableFuture<Void> same = two.handle(update(801, "挂"));
            CompletableFuture<Void> last = one.handle(update(803, "最后"));
            two.handle(other(804, "别人")).join();
            assertThat(heard).as("while the first one hangs").containsExactly("挂", "别人");
            assertThat(later).isNotDone();
            held.countDown();
            CompletableFuture.allOf(first, later, same, last).join();

            assertThat(ming.awaitSent(3, SOON)).extracting(Sent::text).containsExactly("挂", "后来", "最后");
            one.handle(update(802, "后来")).join();
            two.handle(update(801, "挂")).join();
            assertThat(heard).containsExactly("挂", "别人", "后来", "最后");
            await(() -> one.outbox.waiting(Addresses.MESSENGER) == 0);
            assertThat(ming.sentCount()).isEqualTo(3);
        }
    }

    @Test
    void onePollsAndTheOtherTakesOverAtOnce() {
        Bot one = bot(null, this::hear);
        await(() -> one.way.state() == TelegramState.OK);
        try (Bot two = bot(null, this::hear)) {
            await(() -> two.way.state() == TelegramState.STANDBY && two.lease.holder().equals(one.lease.owner()));
            assertThat(health(two)).containsEntry("state", "standby").containsEntry("replica", two.lease.owner())
                    .containsEntry("polls and sends", one.lease.owner());
            Stream.of("一", "二").forEach(text -> ming.say(MING, text));
            assertThat(ming.awaitSent(2, SOON)).extracting(Sent::text).containsExactly("一", "二");

            one.close();
            long gone = System.nanoTime();
            ming.say(MING, "三");
            assertThat(ming.awaitLast(3, SOON).text()).isEqualTo("三");
            System.out.printf("REPLICAS told to stop, relieved after %d ms%n",
                    Duration.ofNanos(System.nanoTime() - gone).toMillis());
            assertThat(two.way.state()).isEqualTo(TelegramState.OK);
            assertThat(health(two)).containsEntry("polls and sends", two.lease.owner());
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
            await(() -> two.lease.mark() > 0);
        }
        assertThat(heard).containsExactly("一", "二", "三");
    }

    private static Map<String, Object> health(Bot bot) {
        return new TelegramHealth("polling", bot.way, () -> false, () -> 0, Map::of, bot.lease).health().getDetails();
    }

    private Bot bot(@Nullable SetWebhook webhook, Reception reception) {
        return new Bot(telegram.url(), Database.postgres(postgres), reception, webhook, Bot.LIMITS,
                new Limits(FREE, FREE, FREE, Clock.systemUTC()));
    }

    private List<Outgoing> hear(Incoming incoming) {
        if (incoming instanceof Incoming.Message message) {
            heard.add(message.text());
            if (message.text().equals("挂")) {
                begun.countDown();
                awaitQuietly(held);
            }
        }
        return Bot.echo(incoming);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Update update(int id, String text) {
        return update(id, 5, text);
    }

    private Update other(int id, String text) {
        telegram.privateChat(FakeUser.person(6, "红"));
        return update(id, 6, text);
    }

    private static Update update(int id, int person, String text) {
        try {
            return BotQueries.update(BotQueries.JSON.readTree("""
                    {"update_id": %1$d, "message": {"message_id": %1$d, "date": 1720000000, "text": "%3$s",
                     "chat": {"id": %2$d, "type": "private", "first_name": "明"},
                     "from": {"id": %2$d, "is_bot": false, "first_name": "明"}}}
                    """.formatted(id, person, text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + SOON.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not done");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
