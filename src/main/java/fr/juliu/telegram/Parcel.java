package fr.juliu.telegram;

import fr.juliu.store.OutgoingMessage;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What waits to be sent to a chat. */
sealed interface Parcel {

    String chat();

    /** The call as it is to be made now. */
    BotCall call();

    /** How often it failed. */
    int attempts();

    /** The same after another failure. */
    Parcel again();

    /** The same for another chat. */
    Parcel to(String chat);

    /** The same with another call. */
    Parcel with(BotCall call);

    /** A message of the outbox. */
    record Stored(OutgoingMessage message, String chat, BotCall call, int attempts) implements Parcel {

        Stored(OutgoingMessage message) {
            this(message, message.chat(), BotCall.read(message.payload()).to(Renderer.bare(message.chat())),
                    message.attempts());
        }

        @Override
        public Parcel again() {
            return new Stored(message, chat, call, attempts + 1);
        }

        @Override
        public Parcel to(String other) {
            return new Stored(message, other, call.to(Renderer.bare(other)), attempts);
        }

        @Override
        public Parcel with(BotCall other) {
            return new Stored(message, chat, other, attempts);
        }
    }

    /**
     * A call that is forgotten when the app ends.
     *
     * @param latest  what is to be called, asked when its turn comes
     * @param outcome what comes of it
     */
    record Passing(String chat, Supplier<BotCall> latest, int attempts,
            CompletableFuture<Outcome> outcome) implements Parcel {

        @Override
        public BotCall call() {
            return latest.get().to(Renderer.bare(chat));
        }

        @Override
        public Parcel again() {
            return new Passing(chat, latest, attempts + 1, outcome);
        }

        @Override
        public Parcel to(String other) {
            return new Passing(other, latest, attempts, outcome);
        }

        @Override
        public Parcel with(BotCall call) {
            return new Passing(chat, () -> call, attempts, outcome);
        }
    }
}
