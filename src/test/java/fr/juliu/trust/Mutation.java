package fr.juliu.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Texts made of true ones by chance: pieces are left out, doubled, swapped, or replaced by those of another text and by
 * scraps that trouble readers. A piece is a word, a number, some space, or a sign, so that much of the shape stays.
 */
public final class Mutation {

    private static final Pattern PIECE = Pattern.compile("\\p{IsLatin}+|\\p{N}+|\\s+|.", Pattern.DOTALL);
    private static final List<String> SCRAPS = List.of("", "0", "-1", "1", "2147483648", "99999999999999999999",
            "1e999",
            "0.1", "NaN", "null", "true", "false", "\"", "'", "{", "}", "[", "]", "{}", "[]", ":", ",", "\\", "\\u0000",
            "\\ud800", "\uD800", "\uDC00", "\u0000", "\u0007", "\u202E", "\u200B", "\uFEFF", "\uFFFF", "😀", "👨‍👩‍👧",
            "ﷺ", "é", "學",
            "居留", "学生", "续", "<", ">", "</", "<![CDATA[", "]]>", "<!--", "&#0;", "&amp;", "<!DOCTYPE x>", "\r\n", "\n",
            "\t",
            "---\n", "- ", "# ", "|", "**", "[^1]", "(", "（", "？", "。", "/pin", "@juliu_bot", "%s", "${", "../",
            "@class",
            "a".repeat(300), "的".repeat(300), "[".repeat(300), "{\"a\":".repeat(100));
    private static final int MOST_EDITS = 5;
    private static final int WIDEST = 8;

    private final List<List<String>> texts;

    /** Of these texts. */
    public Mutation(List<String> texts) {
        this.texts = texts.stream()
                .map(text -> PIECE.matcher(text).results().map(MatchResult::group).toList()).toList();
    }

    /** Another text, by this source of chance; one in a few is cut short. */
    public String of(Random random) {
        List<String> pieces = new ArrayList<>(one(random));
        for (int edits = random.nextInt(MOST_EDITS + 1); edits >= 0 && !pieces.isEmpty(); edits--) {
            edit(pieces, random);
        }
        String text = String.join("", pieces);
        return random.nextInt(8) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    private void edit(List<String> pieces, Random random) {
        int from = random.nextInt(pieces.size());
        int to = Math.min(pieces.size(), from + 1 + random.nextInt(WIDEST));
        List<String> range = pieces.subList(from, to);
        switch (random.nextInt(7)) {
            case 0 -> range.clear();
            case 1 -> pieces.add(from, scrap(random));
            case 2 -> pieces.set(from, scrap(random));
            case 3 -> pieces.addAll(from, List.copyOf(range));
            case 4 -> Collections.swap(pieces, from, random.nextInt(pieces.size()));
            case 5 -> pieces.set(from, String.join("", range).repeat(random.nextInt(20)));
            default -> {
                List<String> other = one(random);
                int at = other.isEmpty() ? 0 : random.nextInt(other.size());
                pieces.addAll(from, other.subList(at, Math.min(other.size(), at + WIDEST)));
            }
        }
    }

    private List<String> one(Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String scrap(Random random) {
        return SCRAPS.get(random.nextInt(SCRAPS.size()));
    }
}
