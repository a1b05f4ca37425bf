package fr.juliu.store;

/**
 * What the moderators of a group set.
 *
 * @param auto       whether the bot answers questions that are not put to it
 * @param confidence how sure it has to be for that, from 0 to 1
 */
public record GroupSettings(boolean auto, double confidence) {

    /** What holds in a group that set nothing. */
    public static final GroupSettings DEFAULT = new GroupSettings(false, 0.9);

    public GroupSettings {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
        }
    }
}
