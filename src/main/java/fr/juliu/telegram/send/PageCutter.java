package fr.juliu.telegram.send;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into pages: at an empty line, else at a line, else after a sentence, else anywhere but inside a character.
 *
 * <p>A place in the first quarter of a page is passed over for a worse one further down, so that no page is a stub.
 *
 * @param most the longest page, in UTF-16 units
 */
record PageCutter(int most) {

    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t\\u3000]*(?=\\n)");
    private static final Pattern LINE = Pattern.compile("\\n");
    private static final Pattern SENTENCE = Pattern.compile("[。！？!?][”’」』）)\"]*|\\.(?=\\s)");
    private static final int LONGEST_CLUSTER = 64;

    /** A page of a text, from one place to another, without blanks at its ends. */
    record Page(int start, int end) {
    }

    /** The pages of a text, in order; none is blank. */
    List<Page> pages(String text) {
        List<Page> pages = new ArrayList<>();
        int start = skipBlanks(text, 0);
        while (start < text.length()) {
            Page page = first(text, start);
            pages.add(page);
            start = skipBlanks(text, page.end());
        }
        return pages;
    }

    private Page first(String text, int start) {
        int end = text.length() - start <= most ? text.length() : cut(text, start);
        while (isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return new Page(start, end);
    }

    /** Where to cut; whatever precedes it is not blank, as the text does not start with a blank. */
    private int cut(String text, int start) {
        for (Pattern place : List.of(EMPTY_LINE, LINE, SENTENCE)) {
            int cut = last(place, text, start);
            if (cut > start + most / 4) {
                return cut;
            }
        }
        return betweenCharacters(text, start);
    }

    private int last(Pattern place, String text, int start) {
        Matcher places = place.matcher(text).region(start, start + most).useTransparentBounds(true);
        int last = -1;
        while (places.find()) {
            last = places.end();
        }
        return last;
    }

    private int betweenCharacters(String text, int start) {
        int end = start + most;
        for (int cut = end; cut > end - LONGEST_CLUSTER && cut > start; cut--) {
            if (!isInsideCharacter(text, cut)) {
                return cut;
            }
        }
        return isInsidePair(text, end) ? end - 1 : end;
    }

    private static boolean isInsideCharacter(String text, int cut) {
        if (isInsidePair(text, cut)) {
            return true;
        }
        int after = text.codePointAt(cut);
        int type = Character.getType(after);
        return after == 0x200D || text.charAt(cut - 1) == 0x200D || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK || type == Character.COMBINING_SPACING_MARK
                || Character.isEmojiModifier(after);
    }

    private static boolean isInsidePair(String text, int cut) {
        return Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut));
    }

    private static int skipBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && isBlank(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Whether Telegram sees nothing in a character; a text of such alone is refused as empty. */
    private static boolean isBlank(int character) {
        int type = Character.getType(character);
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || type == Character.CONTROL
                || type == Character.FORMAT;
    }
}
