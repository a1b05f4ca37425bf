package fr.juliu.chat;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the memory of a talk is kept under. Each edge has a kind of its own, so that no name that is chosen on one edge is
 * ever the key of a talk on another.
 */
public sealed interface ConversationKey {

    /**
     * A talk in a messenger; of its edge alone, which tells who writes where.
     *
     * @param messenger its name
     * @param chat      the chat's id
     * @param topic     the topic of the chat, each of which has its own memory; null outside of them
     * @param person    whose talk it is, in a group; null in private
     */
    record InChat(String messenger, String chat, @Nullable String topic,
            @Nullable String person) implements ConversationKey {
    }

    /**
     * The talk that an answer in a group belongs to, for whoever replies to it.
     *
     * @param asked the message that it answers
     */
    record OfAnswer(String messenger, String chat, String asked) implements ConversationKey {
    }

    /**
     * A talk over HTTP under a name that others may guess: the same name from elsewhere is another talk.
     *
     * @param caller the address that asks
     * @param name   as the caller has it
     */
    record Named(String caller, String name) implements ConversationKey {
    }

    /**
     * A talk over HTTP under a name that nobody guesses, and that so goes along from one network to the next.
     *
     * @param name of 128 bits, as 32 hexadecimal digits or a UUID
     */
    record Secret(String name) implements ConversationKey {

        private static final Pattern UNGUESSABLE = Pattern
                .compile("[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

        public Secret {
            if (!isUnguessable(name)) {
                throw new IllegalArgumentException("no name of 128 bits: " + name.length() + " characters");
            }
        }

        private static boolean isUnguessable(String name) {
            return UNGUESSABLE.matcher(name).matches();
        }
    }

    /**
     * The key of a talk over HTTP.
     *
     * @param caller the address that asks
     * @param name   as the caller has it
     */
    static ConversationKey overHttp(String caller, String name) {
        return Secret.isUnguessable(name) ? new Secret(name) : new Named(caller, name);
    }
}
