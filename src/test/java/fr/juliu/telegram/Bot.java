package fr.juliu.telegram;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Reception;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.Claims;
import fr.juliu.store.Database;
import fr.juliu.store.Groups;
import fr.juliu.store.Ids;
import fr.juliu.store.Lease;
import fr.juliu.store.Listings;
import fr.juliu.store.Outbox;
import fr.juliu.store.Turns;
import fr.juliu.store.Watches;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.send.BotLine;
import fr.juliu.telegram.send.Jobs;
import fr.juliu.telegram.send.Limits;
import fr.juliu.telegram.send.NoticeQueue;
import fr.juliu.telegram.send.Postbox;
import fr.juliu.telegram.send.Rate;
import fr.juliu.telegram.send.Renderer;
import fr.juliu.telegram.send.Retries;
import fr.juliu.telegram.send.Sender;
import fr.juliu.tell.RichText;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;

/** A whole bot against a server, with another mind. */
final class Bot implements AutoCloseable {

    static final Backoff.Pace HASTE = new Backoff.Pace(Duration.ofMillis(20), Duration.ofMillis(200),
            Duration.ofMillis(200));

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Rate FREE = Rate.perSecond(0);

    static final ChatQueues.Limits LIMITS = new ChatQueues.Limits(200, 64, Duration.ofHours(1));

    final Reachability way = new Reachability(Clock.systemUTC());
    final Registration registration;
    final TelegramRights rights;
    final Outbox outbox;
    final Lease lease;
    private final Database database;
    private final UpdateHandler handler;
    private final TelegramRoom room;

    /** A bot that polls, on a server's address. */
    Bot(String url, Path file, Reception reception) {
        this(url, file, reception, null, LIMITS);
    }

    Bot(String url, Path file, Reception reception, @Nullable SetWebhook webhook, ChatQueues.Limits limits) {
        this(url, Database.sqlite(file), reception, webhook, limits, new Limits(FREE, FREE, FREE, CLOCK));
    }

    /** A bot that perhaps shares its database with others. */
    Bot(String url, Database database, Reception reception, @Nullable SetWebhook webhook, ChatQueues.Limits limits,
            Limits sending) {
        this.database = database;
        Clock clock = CLOCK;
        outbox = new Outbox(database, clock);
        Ids ids = new Ids(clock);
        Turns turns = new Turns(database, ids);
        lease = new Lease(database, "telegram:test");
        Renderer renderer = new Renderer(ids::next, clock);
        Sender sender = new Sender(line(url),
                new Postbox(outbox, new Groups(database), new Watches(database), renderer, lease, clock), sending,
                Retries.usual(), clock);
        Jobs jobs = new Jobs(sender, renderer, outbox, Duration.ofMillis(100));
        BotQueries api = new BotQueries(new OkHttpClient(), url, FakeBotApi.TOKEN);
        BotQueries questions = new BotQueries(new OkHttpClient(), url, FakeBotApi.TOKEN);
        Poller poller = new Poller(api, this::handle, way, lease, HASTE);
        registration = new Registration(api, way, HASTE, new Menus(api, List.of(5L, 99L)), webhook, poller);
        rights = new TelegramRights(questions, registration::self);
        handler = new UpdateHandler(registration::self, reception,
                new Replies(renderer, new Claims(database, clock), outbox, sender, jobs::start),
                new ChatQueues(limits), turns);
        Watching watching = new Watching(new Watches(database), new Listings(database, clock), () -> {
            throw new IllegalStateException("nobody watches here");
        }, ids);
        room = new TelegramRoom(registration, handler, questions, jobs, new NoticeQueue(watching, renderer, sender),
                sender, new Heartbeat(lease, turns, registration::interrupt));
        room.start();
    }

    /** Answers messages with their own text. */
    static List<Outgoing> echo(Incoming incoming) {
        return incoming instanceof Incoming.Message message ? List.of(answer(message, message.text())) : List.of();
    }

    static Outgoing answer(Incoming.Message message, String text) {
        return new Outgoing.Send(message.chat(), RichText.of(text), List.of(), message.id(), null, false);
    }

    CompletableFuture<Void> handle(Update update) {
        return handler.handle(update);
    }

    /** As at the end of the app. */
    @Override
    public void close() {
        room.stop();
        database.close();
    }

    /** As when the power fails: nothing that is under way comes to its end. */
    void crash() {
        registration.close();
        database.close();
    }

    private static BotLine line(String url) {
        URI uri = URI.create(url);
        return new BotLine(new OkHttpTelegramClient(BotLine.http(), FakeBotApi.TOKEN,
                TelegramUrl.builder().schema("http").host(uri.getHost()).port(uri.getPort()).build()),
                picture -> Optional.empty());
    }
}
