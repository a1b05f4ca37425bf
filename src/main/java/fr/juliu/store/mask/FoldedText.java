package fr.juliu.store.mask;

import java.util.BitSet;

/**
 * A text as it is read, each character folded, with the marks that were set in it. What is marked reads as a wall, which
 * no number reaches across.
 */
final class FoldedText implements CharSequence {

    static final char WALL = '\0';
    private static final String GAPS = " .。-_/,:|*()~\\'+";
    private static final int WIDEST_GAP = 3;

    private final String original;
    private final char[] signs;
    /** Where in the original a sign begins, and the end of the last. */
    private final int[] places;
    private final int length;
    private final BitSet persons = new BitSet();
    private final BitSet offices = new BitSet();
    private long reads;
    private boolean open;

    FoldedText(String original) {
        this.original = original;
        signs = new char[original.length()];
        places = new int[original.length() + 1];
        length = fold();
        foldNumerals();
        wallMasks();
    }

    static boolean isGap(char c) {
        return GAPS.indexOf(c) >= 0;
    }

    /** Looks for what is to stay, and yet is no part of any other number. */
    void open(Search search) {
        open = true;
        search.in(this);
        open = false;
    }

    /** Marks what stands there. */
    void mark(int start, int end, Lead found) {
        Lead lead = open && found != Lead.NOBODY ? Lead.PUBLIC : found;
        if (lead == Lead.NOBODY || start == end) {
            return;
        }
        if (lead != Lead.PUBLIC) {
            (lead == Lead.PERSON ? persons : offices).set(places[start], last(end - 1) + 1);
        }
        for (int i = start; i < end; i++) {
            signs[i] = WALL;
        }
    }

    /** The original without what leads to a person and, if asked, without what may lead to an office. */
    String masked(boolean offices) {
        StringBuilder result = new StringBuilder();
        boolean before = false;
        for (int at = 0; at < original.length(); at++) {
            boolean hidden = persons.get(at) || (offices && this.offices.get(at));
            if (!hidden) {
                // PostgreSQL takes no NUL
                result.append(original.charAt(at) == '\0' ? '\uFFFD' : original.charAt(at));
            } else if (!before) {
                result.append(MaskedText.MASK);
            }
            before = hidden;
        }
        return result.toString();
    }

    /** How many characters were looked at so far: the work done on the text. */
    long reads() {
        return reads;
    }

    boolean hasDigits() {
        for (int i = 0; i < length; i++) {
            if (isDigit(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a letter from a to z stands in it. */
    boolean hasLetters() {
        for (int i = 0; i < length; i++) {
            if (isLetter(i)) {
                return true;
            }
        }
        return false;
    }

    /** Counts characters that were looked at in a copy. */
    void count(int more) {
        reads += more;
    }

    boolean isDigit(int at) {
        return at >= 0 && at < length && charAt(at) >= '0' && charAt(at) <= '9';
    }

    boolean isLetter(int at) {
        return at >= 0 && at < length && (charAt(at) | 0x20) >= 'a' && (charAt(at) | 0x20) <= 'z';
    }

    @Override
    public char charAt(int index) {
        reads++;
        return signs[index];
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        reads += end - start;
        return new String(signs, start, end - start);
    }

    @Override
    public String toString() {
        return new String(signs, 0, length);
    }

    /** The last of the original's characters that are part of a sign: marks behind it, but nothing that is no text. */
    private int last(int sign) {
        int last = places[sign + 1] - 1;
        while (last > places[sign]
                && (Character.isISOControl(original.charAt(last)) || original.charAt(last) == '\uFFFD')) {
            last--;
        }
        return last;
    }

    private int fold() {
        int to = 0;
        for (int at = 0; at < original.length();) {
            int c = original.codePointAt(at);
            char sign = Folding.fold(c);
            if (sign != Folding.NOTHING) {
                signs[to] = sign;
                places[to++] = at;
            }
            at += Character.charCount(c);
        }
        places[to] = original.length();
        return to;
    }

    /**
     * Turns Chinese numerals into digits where they are read out one by one: beside another numeral, or between two
     * digits; not 周一 before a number. Likewise the letter O in place of a zero.
     */
    private void foldNumerals() {
        char[] written = signs.clone();
        int before = -1;
        for (int i = 0; i < length; i++) {
            int value = Folding.numeral(written[i]);
            if (value >= 0) {
                char left = before >= 0 && isNear(written, before, i) ? written[before] : WALL;
                char right = next(written, i);
                if (isRead(value, left, right)) {
                    signs[i] = (char) ('0' + value);
                }
            } else if ((written[i] | 0x20) == 'o' && !isLetter(i - 1) && !isLetter(i + 1)
                    && (isDigit(i - 1) || isDigit(i + 1))) {
                signs[i] = '0';
            }
            if (value >= 0 || isPlain(written[i])) {
                before = i;
            }
        }
    }

    /** Whether a numeral is one of several that are read out, by what stands left and right of it. */
    private static boolean isRead(int value, char left, char right) {
        if (Folding.numeral(left) >= 0 || Folding.numeral(right) >= 0) {
            return true;
        }
        return value == 0 ? isPlain(left) || isPlain(right) : isPlain(left) && isPlain(right);
    }

    /** The digit or numeral that follows behind a gap at most. */
    private char next(char[] written, int at) {
        for (int i = at + 1; i < length && i <= at + 1 + WIDEST_GAP; i++) {
            if (isPlain(written[i]) || Folding.numeral(written[i]) >= 0) {
                return written[i];
            }
            if (!isGap(written[i])) {
                return WALL;
            }
        }
        return WALL;
    }

    private static boolean isNear(char[] written, int before, int at) {
        if (at - before > 1 + WIDEST_GAP) {
            return false;
        }
        for (int i = before + 1; i < at; i++) {
            if (!isGap(written[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= '0' && c <= '9';
    }

    /** What was masked before is no word that says that a number follows. */
    private void wallMasks() {
        String folded = toString();
        for (int at = folded.indexOf(MaskedText.MASK); at >= 0; at = folded.indexOf(MaskedText.MASK,
                at + MaskedText.MASK.length())) {
            mark(at, at + MaskedText.MASK.length(), Lead.PUBLIC);
        }
    }
}
