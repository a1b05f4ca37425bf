package fr.juliu.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/** Finds images without words for those who do not see them. */
final class WordlessImages {

    private static final Pattern TAG = Pattern.compile("(?i)<img\\b[^>]*>");
    private static final Pattern WORDS = Pattern
            .compile("(?i)\\balt\\s*=\\s*(?:\"[^\"]*\\S[^\"]*\"|'[^']*\\S[^']*'|[^\\s\"'>]+)");

    private WordlessImages() {
    }

    static void find(Node document, FileProblems problems) {
        for (Node node : Markdown.descendants(document)) {
            switch (node) {
                case Image image -> {
                    if (PlainText.of(image).isBlank()) {
                        tell(Markdown.line(image), problems);
                    }
                }
                case HtmlBlock html -> tags(html.getLiteral(), Markdown.line(html), problems);
                case HtmlInline html -> tags(html.getLiteral(), Markdown.line(html), problems);
                default -> {
                    // shows nothing
                }
            }
        }
    }

    private static void tags(String html, int line, FileProblems problems) {
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            if (!WORDS.matcher(tag.group()).find()) {
                tell(line + (int) html.substring(0, tag.start()).chars().filter(c -> c == '\n').count(), problems);
            }
        }
    }

    private static void tell(int line, FileProblems problems) {
        problems.warning(line, "the image has no words for those who do not see it; write ![what it shows](address), or"
                + " alt=\"what it shows\"", "图片没有文字说明，看不见图的人不知道是什么；请写 ![图里是什么](网址)，或者 alt=\"图里是什么\"");
    }
}
