package fr.juliu.wechat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into pages: at an empty line, else at a line, else after a sentence, else between two characters; never
 * inside a link. Each page but the last ends with a line that says how to read on.
 *
 * <p>A place in the first quarter of a page is passed over for a worse one further down, so that no page is a stub.
 *
 * @param most   the longest page with that line, in bytes of UTF-8
 * @param readOn that line
 */
record ByteCutter(int most, String readOn) {

    /** The last line of a page with another behind it. */
    static final String READ_ON = "\n（回复“继续”看下面）";
    /** The same in traditional characters. */
    static final String READ_ON_TRADITIONAL = "\n（回覆「繼續」看下面）";

    private static final Pattern LINK = Pattern.compile("<a href=\"[^\"<>]*\">[^<>]*</a>");
    private static final List<Pattern> PLACES = List.of(Pattern.compile("\\n\\s*\\n"), Pattern.compile("\\n"),
            Pattern.compile("[。！？!?；][”’」』）)\"]*|\\.(?=\\s)"));

    /** The pages of a text, in order; none is blank. */
    List<String> pages(String text) {
        List<String> pages = new ArrayList<>();
        String rest = text.strip();
        while (bytes(rest) > most) {
            int cut = cut(rest);
            String page = rest.substring(0, cut).stripTrailing();
            rest = rest.substring(cut).stripLeading();
            pages.add(rest.isEmpty() ? page : page + readOn);
        }
        if (!rest.isEmpty()) {
            pages.add(rest);
        }
        return pages;
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private int cut(String text) {
        int end = outOfLink(text, fitting(text, most - bytes(readOn)));
        for (Pattern place : PLACES) {
            int cut = last(place, text, end);
            if (cut > end / 4) {
                return cut;
            }
        }
        return end;
    }

    /** How many of the first UTF-16 units fit into so many bytes, no character being cut in two. */
    private static int fitting(String text, int bytes) {
        int left = bytes;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            left -= character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (left < 0) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    /** The place itself or, inside a link, the link's start; a link that fills the page is cut all the same. */
    private static int outOfLink(String text, int place) {
        Matcher links = LINK.matcher(text);
        while (links.find() && links.start() < place) {
            if (links.end() > place && links.start() > 0) {
                return links.start();
            }
        }
        return place;
    }

    private static int last(Pattern place, String text, int end) {
        int last = -1;
        Matcher places = place.matcher(text);
        while (places.find() && places.end() <= end) {
            if (outOfLink(text, places.end()) == places.end()) {
                last = places.end();
            }
        }
        return last;
    }
}
