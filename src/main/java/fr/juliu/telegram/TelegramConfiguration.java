package fr.juliu.telegram;

import fr.juliu.chat.Pictures;
import fr.juliu.chat.Reception;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.Claims;
import fr.juliu.store.Database;
import fr.juliu.store.Groups;
import fr.juliu.store.Ids;
import fr.juliu.store.Lease;
import fr.juliu.store.Outbox;
import fr.juliu.store.Turns;
import fr.juliu.store.Watches;
import fr.juliu.telegram.send.BotLine;
import fr.juliu.telegram.send.Jobs;
import fr.juliu.telegram.send.Limits;
import fr.juliu.telegram.send.NoticeQueue;
import fr.juliu.telegram.send.Postbox;
import fr.juliu.telegram.send.Renderer;
import fr.juliu.telegram.send.Retries;
import fr.juliu.telegram.send.Sender;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/** The parts of this room; none without a token. */
@Configuration(proxyBeanMethods = false)
@Conditional(TokenIsSet.class)
@EnableConfigurationProperties({TelegramSettings.class, SharedSettings.class})
class TelegramConfiguration {

    private static final Duration PROGRESS_PACE = Duration.ofSeconds(2);

    /** What handlers ask; ended later than what waits for updates. */
    @Bean(destroyMethod = "")
    BotQueries questions(TelegramSettings settings) {
        return queries(settings);
    }

    private static BotQueries queries(TelegramSettings settings) {
        return new BotQueries(new OkHttpClient(), settings.apiUrl(), settings.token());
    }

    @Bean
    Reachability reachability(Clock clock) {
        return new Reachability(clock);
    }

    /** Of the replica that polls and sends. */
    @Bean
    Lease telegramLease(Database database, TelegramSettings settings) {
        return new Lease(database, settings.bot());
    }

    @Bean(destroyMethod = "")
    Heartbeat heartbeat(Lease telegramLease, Turns turns, Registration registration) {
        return new Heartbeat(telegramLease, turns, registration::interrupt);
    }

    @Bean(destroyMethod = "")
    Registration registration(Reachability way, TelegramSettings settings, SharedSettings shared, Lease telegramLease,
            ObjectProvider<UpdateHandler> handler) {
        Backoff.Pace pace = Backoff.Pace.USUAL;
        BotQueries api = queries(settings);
        Poller poller = new Poller(api, update -> handler.getObject().handle(update), way, telegramLease, pace);
        return new Registration(api, way, pace, new Menus(api, shared.admins()), webhook(settings, shared.publicUrl()),
                poller);
    }

    @Bean
    TelegramRights telegramRights(BotQueries questions, Registration registration) {
        return new TelegramRights(questions, registration::self);
    }

    @Bean
    TelegramFiles telegramFiles(BotQueries questions) {
        return new TelegramFiles(questions);
    }

    @Bean
    Renderer renderer(Ids ids, Clock clock) {
        return new Renderer(ids::next, clock);
    }

    @Bean(destroyMethod = "")
    Sender sender(TelegramSettings settings, Outbox outbox, Groups groups, Watches watches, Renderer renderer,
            Pictures pictures, Lease telegramLease, Clock clock) {
        Limits limits = new Limits(settings.overall(), settings.perChat(), settings.perGroup(), clock);
        return new Sender(line(settings, pictures),
                new Postbox(outbox, groups, watches, renderer, telegramLease, clock), limits,
                Retries.usual(), clock);
    }

    @Bean(destroyMethod = "")
    Jobs jobs(Sender sender, Renderer renderer, Outbox outbox) {
        return new Jobs(sender, renderer, outbox, PROGRESS_PACE);
    }

    @Bean(destroyMethod = "")
    UpdateHandler updateHandler(Registration registration, Reception reception, Renderer renderer, Claims claims,
            Outbox outbox, Sender sender, Jobs jobs, Turns turns) {
        Replies replies = new Replies(renderer, claims, outbox, sender, jobs::start);
        return new UpdateHandler(registration::self, reception, replies, new ChatQueues(ChatQueues.Limits.USUAL),
                turns);
    }

    @Bean
    TelegramForwarding telegramForwarding(Renderer renderer, Outbox outbox, Sender sender) {
        return new TelegramForwarding(renderer, outbox, sender);
    }

    @Bean(destroyMethod = "")
    NoticeQueue noticeQueue(Watching watching, Renderer renderer, Sender sender) {
        return new NoticeQueue(watching, renderer, sender);
    }

    @Bean
    TelegramRoom telegramRoom(Registration registration, UpdateHandler handler, BotQueries questions, Jobs jobs,
            NoticeQueue notices, Sender sender, Heartbeat heartbeat) {
        return new TelegramRoom(registration, handler, questions, jobs, notices, sender, heartbeat);
    }

    @Bean
    TelegramHealth telegram(TelegramSettings settings, Reachability way, Sender sender, Outbox outbox,
            Lease telegramLease) {
        return new TelegramHealth(settings.mode(), way, sender::isLockedOut, () -> outbox.waiting(Addresses.MESSENGER),
                sender.refusals()::counted, telegramLease);
    }

    @Bean
    TelegramMeters telegramMeters(Reachability way, Sender sender, Outbox outbox, UpdateHandler handler,
            Lease telegramLease) {
        return new TelegramMeters(way, sender, outbox, handler, telegramLease);
    }

    private static @Nullable SetWebhook webhook(TelegramSettings settings, @Nullable URI publicUrl) {
        return settings.isWebhook()
                ? SetWebhook.builder().url(settings.webhookUrl(publicUrl)).secretToken(settings.webhookSecret())
                        .allowedUpdates(Poller.ALLOWED).dropPendingUpdates(false).build()
                : null;
    }

    private static BotLine line(TelegramSettings settings, Pictures pictures) {
        URI url = URI.create(settings.apiUrl());
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        TelegramUrl server = TelegramUrl.builder().schema(url.getScheme()).host(url.getHost()).port(port).build();
        return new BotLine(new OkHttpTelegramClient(BotLine.http(), settings.token(), server),
                picture -> pictures.find(picture).map(Pictures.Png::bytes));
    }
}
