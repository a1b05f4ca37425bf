package fr.juliu.store.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Digits in a row.
 *
 * @param gap what stands between the digits before and these
 * @param joined whether that is little enough for both to be one number
 */
record DigitGroup(String digits, int start, int end, String gap, boolean joined) {

    /** Spaces and at most one sign. */
    private static final Pattern GAP = Pattern.compile(" *(?: |[.。\\-_/,:|*()~\\\\'+]|--|__) *");
    private static final int WIDEST_GAP = 3;

    /** The groups of a text, from left to right. */
    static List<DigitGroup> of(FoldedText text) {
        return of(text, 0, text.length());
    }

    /** The groups that begin in a part of a text. */
    static List<DigitGroup> of(FoldedText text, int from, int to) {
        List<DigitGroup> groups = new ArrayList<>();
        int before = -1;
        for (int at = from; at < to; at++) {
            if (text.isDigit(at)) {
                int end = at + 1;
                while (text.isDigit(end)) {
                    end++;
                }
                groups.add(group(text, before, at, end));
                before = end;
                at = end;
            }
        }
        return groups;
    }

    int size() {
        return digits.length();
    }

    private static DigitGroup group(FoldedText text, int before, int start, int end) {
        String gap = before >= 0 && start - before <= WIDEST_GAP ? text.subSequence(before, start).toString() : "";
        boolean joined = GAP.matcher(gap).matches();
        return new DigitGroup(text.subSequence(start, end).toString(), start, end, joined ? gap : "", joined);
    }
}
