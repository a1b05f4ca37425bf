package fr.juliu.telegram.send;

import fr.juliu.store.OutgoingMessage;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What waits to be sent to a chat. */
sealed interface OutboxItem {

    String chat();

    /** The call as it is to be made now. */
    BotCall call();

    /** How often it failed. */
    int attempts();

    /** The same after another failure. */
    OutboxItem again();

    /** The same for another chat. */
    OutboxItem to(String chat);

    /** The same with another call. */
    OutboxItem with(BotCall call);

    /**
     * A message of the outbox.
     *
     * @param term in which it was taken; in no other may it be sent by whoever took it
     */
    record Stored(OutgoingMessage message, String chat, BotCall call, int attempts, long term) implements OutboxItem {

        Stored(OutgoingMessage message, long term) {
            this(message, message.chat(), BotCall.read(message.payload()).to(Renderer.bare(message.chat())),
                    message.attempts(), term);
        }

        @Override
        public OutboxItem again() {
            return new Stored(message, chat, call, attempts + 1, term);
        }

        @Override
        public OutboxItem to(String other) {
            return new Stored(message, other, call.to(Renderer.bare(other)), attempts, term);
        }

        @Override
        public OutboxItem with(BotCall other) {
            return new Stored(message, chat, other, attempts, term);
        }
    }

    /**
     * A call that is forgotten when the app ends.
     *
     * @param latest  what is to be called, asked when its turn comes
     * @param outcome what comes of it
     */
    record Passing(String chat, Supplier<BotCall> latest, int attempts,
            CompletableFuture<DeliveryOutcome> outcome) implements OutboxItem {

        @Override
        public BotCall call() {
            return latest.get().to(Renderer.bare(chat));
        }

        @Override
        public OutboxItem again() {
            return new Passing(chat, latest, attempts + 1, outcome);
        }

        @Override
        public OutboxItem to(String other) {
            return new Passing(other, latest, attempts, outcome);
        }

        @Override
        public OutboxItem with(BotCall call) {
            return new Passing(chat, () -> call, attempts, outcome);
        }
    }
}
