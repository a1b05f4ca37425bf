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
     */
    record Send(Chat chat, RichText text, List<List<Button>> buttons, @Nullable String replyTo,
            @Nullable String exchange, boolean asks) implements Outgoing {

        public Send {
            buttons = List.copyOf(buttons);
        }
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
     */
    record File(Chat chat, Attachment file, RichText instead, @Nullable String replyTo) implements Outgoing {
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

    /** Another text and other buttons for a message of the bot; a text too long is cut and says so. */
    record Edit(Chat chat, String message, RichText text, List<List<Button>> buttons) implements Outgoing {

        public Edit {
            buttons = List.copyOf(buttons);
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
