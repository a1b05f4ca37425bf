package fr.juliu.web.page;

import fr.juliu.knowledge.FootnoteParser;
import fr.juliu.knowledge.HtmlText;
import fr.juliu.knowledge.Markdown;
import fr.juliu.knowledge.PageText;
import fr.juliu.knowledge.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** What an article's nodes become on a page: levels in order, links that lead somewhere, and no markup but Markdown's. */
final class PageNodes {

    /** The level of the outermost headings; the page's title is above them. */
    static final int HIGHEST = 2;
    private static final int DEEPEST = 6;
    private static final Pattern MARK = Pattern.compile("\\[\\^([^\\[\\]\\s]{1,50})\\]");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");

    private final PageText page;
    private final Map<String, Integer> footnotes = new HashMap<>();
    private final Set<Integer> marked = new HashSet<>();
    private final Set<Node> notes = new HashSet<>();
    private final Deque<Integer> above = new ArrayDeque<>();

    PageNodes(PageText page) {
        this.page = page;
    }

    /** French words, which a screen reader says so. */
    static final class French extends CustomNode {

        private final String words;

        French(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A box in which a wide table scrolls. */
    static final class Scrolling extends CustomBlock {
    }

    /** The mark of a footnote in the text, or the way back before the footnote itself. */
    static final class Mark extends CustomNode {

        private final int number;
        private final boolean back;
        private final boolean first;

        Mark(int number, boolean back, boolean first) {
            this.number = number;
            this.back = back;
            this.first = first;
        }

        int number() {
            return number;
        }

        boolean back() {
            return back;
        }

        /** Whether it is the first to this footnote. */
        boolean first() {
            return first;
        }
    }

    /** Changes the nodes of a document whose anchors are known. */
    void prepare(Node document) {
        for (Node node : Markdown.descendants(document)) {
            if (node instanceof FootnoteParser.Footnote footnote) {
                footnotes.putIfAbsent(footnote.label(), footnotes.size() + 1);
            } else if (node instanceof Paragraph paragraph && page.isAge(paragraph)) {
                paragraph.unlink();
            } else if (node instanceof Paragraph paragraph && page.isNote(paragraph)) {
                notes.add(paragraph);
            }
        }
        Markdown.descendants(document).forEach(PageNodes::join);
        Markdown.descendants(document).forEach(this::change);
        Markdown.descendants(document).forEach(this::lead);
    }

    /** Whether a paragraph tells where facts come from. */
    boolean isNote(Paragraph paragraph) {
        return notes.contains(paragraph);
    }

    /** Joins texts that the parser parted, so that marks stand in one. */
    private static void join(Node node) {
        if (node instanceof Text text && text.getPrevious() instanceof Text before) {
            text.setLiteral(before.getLiteral() + text.getLiteral());
            before.unlink();
        }
    }

    private void change(Node node) {
        switch (node) {
            case Text text -> change(text);
            case HtmlInline tag -> replace(tag,
                    BREAK.matcher(tag.getLiteral()).matches() ? new HardLineBreak() : null);
            case HtmlBlock html -> replace(html, paragraph(HtmlText.of(html.getLiteral())));
            case Heading heading -> level(heading);
            case Image image -> change(image);
            case TableBlock table -> {
                Scrolling box = new Scrolling();
                table.insertBefore(box);
                box.appendChild(table);
            }
            case SoftLineBreak wrap -> {
                if (notes.contains(wrap.getParent())) {
                    replace(wrap, new HardLineBreak());
                } else if (isBetweenChinese(wrap)) {
                    wrap.unlink();
                }
            }
            case FootnoteParser.Footnote footnote -> change(footnote);
            default -> {
            }
        }
    }

    private void change(Text text) {
        Matcher mark = MARK.matcher(text.getLiteral());
        int from = 0;
        while (mark.find()) {
            Integer number = footnotes.get(mark.group(1));
            if (number != null && !isIn(text, Link.class)) {
                text.insertBefore(new Text(PlainText.withoutMarks(text.getLiteral().substring(from, mark.start()))));
                text.insertBefore(new Mark(number, false, marked.add(number)));
                from = mark.end();
            }
        }
        text.setLiteral(PlainText.withoutMarks(text.getLiteral().substring(from)));
    }

    private void change(FootnoteParser.Footnote footnote) {
        int number = footnotes.getOrDefault(footnote.label(), 0);
        Mark back = new Mark(number, true, true);
        if (footnote.getFirstChild() instanceof Paragraph paragraph) {
            paragraph.prependChild(back);
        } else {
            footnote.prependChild(back);
        }
    }

    /** A picture becomes a link to it: our pages show no other's pictures. */
    private static void change(Image image) {
        if (image.getFirstChild() == null) {
            image.appendChild(new Text("图"));
        }
        if (isIn(image, Link.class)) {
            unwrap(image);
        } else {
            Link link = new Link(image.getDestination(), null);
            Markdown.children(image).forEach(link::appendChild);
            replace(image, link);
        }
    }

    private void level(Heading heading) {
        if (!(heading.getParent() instanceof Document)) {
            heading.setLevel(Math.min(DEEPEST, HIGHEST + above.size()));
        } else if (page.anchor(heading) == null) {
            heading.unlink();
        } else {
            while (!above.isEmpty() && above.getLast() >= heading.getLevel()) {
                above.removeLast();
            }
            above.addLast(heading.getLevel());
            heading.setLevel(Math.min(DEEPEST, HIGHEST - 1 + above.size()));
        }
    }

    private void lead(Node node) {
        if (node instanceof Link link) {
            String target = page.target(link.getDestination().strip());
            if (target == null) {
                unwrap(link);
            } else {
                link.setDestination(target);
            }
        }
    }

    private static boolean isBetweenChinese(SoftLineBreak wrap) {
        return wrap.getPrevious() instanceof Text before && wrap.getNext() instanceof Text after
                && !before.getLiteral().isEmpty() && !after.getLiteral().isEmpty()
                && PlainText.isChinese(before.getLiteral().codePointBefore(before.getLiteral().length()))
                && PlainText.isChinese(after.getLiteral().codePointAt(0));
    }

    private static @Nullable Node paragraph(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        return paragraph;
    }

    private static void replace(Node node, @Nullable Node by) {
        if (by != null) {
            node.insertBefore(by);
        }
        node.unlink();
    }

    private static void unwrap(Node node) {
        Markdown.children(node).forEach(node::insertBefore);
        node.unlink();
    }

    private static boolean isIn(Node node, Class<? extends Node> kind) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (kind.isInstance(up)) {
                return true;
            }
        }
        return false;
    }
}
