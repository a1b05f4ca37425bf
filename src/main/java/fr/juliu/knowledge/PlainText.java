package fr.juliu.knowledge;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The words of Markdown without its marks: link texts stay, addresses, tags, footnote marks and attributes go. */
public final class PlainText {

    /** Where the author broke the line on purpose, in {@link #withBreaks}. */
    static final char BREAK = '\u2028';

    private static final Pattern MARKS = Pattern
            .compile("\\{:[^{}]*\\}|\\{#[\\w:.-]+\\}|\\{%[^{}%]*%\\}|\\[\\^[^\\[\\]\\s]{1,50}\\]");
    private static final Pattern BREAK_TAG = Pattern.compile("(?i)<br\\s*/?>");

    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder run = new StringBuilder();

    private PlainText() {
    }

    /** The text below a node on one line. */
    public static String of(Node parent) {
        return from(parent.getFirstChild());
    }

    /** The text of a node and the siblings after it on one line. */
    static String from(@Nullable Node first) {
        return oneLine(raw(first));
    }

    /** The text below a node, its hard line breaks kept as {@link #BREAK}. */
    static String withBreaks(Node parent) {
        return raw(parent.getFirstChild());
    }

    /** The text with every run of white space as one space, or as nothing where a line of Chinese was wrapped. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isSpace(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                String space = text.substring(i, end);
                boolean wrapped = space.indexOf('\n') >= 0 && space.indexOf(BREAK) < 0;
                if (!line.isEmpty() && end < text.length()
                        && !(wrapped && isChinese(line.codePointBefore(line.length()))
                                && isChinese(text.codePointAt(end)))) {
                    line.append(' ');
                }
            } else {
                line.append(text.charAt(i));
                end++;
            }
            i = end;
        }
        return line.toString();
    }

    /** A run of text without attributes, template tags and footnote marks. */
    public static String withoutMarks(CharSequence text) {
        boolean plain = text.chars().noneMatch(c -> c == '{' || c == '[');
        return plain ? text.toString() : MARKS.matcher(text).replaceAll("");
    }

    private static String raw(@Nullable Node first) {
        PlainText text = new PlainText();
        for (Node node = first; node != null; node = node.getNext()) {
            text.append(node);
            Markdown.descendants(node).forEach(text::append);
        }
        text.flush();
        return text.raw.toString();
    }

    private void append(Node node) {
        if (node instanceof Text text) {
            run.append(text.getLiteral());
            return;
        }
        flush();
        if (node instanceof Code code) {
            raw.append(code.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            raw.append('\n');
        } else if (node instanceof HardLineBreak
                || (node instanceof HtmlInline tag && BREAK_TAG.matcher(tag.getLiteral()).matches())) {
            raw.append(BREAK);
        }
    }

    private void flush() {
        raw.append(withoutMarks(run));
        run.setLength(0);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    public static boolean isChinese(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN
                || UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(UnicodeBlock.of(codePoint))
                || UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(UnicodeBlock.of(codePoint));
    }
}
