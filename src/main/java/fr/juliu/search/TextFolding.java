package fr.juliu.search;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/**
 * The folding that makes spellings of the same text equal: capitals, Latin accents, full width, traditional
 * characters, hyphens, apostrophes, and spaces around Chinese characters and digits. What nobody sees in a word, such as
 * a character of no width or a turn of direction, is left out.
 *
 * <p>Characters are folded one by one before a tokenizer sees them, since smartcn breaks words at accents and knows
 * simplified characters alone.
 */
public final class TextFolding {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** What nobody sees: characters of format, fillers, tags. */
    private static final Pattern UNSEEN = Pattern
            .compile("[\\p{Cf}\\u115F\\u1160\\u2800\\u3164\\uFFA0\\x{E0000}-\\x{E0FFF}]");
    /** Marks upon a character, such as a stroke through it; accents are composed before, and a symbol keeps its colour. */
    private static final Pattern MARKS = Pattern.compile("(?<!\\p{So})[\\p{Mn}\\p{Me}]");
    private static final int TAGS_FROM = 0xE0000;
    private static final int TAGS_TO = 0xE01EF;
    private static final Pattern SPACE_BY_HAN = Pattern
            .compile("(?<=[\\p{IsHan}\\p{Punct}、，。？！：；（）]) | (?=[\\p{IsHan}、，。？！：；（）])");
    private static final Pattern ARTICLE_OF_LAW = Pattern.compile("\\b([rldc])\\.? ?(\\d{3})\\b");
    private static final Pattern NUMBER_OF_LAW = Pattern.compile("\\b([rld]\\d{3}) (\\d{1,3})\\b");
    private static final String CHINESE_PUNCTUATION = "，？！：；（）";
    private static final int ACCENTS_FROM = 0xC0;
    private static final int ACCENTS_TO = 0x24F;
    private static final int HAN_FROM = 0x4E00;
    private static final int HAN_TO = 0x9FFF;

    /** What each character becomes, worked out once: every folding is the same. */
    private static final @Nullable String[] TABLE = table();
    private static final Once<NormalizeCharMap> CHAR_MAP = new Once<>(TextFolding::newCharMap);

    private static @Nullable String[] table() {
        @Nullable
        String[] folded = new @Nullable String[Character.MAX_VALUE + 1];
        foldAccents(folded);
        foldWidth(folded);
        foldTraditional(folded);
        foldSpaces(folded);
        folded['’'] = "'";
        folded['‘'] = "'";
        folded['‐'] = "-";
        folded['‑'] = "-";
        folded['–'] = "-";
        folded['—'] = "-";
        folded['œ'] = "oe";
        folded['Œ'] = "oe";
        folded['æ'] = "ae";
        return folded;
    }

    /** The text in its folded form, with single spaces, none beside a Chinese character. */
    public String fold(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        String composed = MARKS.matcher(Normalizer.normalize(seen, Normalizer.Form.NFC)).replaceAll("");
        StringBuilder out = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            append(out, composed.charAt(i));
        }
        String spaced = SPACES.matcher(out).replaceAll(" ").strip();
        String joined = SPACE_BY_HAN.matcher(spaced).replaceAll("");
        String laws = ARTICLE_OF_LAW.matcher(joined).replaceAll("$1$2");
        return NUMBER_OF_LAW.matcher(laws).replaceAll("$1-$2");
    }

    /** The text in simplified characters, otherwise as it is. */
    public String simplify(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String to = isHan(c) ? TABLE[c] : null;
            out.append(to == null ? String.valueOf(c) : to);
        }
        return out.toString();
    }

    /** The text in traditional characters. */
    public String traditional(String text) {
        return Transliterator.getInstance("Simplified-Traditional").transliterate(text);
    }

    /** The character map for a Lucene char filter: single characters and tags only, so that offsets stay true. */
    NormalizeCharMap charMap() {
        return CHAR_MAP.get();
    }

    private static NormalizeCharMap newCharMap() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add("'", " ");
        for (int c = 0; c < TABLE.length; c++) {
            String character = String.valueOf((char) c);
            String to = TABLE[c];
            if (UNSEEN.matcher(character).matches() || MARKS.matcher(character).matches()) {
                map.add(character, "");
            } else if (to != null) {
                map.add(character, to.equals("'") ? " " : to);
            }
        }
        for (int tag = TAGS_FROM; tag <= TAGS_TO; tag++) {
            map.add(Character.toString(tag), "");
        }
        return map.build();
    }

    /** Whether the character is a Chinese one of the common block. */
    public static boolean isHan(char c) {
        return c >= HAN_FROM && c <= HAN_TO;
    }

    private void append(StringBuilder out, char c) {
        String to = TABLE[c];
        if (to != null) {
            for (int i = 0; i < to.length(); i++) {
                out.append(spaced(Character.toLowerCase(to.charAt(i))));
            }
        } else {
            out.append(spaced(Character.toLowerCase(c)));
        }
    }

    private static char spaced(char c) {
        return c == '-' || c == '\'' || c == '_' || Character.isISOControl(c) ? ' ' : c;
    }

    private static void foldAccents(@Nullable String[] folded) {
        char[] out = new char[8];
        for (int c = ACCENTS_FROM; c <= ACCENTS_TO; c++) {
            if (Character.isLetter(c)) {
                int length = ASCIIFoldingFilter.foldToASCII(new char[]{(char) c}, 0, out, 0, 1);
                String plain = new String(out, 0, length).toLowerCase(Locale.ROOT);
                if (plain.charAt(0) != c) {
                    folded[c] = plain;
                }
            }
        }
    }

    /** Spaces of every width, and the ends of lines and paragraphs. */
    private static void foldSpaces(@Nullable String[] folded) {
        for (int c = 0x80; c < Character.MAX_VALUE; c++) {
            if (Character.isSpaceChar(c)) {
                folded[c] = " ";
            }
        }
    }

    private static void foldWidth(@Nullable String[] folded) {
        for (int c = 0xFF01; c <= 0xFF5E; c++) {
            if (CHINESE_PUNCTUATION.indexOf(c) < 0) {
                folded[c] = String.valueOf((char) (c - 0xFEE0));
            }
        }
    }

    /** Characters of GB 2312 are in use in simplified text themselves (狼藉) and stay. */
    private static void foldTraditional(@Nullable String[] folded) {
        CharsetEncoder simplifiedSet = Charset.forName("GB2312").newEncoder();
        StringBuilder all = new StringBuilder();
        for (int c = HAN_FROM; c <= HAN_TO; c++) {
            all.append((char) c).append('\n');
        }
        String simplified = Transliterator.getInstance("Traditional-Simplified").transliterate(all.toString());
        Iterator<String> lines = simplified.lines().iterator();
        for (int c = HAN_FROM; c <= HAN_TO; c++) {
            String to = lines.next();
            if (to.length() == 1 && to.charAt(0) != c && !simplifiedSet.canEncode((char) c)) {
                folded[c] = to;
            }
        }
    }
}
