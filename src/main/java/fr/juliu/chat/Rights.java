package fr.juliu.chat;

import java.util.Optional;

/** What people may do in a group, as their messenger says; asked of it each time. */
public interface Rights {

    /** What a person may do in a group; empty when the messenger does not tell. */
    Optional<Standing> of(Chat group, Person person);

    /** What the bot itself may do in a group; empty when the messenger does not tell. */
    Optional<Standing> ofBot(Chat group);

    /**
     * What someone may do in a group.
     *
     * @param pins     whether he may pin messages
     * @param settings whether he may change what the group is
     */
    record Standing(boolean pins, boolean settings) {

        public static final Standing NONE = new Standing(false, false);
        public static final Standing ALL = new Standing(true, true);
    }
}
