package fr.juliu.chat;

import java.util.Optional;

/** What people may do in a group, as their messenger says; asked of it each time. */
public interface Rights {

    /** What a person may do in a group. */
    Told of(Chat group, Person person);

    /** What the bot itself may do in a group. */
    Told ofBot(Chat group);

    /** What a messenger says of somebody's rights. */
    sealed interface Told {
    }

    /** What the bot is in a group, and what it sees there; empty when the messenger does not tell. */
    default Optional<Presence> presence(Chat group) {
        return Optional.empty();
    }

    /**
     * What the bot is in a group.
     *
     * @param admin whether it is an administrator
     * @param pins  whether it may pin messages
     * @param reads whether it sees what is not put to it
     */
    record Presence(boolean admin, boolean pins, boolean reads) {
    }

    /**
     * What someone may do in a group.
     *
     * @param pins     whether he may pin messages
     * @param settings whether he may change what the group is
     * @param hidden   whether he leads the group without his name
     */
    record Standing(boolean pins, boolean settings, boolean hidden) implements Told {

        public static final Standing NONE = new Standing(false, false);
        public static final Standing ALL = new Standing(true, true);

        public Standing(boolean pins, boolean settings) {
            this(pins, settings, false);
        }

        /** Whether he leads the group in anything at all. */
        boolean leads() {
            return pins || settings;
        }
    }

    /** Why a messenger does not say it. */
    enum Untold implements Told {
        /** It tells that to administrators alone, and the bot is none. */
        BOT_IS_NO_ADMIN,
        /** It did not answer. */
        NOT_REACHED
    }
}
