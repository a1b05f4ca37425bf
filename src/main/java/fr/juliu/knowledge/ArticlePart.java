package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * A part of an article's file that is edited by itself: what stands above the first heading, the front matter included, or
 * a heading with what stands below it up to the next one.
 *
 * @param index   its place among the parts, from 0
 * @param heading the heading as text; the article's title for the first part
 * @param level   of the heading, from 1; 0 for the first part
 * @param from    the index of its first line
 * @param to      the index of the line behind its last that is not blank
 * @param text    its lines without the blank ones at the end
 */
public record ArticlePart(int index, String heading, int level, int from, int to, String text) {

    /**
     * The parts of an article in reading order.
     *
     * @param text what the article was read from, its lines ended by \n
     */
    public static List<ArticlePart> of(String text, Article article) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        List<Heading> headings = new ArrayList<>();
        for (Node node : Markdown.children(article.page().text().document())) {
            if (node instanceof Heading heading && !PlainText.of(heading).isEmpty()) {
                headings.add(heading);
            }
        }
        List<ArticlePart> parts = new ArrayList<>();
        int end = headings.isEmpty() ? lines.size() : start(headings.getFirst());
        parts.add(part(0, article.title(), 0, lines, 0, end));
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            int next = i + 1 == headings.size() ? lines.size() : start(headings.get(i + 1));
            parts.add(part(i + 1, PlainText.of(heading), heading.getLevel(), lines, start(heading), next));
        }
        return parts;
    }

    /** The whole text with other words in the place of this part. */
    public String replacedIn(String whole, String words) {
        List<String> lines = Arrays.asList(whole.split("\n", -1));
        List<String> after = new ArrayList<>(lines.subList(0, from));
        if (!words.isBlank()) {
            after.add(words.stripTrailing());
        }
        after.addAll(lines.subList(to, lines.size()));
        return String.join("\n", after);
    }

    private static int start(Heading heading) {
        return Markdown.line(heading) - 1;
    }

    private static ArticlePart part(int index, String heading, int level, List<String> lines, int from, int next) {
        int to = next;
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return new ArticlePart(index, heading, level, from, to, String.join("\n", lines.subList(from, to)));
    }
}
