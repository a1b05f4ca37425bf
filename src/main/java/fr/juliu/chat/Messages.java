package fr.juliu.chat;

import fr.juliu.tell.RichText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short messages of the bot. */
final class Messages {

    private Messages() {
    }

    /** A message in answer to another; in a group it hangs under that. */
    static List<Outgoing> say(Incoming.Message message, RichText text, List<List<Outgoing.Button>> buttons) {
        return List.of(new Outgoing.Send(message.chat(), text, buttons, replyTo(message), null, false));
    }

    static List<Outgoing> say(Incoming.Message message, RichText text) {
        return say(message, text, List.of());
    }

    static List<Outgoing> say(Incoming.Message message, String text) {
        return say(message, RichText.of(text));
    }

    /** A short word to whoever pressed a button. */
    static List<Outgoing> toast(String text) {
        return List.of(new Outgoing.Toast(text, false));
    }

    /** A short word that has to be read before anything else is done. */
    static List<Outgoing> alert(String text) {
        return List.of(new Outgoing.Toast(text, true));
    }

    /** The message to hang under in a group, where others write in between. */
    static @Nullable String replyTo(Incoming.Message message) {
        return message.chat().isGroup() ? message.id() : null;
    }
}
