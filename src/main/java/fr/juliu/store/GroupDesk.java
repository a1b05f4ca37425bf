package fr.juliu.store;

import org.jspecify.annotations.Nullable;

/**
 * What the moderators of a group set about its notes and about themselves.
 *
 * @param pins    whether what is kept by {@code /pin} is pinned in the chat, too
 * @param takes   whether members may hand them questions
 * @param contact how they are reached, in their own words; null when they do not say
 */
public record GroupDesk(boolean pins, boolean takes, @Nullable String contact) {

    /** What holds in a group that set nothing. */
    public static final GroupDesk DEFAULT = new GroupDesk(true, false, null);

    /** The same, with what is kept pinned in the chat or not. */
    public GroupDesk withPins(boolean pinned) {
        return new GroupDesk(pinned, takes, contact);
    }

    /** The same, with questions taken or not. */
    public GroupDesk withTakes(boolean taken) {
        return new GroupDesk(pins, taken, contact);
    }

    /** The same with another contact; null for none. */
    public GroupDesk withContact(@Nullable String words) {
        return new GroupDesk(pins, takes, words);
    }
}
