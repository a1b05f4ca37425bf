package fr.juliu.chat;

import fr.juliu.store.mask.VisibleText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes in from a messenger; of what people write, what is seen. */
public sealed interface Incoming {

    /** What the same event is known by when a messenger delivers it twice, such as {@code telegram:123456}. */
    String key();

    /**
     * A message, or an edit of one.
     *
     * @param id        the message's
     * @param text      without what addresses the bot: neither its name in a mention nor behind a command
     * @param sent      when it was written; of an edit, when it was edited
     * @param addressed whether it speaks to the bot: in private, by a command, a mention or a reply
     * @param edited    whether an earlier message with this id had another text
     * @param quoted    the message that it replies to; null when it replies to none
     * @param shape     what else there is to see of it
     */
    record Message(String key, Chat chat, Person person, String id, String text, Instant sent, boolean addressed,
            boolean edited, @Nullable Quoted quoted, Shape shape) implements Incoming {

        public Message {
            text = VisibleText.of(text);
        }

        /** One that names the bot where it speaks to it, and is nothing but its text. */
        public Message(String key, Chat chat, Person person, String id, String text, Instant sent, boolean addressed,
                boolean edited, @Nullable Quoted quoted) {
            this(key, chat, person, id, text, sent, addressed, edited, quoted, new Shape(addressed, null, text));
        }

        /** Whether it speaks to the bot by nothing but that it replies to it in a group. */
        boolean isMereReply() {
            return addressed && !shape.named() && chat.isGroup();
        }
    }

    /**
     * What else there is to see of a message.
     *
     * @param named   whether it speaks to the bot by its name: in private, by a command or by a mention
     * @param album   what the pictures of one album have in common; null when it is of none
     * @param written all its words, with the addresses of its links
     */
    record Shape(boolean named, @Nullable String album, String written) {

        public Shape {
            written = VisibleText.of(written);
        }
    }

    /**
     * A message that is replied to.
     *
     * @param text  with the addresses of its links; empty when it holds none, such as a picture
     * @param byBot whether this bot wrote it
     * @param link  where it can be seen; null where it has no address
     * @param file  the picture or file that it shows; null for none
     * @param by    who wrote it; null when nobody is told
     */
    record Quoted(String id, String text, boolean byBot, @Nullable String link, @Nullable Attachment file,
            @Nullable Person by) {

        public Quoted {
            text = VisibleText.of(text);
        }

        /** A message of words, of whose writer nothing is told. */
        public Quoted(String id, String text, boolean byBot, @Nullable String link) {
            this(id, text, byBot, link, null, null);
        }
    }

    /** A button pressed under a message of the bot. */
    record Press(String key, Chat chat, Person person, String message, String data) implements Incoming {
    }

    /** Words typed behind the bot's name in any chat, for results to pick from. */
    record Inline(String key, Person person, String query) implements Incoming {

        public Inline {
            query = VisibleText.of(query);
        }
    }

    /** The bot was added to a group. */
    record Joined(String key, Chat chat) implements Incoming {
    }

    /** A group got another id. */
    record Migrated(String key, Chat chat, String to) implements Incoming {
    }
}
