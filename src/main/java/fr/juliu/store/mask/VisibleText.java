package fr.juliu.store.mask;

import java.util.regex.Pattern;

/**
 * A text without what nobody sees in it: turns of direction, which show a text other than it is, characters of no width,
 * fillers and tags. What joins emoji, or letters of other scripts, stays.
 */
public final class VisibleText {

    private static final Pattern UNSEEN = Pattern
            .compile("[\\p{Cf}\\u115F\\u1160\\u2800\\u3164\\uFFA0\\x{E0000}-\\x{E0FFF}&&[^\\u200C\\u200D]]");
    private static final Pattern ENDS = Pattern.compile("[\\u2028\\u2029]");

    private VisibleText() {
    }

    /** What is seen of a text. */
    public static String of(String text) {
        return ENDS.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll("\n");
    }
}
