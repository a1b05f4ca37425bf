package fr.juliu.chat;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the memory of a talk is kept under. Each edge has a kind of its own, so that no name that is chosen on one edge is
 * ever the key of a talk on another.
 */
public sealed interface ConversationKey {

    /** The key as a text, by which other processes find the talk, too; no two keys have the same one. */
    default String written() {
        return switch (this) {
            case InChat talk -> written("chat", talk.messenger(), talk.chat(), talk.topic(), talk.member());
            case OfAnswer answer -> written("answer", answer.messenger(), answer.chat(), answer.asked());
            case Named named -> written("named", named.caller(), named.name());
            case Secret secret -> written("secret", secret.name());
        };
    }

    /** Whose talk it is, who may have it forgotten; null when no messenger tells. */
    default @Nullable String person() {
        return null;
    }

    private static String written(@Nullable String... parts) {
        return Arrays.stream(parts).map(part -> part == null ? "-" : part.length() + ":" + part)
                .collect(Collectors.joining(" "));
    }

    /**
     * A talk in a messenger; of its edge alone, which tells who writes where.
     *
     * @param messenger its name
     * @param chat      the chat's id
     * @param topic     the topic of the chat, each of which has its own memory; null outside of them
     * @param member    whose talk it is, in a group; null in private
     */
    record InChat(String messenger, String chat, @Nullable String topic,
            @Nullable String member) implements ConversationKey {

        @Override
        public String person() {
            return member == null ? chat : member;
        }
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
