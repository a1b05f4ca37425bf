package fr.juliu.telegram;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Reception;
import fr.juliu.store.Turns;
import fr.juliu.telegram.send.Mail;
import fr.juliu.tell.RichText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Handles updates: each once, those of a chat in order, whichever replica takes them, and none so badly that others
 * suffer from it.
 */
final class UpdateHandler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);
    private static final String SORRY = "抱歉，我这边出了点问题，没能处理。请过一会儿再试。";
    private static final int FRAMES = 4;

    private final Supplier<Optional<Self>> self;
    private final Reception reception;
    private final Replies replies;
    private final ChatQueues queues;
    private final Turns turns;
    private final Map<Integer, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /**
     * A handler of updates.
     *
     * @param self the bot, once it is known; before that, no update is taken
     */
    UpdateHandler(Supplier<Optional<Self>> self, Reception reception, Replies replies, ChatQueues queues,
            Turns turns) {
        this.self = self;
        this.reception = reception;
        this.replies = replies;
        this.queues = queues;
        this.turns = turns;
    }

    /** Handles an update; what is returned is done when the replies are stored, and fails when Telegram is to give it again. */
    CompletableFuture<Void> handle(Update update) {
        Optional<Self> bot = self.get();
        if (bot.isEmpty()) {
            return CompletableFuture
                    .failedFuture(new RejectedExecutionException("Telegram has not said who the bot is"));
        }
        Incoming incoming = read(update, bot.get());
        if (incoming == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> handled = underWay.computeIfAbsent(update.getUpdateId(),
                id -> submit(new Handling(id, incoming, query(update))));
        return handled.whenComplete((nothing, failure) -> underWay.remove(update.getUpdateId(), handled));
    }

    private CompletableFuture<Void> submit(Handling handling) {
        String key = handling.incoming.key();
        turns.arrive(key, handling.queue(), handling.number());
        return queues.submit(handling.queue(), handling).whenComplete((nothing, failure) -> {
            if (failure != null) {
                turns.leave(key);
            }
        });
    }

    /** How many updates wait for those before them. */
    int waiting() {
        return queues.waiting();
    }

    @Override
    public void close() {
        queues.close();
    }

    /** One update on its way. */
    private final class Handling implements ChatQueues.Work {

        private final int number;
        private final Incoming incoming;
        private final @Nullable String query;

        Handling(int number, Incoming incoming, @Nullable String query) {
            this.number = number;
            this.incoming = incoming;
            this.query = query;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public boolean mayBegin() {
            return turns.isNext(incoming.key(), queue(), number);
        }

        /** What is handled in order: the events of one chat, or the queries of one person. */
        String queue() {
            return switch (incoming) {
                case Incoming.Message message -> message.chat().id();
                case Incoming.Press press -> press.chat().id();
                case Incoming.Joined joined -> joined.chat().id();
                case Incoming.Migrated migrated -> migrated.chat().id();
                case Incoming.Inline inline -> "inline " + inline.person().id();
            };
        }

        @Override
        public void run() {
            if (replies.areGiven(incoming.key())) {
                turns.leave(incoming.key());
                return;
            }
            Mail mail;
            try {
                mail = replies.write(incoming, reception.receive(incoming), query);
            } catch (RuntimeException | Error e) {
                LOG.error("Update {} ({}) failed: {}", incoming.key(), incoming.getClass().getSimpleName(), trace(e));
                mail = replies.write(incoming, apology(incoming), query);
            }
            replies.give(incoming.key(), mail);
        }

        @Override
        public void givenUp() {
            LOG.error("Update {} ({}) took too long, and is given up", incoming.key(),
                    incoming.getClass().getSimpleName());
            replies.give(incoming.key(), replies.write(incoming, apology(incoming), query));
        }
    }

    /** What an update says; null for nothing, and for one that cannot be understood. */
    static @Nullable Incoming read(Update update, Self bot) {
        try {
            return new UpdateReader(bot, Menus.names()).read(update).orElse(null);
        } catch (RuntimeException e) {
            LOG.error("Update {} cannot be understood, and is left out: {}", update.getUpdateId(), trace(e));
            return null;
        }
    }

    private static @Nullable String query(Update update) {
        if (update.hasCallbackQuery()) {
            return update.getCallbackQuery().getId();
        }
        return update.hasInlineQuery() ? update.getInlineQuery().getId() : null;
    }

    /** A word to whoever waits for an answer. */
    private static List<Outgoing> apology(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Message message -> message.addressed()
                    ? List.of(
                            new Outgoing.Send(message.chat(), RichText.of(SORRY), List.of(), message.id(), null, false))
                    : List.of();
            case Incoming.Press press -> List.of(new Outgoing.Toast(SORRY, true));
            case Incoming.Inline inline -> List.of();
            case Incoming.Joined joined -> List.of();
            case Incoming.Migrated migrated -> List.of();
        };
    }

    /** What failed and where, without its message, which may hold what somebody wrote. */
    private static String trace(Throwable failure) {
        return failure.getClass().getName() + Arrays.stream(failure.getStackTrace()).limit(FRAMES)
                .map(frame -> " at " + frame).collect(Collectors.joining());
    }
}
