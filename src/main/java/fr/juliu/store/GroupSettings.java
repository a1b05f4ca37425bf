package fr.juliu.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the moderators of a group set.
 *
 * @param speaks     to whom the bot speaks
 * @param confidence how sure it has to be of an answer that nobody asked it for, from 0 to 1
 * @param quiet      the hours in which it speaks but where it is named; null for none
 * @param cooldown   how long lies between two questions of one person; zero for none
 */
public record GroupSettings(Speaks speaks, double confidence, @Nullable QuietHours quiet, Duration cooldown) {

    /** What holds in a group that set nothing. */
    public static final GroupSettings DEFAULT = new GroupSettings(false, 0.9);

    /** To whom the bot speaks in a group. */
    public enum Speaks {
        /** To whoever names it, by a mention or a command. */
        NAMED,
        /** To whoever asks it, by a reply that asks too. */
        ASKED,
        /** To whoever asks what it is sure about, though it was not asked. */
        UNASKED
    }

    /**
     * Hours of the day in France.
     *
     * @param from the hour in which they begin, from 0 to 23
     * @param to   the hour in which they end, another
     */
    public record QuietHours(int from, int to) {

        public QuietHours {
            if (from < 0 || from > 23 || to < 0 || to > 23 || from == to) {
                throw new IllegalArgumentException("quiet hours lie between two hours of a day, not " + from + " and "
                        + to);
            }
        }

        /** Whether an hour of the day lies in them; they may go over midnight. */
        public boolean holds(int hour) {
            return from < to ? hour >= from && hour < to : hour >= from || hour < to;
        }
    }

    public GroupSettings {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
        }
        if (cooldown.isNegative()) {
            throw new IllegalArgumentException("a cooldown is zero or more, not " + cooldown);
        }
    }

    /** Settings without quiet hours and cooldown. */
    public GroupSettings(boolean auto, double confidence) {
        this(auto ? Speaks.UNASKED : Speaks.ASKED, confidence, null, Duration.ZERO);
    }

    /** Whether the bot answers questions that are not put to it. */
    public boolean auto() {
        return speaks == Speaks.UNASKED;
    }

    public GroupSettings withSpeaks(Speaks other) {
        return new GroupSettings(other, confidence, quiet, cooldown);
    }

    public GroupSettings withConfidence(double other) {
        return new GroupSettings(speaks, other, quiet, cooldown);
    }

    public GroupSettings withQuiet(@Nullable QuietHours other) {
        return new GroupSettings(speaks, confidence, other, cooldown);
    }

    public GroupSettings withCooldown(Duration other) {
        return new GroupSettings(speaks, confidence, quiet, other);
    }
}
