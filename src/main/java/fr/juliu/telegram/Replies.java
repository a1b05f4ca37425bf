package fr.juliu.telegram;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.store.Claims;
import fr.juliu.store.Outbox;
import fr.juliu.telegram.send.BotCall;
import fr.juliu.telegram.send.Mail;
import fr.juliu.telegram.send.Renderer;
import fr.juliu.telegram.send.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** What is done about updates: messages are stored together with the note that the update is handled, the rest is done at once. */
final class Replies {

    /** For longer than Telegram keeps updates. */
    private static final Duration KEEP = Duration.ofDays(2);

    private final Renderer renderer;
    private final Claims claims;
    private final Outbox outbox;
    private final Sender sender;
    private final Consumer<Outgoing.Job> jobs;

    Replies(Renderer renderer, Claims claims, Outbox outbox, Sender sender, Consumer<Outgoing.Job> jobs) {
        this.renderer = renderer;
        this.claims = claims;
        this.outbox = outbox;
        this.sender = sender;
        this.jobs = jobs;
    }

    /** Whether an update is handled already. */
    boolean areGiven(String key) {
        return claims.isClaimed(key);
    }

    /** What is to be done, as calls; a button that nobody has a word for stops waiting all the same. */
    Mail write(Incoming incoming, List<Outgoing> todo, @Nullable String query) {
        Mail mail = renderer.render(todo, query);
        if (!(incoming instanceof Incoming.Press) || query == null || !mail.direct().isEmpty()) {
            return mail;
        }
        List<BotCall> direct = new ArrayList<>(mail.direct());
        direct.add(BotCall.of(AnswerCallbackQuery.builder().callbackQueryId(query).build()));
        return new Mail(mail.messages(), direct, mail.jobs());
    }

    /** Does it, unless another process was faster. */
    void give(String key, Mail mail) {
        if (!outbox.accept(key, KEEP, mail.messages())) {
            return;
        }
        if (!mail.messages().isEmpty()) {
            sender.wake();
        }
        mail.direct().forEach(sender::direct);
        mail.jobs().forEach(jobs);
    }
}
