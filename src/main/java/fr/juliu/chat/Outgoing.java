package fr.juliu.chat;

import fr.juliu.tell.RichText;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a messenger is to do. */
public sealed interface Outgoing {

    /**
     * A message to send; one too long for the messenger goes out in several, the buttons under the last.
     *
     * @param replyTo  the message that it answers; null when it stands alone
     * @param exchange the {@link fr.juliu.store.Exchange} that is to know the id of the message sent; null for none
     * @param asks     whether the next message of that person is to be a reply to this one
     * @param manner   how it is said
     */
    record Send(Chat chat, RichText text, List<List<Button>> buttons, @Nullable String replyTo,
            @Nullable String exchange, boolean asks, Manner manner) implements Outgoing {

        public Send {
            buttons = List.copyOf(buttons);
        }

        public Send(Chat chat, RichText text, List<List<Button>> buttons, @Nullable String replyTo,
                @Nullable String exchange, boolean asks) {
            this(chat, text, buttons, replyTo, exchange, asks, Manner.USUAL);
        }

        /** The same, said so. */
        Send in(Manner other) {
            return new Send(chat, text, buttons, replyTo, exchange, asks, other);
        }
    }

    /**
     * How a message is said.
     *
     * @param silent  whether it makes no sound
     * @param mention whom it is said to by name, where it hangs under none of his messages; null for nobody
     */
    record Manner(boolean silent, @Nullable Person mention) {

        public static final Manner USUAL = new Manner(false, null);

        /** To somebody by name. */
        static Manner to(Person person) {
            return new Manner(false, person);
        }

        /** The same without a sound. */
        Manner silently() {
            return new Manner(true, mention);
        }
    }

    /**
     * A word under a message of the bot that answers already; where that one is gone, the answer itself.
     *
     * @param above the message of the bot
     * @param to    to whom it is said, by name; null for nobody
     */
    record Again(Chat chat, String above, RichText text, @Nullable Person to, Send instead) implements Outgoing {
    }

    /**
     * A picture to send; it is drawn when it goes out, so what waits holds its name alone.
     *
     * @param caption at most 1024 characters
     * @param instead what to say where the picture cannot be sent
     * @param replyTo the message that it answers; null when it stands alone
     */
    record Photo(Chat chat, Picture picture, RichText caption, RichText instead,
            @Nullable String replyTo) implements Outgoing {

        private static final int MOST = 1024;

        public Photo {
            if (caption.plain().length() > MOST) {
                throw new IllegalArgumentException(
                        "a caption of " + caption.plain().length() + " characters is too long");
            }
        }
    }

    /**
     * A picture or a file that the messenger keeps, to be sent again.
     *
     * @param instead what to say where it cannot be sent
     * @param replyTo the message that it answers; null when it stands alone
     * @param silent  whether it makes no sound
     */
    record File(Chat chat, Attachment file, RichText instead, @Nullable String replyTo,
            boolean silent) implements Outgoing {

        File(Chat chat, Attachment file, RichText instead, @Nullable String replyTo) {
            this(chat, file, instead, replyTo, false);
        }

        /** The same without a sound. */
        File silently() {
            return new File(chat, file, instead, replyTo, true);
        }
    }

    /**
     * A text to send as a file.
     *
     * @param name    with its ending
     * @param instead what to say where it cannot be sent
     */
    record Document(Chat chat, String name, String content, RichText instead,
            @Nullable String replyTo) implements Outgoing {
    }

    /**
     * Another text and other buttons for a message of the bot; a text too long is cut and says so. Where it cannot be
     * edited any more, it is sent anew.
     *
     * @param replyTo  the message that it then answers; null when it stands alone
     * @param exchange the {@link fr.juliu.store.Exchange} that is then to know its new id; null for none
     */
    record Edit(Chat chat, String message, RichText text, List<List<Button>> buttons, @Nullable String replyTo,
            @Nullable String exchange) implements Outgoing {

        public Edit {
            buttons = List.copyOf(buttons);
        }

        public Edit(Chat chat, String message, RichText text, List<List<Button>> buttons) {
            this(chat, message, text, buttons, null, null);
        }
    }

    /** Other buttons for a message of the bot; its text stays. */
    record EditButtons(Chat chat, String message, List<List<Button>> buttons) implements Outgoing {

        public EditButtons {
            buttons = List.copyOf(buttons);
        }
    }

    /** A short word to whoever pressed a button, seen by nobody else; at most 200 characters, empty for none. */
    record Toast(String text, boolean alert) implements Outgoing {
    }

    /** A message to be pinned in the chat, in silence. */
    record PinInChat(Chat chat, String message) implements Outgoing {
    }

    /** A message that is no longer to be pinned in the chat. */
    record UnpinInChat(Chat chat, String message) implements Outgoing {
    }

    /** Results to pick from. */
    record Results(List<Result> results) implements Outgoing {

        public Results {
            results = List.copyOf(results);
        }
    }

    /** A result to pick: what it shows, and the text that picking it sends. */
    record Result(String id, String title, String description, RichText text) {
    }

    /** Work that takes long: a message is sent at its start, edited at each progress, and holds the outcome at last. */
    record Job(Chat chat, RichText start, @Nullable String replyTo, Work work) implements Outgoing {
    }

    /** What a job does; it is told whom to tell of its progress, and returns what came out. */
    @FunctionalInterface
    interface Work {

        RichText run(Consumer<String> progress);
    }

    /**
     * A button under a message.
     *
     * @param data what a press of it says; at most 64 bytes of ASCII
     */
    record Button(String label, String data) {

        private static final int MOST = 64;

        public Button {
            if (!says(data)) {
                throw new IllegalArgumentException("a button says 1 to 64 ASCII characters, not " + data);
            }
        }

        /** Whether a button can say that. */
        static boolean says(String data) {
            return !data.isEmpty() && data.length() <= MOST && data.chars().allMatch(c -> c > ' ' && c < 0x7F);
        }
    }
}
