package fr.juliu.telegram.send;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Outgoing;
import fr.juliu.store.Database;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Groups;
import fr.juliu.store.Ids;
import fr.juliu.store.Lease;
import fr.juliu.store.Outbox;
import fr.juliu.store.Watches;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.tell.RichText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/** A sender with an outbox of its own and a Bot API server of ours; it waits milliseconds where the app waits seconds. */
final class SendingRoom implements AutoCloseable {

    static final Duration SOON = Duration.ofMinutes(5);

    private static final Duration PATIENT = Duration.ofMinutes(5);

    final FakeBotApi api = new FakeBotApi();
    final MovingClock clock = MovingClock.running();
    final Database database;
    final Outbox outbox;
    final Exchanges exchanges;
    final Groups groups;
    final Renderer renderer;
    /** The only picture; null when there is none. */
    volatile byte @Nullable [] png;
    private final OkHttpClient http;
    private final Rate limit;
    Sender sender;

    SendingRoom(Path folder) {
        this(folder, 0, PATIENT);
    }

    /** A room whose sender keeps to the usual limits, so many times as fast. */
    SendingRoom(Path folder, int perSecond) {
        this(folder, perSecond, PATIENT);
    }

    /** A room whose sender gives a call up after that long. */
    SendingRoom(Path folder, int perSecond, Duration longest) {
        http = BotLine.http().newBuilder().callTimeout(longest).readTimeout(longest).build();
        limit = Rate.perSecond(perSecond);
        database = Database.sqlite(folder.resolve("juliu.db"));
        outbox = new Outbox(database, clock);
        exchanges = new Exchanges(database, clock);
        groups = new Groups(database);
        renderer = new Renderer(new Ids(clock)::next, clock);
        sender = sender();
    }

    /** Another sender on the same outbox, as after a restart or in another process. */
    Sender sender() {
        return sender(clock);
    }

    /** Another sender, with a clock of its own. */
    Sender sender(Clock itsClock) {
        TelegramUrl url = TelegramUrl.builder().schema("http").host("127.0.0.1").port(api.port()).testServer(false)
                .build();
        BotLine line = new BotLine(new OkHttpTelegramClient(http, FakeBotApi.TOKEN, url),
                picture -> Optional.ofNullable(png));
        return new Sender(line, new Postbox(outbox, groups, new Watches(database), renderer,
                new Lease(database, "telegram"), clock),
                new Limits(limit, Rate.perSecond(0), Rate.perMinute(0), clock),
                new Retries(Duration.ofMillis(20), Duration.ofMillis(200), new Random(1)), itsClock);
    }

    FakeChat person(long id) {
        return api.privateChat(FakeUser.person(id, "小王"));
    }

    static Chat chat(FakeChat chat) {
        return new Chat("telegram:" + chat.id(), chat.id() < 0 ? Chat.Kind.GROUP : Chat.Kind.PRIVATE, null);
    }

    static Outgoing text(FakeChat chat, String text) {
        return new Outgoing.Send(chat(chat), RichText.of(text), List.of(), null, null, false);
    }

    /** Puts into the outbox what is to be done, and tells the sender. */
    void put(Outgoing... todo) {
        renderer.render(List.of(todo), null).messages().forEach(outbox::add);
        sender.wake();
    }

    /** Waits until nothing is left to send. */
    void awaitEmpty() throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (outbox.waiting(Renderer.MESSENGER) > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError(outbox.waiting(Renderer.MESSENGER) + " messages are left");
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        sender.close();
        api.close();
        http.dispatcher().executorService().shutdownNow();
        http.connectionPool().evictAll();
        database.close();
    }
}
