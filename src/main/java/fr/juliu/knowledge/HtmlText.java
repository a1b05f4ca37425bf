package fr.juliu.knowledge;

import java.util.List;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The words of a block of HTML: tags, comments, scripts and styles go, the Markdown between the tags is read. */
public final class HtmlText {

    private static final Parser PARAGRAPHS = Parser.builder().enabledBlockTypes(Set.of()).build();
    private static final List<String> UNREAD = List.of("script", "style");

    private HtmlText() {
    }

    public static String of(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int i = 0;
        while (i < html.length()) {
            int open = html.indexOf('<', i);
            if (open < 0) {
                open = html.length();
            }
            text.append(html, i, open);
            i = open == html.length() ? open : end(html, open);
            text.append(' ');
        }
        Node read = PARAGRAPHS.parse(text.toString().replaceAll("(?m)^[ \\t]+", ""));
        StringBuilder words = new StringBuilder();
        Markdown.children(read).forEach(each -> words.append(PlainText.of(each)).append(' '));
        return words.toString().strip();
    }

    private static int end(String html, int open) {
        if (html.startsWith("<!--", open)) {
            return after(html, "-->", open);
        }
        for (String name : UNREAD) {
            if (html.startsWith(name, open + 1)) {
                return after(html, "</" + name + ">", open);
            }
        }
        return after(html, ">", open);
    }

    private static int after(String html, String mark, int from) {
        int at = html.indexOf(mark, from);
        return at < 0 ? html.length() : at + mark.length();
    }
}
