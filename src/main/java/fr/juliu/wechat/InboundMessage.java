package fr.juliu.wechat;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Incoming;
import fr.juliu.chat.Person;
import java.time.Instant;

/**
 * What somebody sent to the account.
 *
 * @param key     the same however often WeChat sends it, and tells neither whose nor which it is
 * @param person  who, in a name that does not tell
 * @param openId  who, as WeChat knows him; to reply to, and never stored
 * @param account whom it was sent to, as WeChat knows it
 */
record InboundMessage(String key, String person, String openId, String account, Instant sent, Wish wish) {

    /** These words as the chat room takes them in from him. */
    Incoming asking(String text) {
        return new Incoming.Message(key, chat(), sender(), key, text, sent, true, false, null);
    }

    /** A button that he presses, as the chat room takes it in. */
    Incoming pressing(String data) {
        return new Incoming.Press(key, chat(), sender(), key, data);
    }

    private Chat chat() {
        return new Chat(person, Chat.Kind.PRIVATE, null);
    }

    private Person sender() {
        return new Person(person, "微信用户", false);
    }

    /** What he wants. */
    sealed interface Wish {

        /** An answer to what he wrote or said, or what a menu sends in his name. */
        record Words(String text) implements Wish {
        }

        /** To be greeted, as he has just begun to follow the account. */
        record Greeting() implements Wish {
        }

        /** To be told that something else than text is not understood. */
        record Wordless(String line) implements Wish {
        }

        /** To leave: he no longer follows the account. */
        record Leaving() implements Wish {
        }

        /** Nothing that calls for a reply. */
        record Nothing() implements Wish {
        }
    }
}
