package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of an article's text, with what a page of it has to know; they may be changed by whoever writes the page.
 */
public final class PageText {

    private static final Pattern FILE = Pattern.compile("(?i)(?:\\./)?([^/?#:]+)\\.md(?:#(.*))?");

    private final Node document;
    private final Anchors anchors;
    private final LinkReader links;
    private final PassageReader passages = new PassageReader(new LinkReader(null));

    private PageText(Node document, Anchors anchors, LinkReader links) {
        this.document = document;
        this.anchors = anchors;
        this.links = links;
    }

    /** The text of these lines, whose links are resolved by {@code links}. */
    static PageText of(List<String> lines, LinkReader links) {
        Node document = Markdown.parse(lines);
        return new PageText(document, Anchors.of(document), links);
    }

    /** All of its nodes. */
    public Node document() {
        return document;
    }

    /** What addresses say behind their # to lead to a heading or passage; null when the node is none. */
    public @Nullable String anchor(Node node) {
        return anchors.at(node);
    }

    /** The words of a heading, or the question of a passage. */
    public String words(Node place) {
        Passage passage = place instanceof ListItem item ? passages.read(item) : null;
        return passage == null ? PlainText.of(place) : passage.question();
    }

    /** Whether a paragraph tells where facts come from, or how fast they age. */
    public boolean isNote(Paragraph paragraph) {
        return AgeReader.isAge(paragraph) || !new SourceNoteReader(links).read(paragraph).isEmpty();
    }

    /** Whether a paragraph tells how fast facts age: a note for keepers, which pages tell in words of their own. */
    public boolean isAge(Paragraph paragraph) {
        return AgeReader.isAge(paragraph);
    }

    /** Whether a table tells what is online since when. */
    public static boolean isRollout(TableBlock table) {
        return new TableRows(table).isRollout();
    }

    /**
     * The blocks of a place in reading order, without its heading or question; they are changed by this.
     *
     * @param anchor of a heading or passage; null for the text above the first heading
     */
    public List<Node> place(@Nullable String anchor) {
        if (anchor == null) {
            return Markdown.children(document).stream().takeWhile(node -> anchor(node) == null).toList();
        }
        Node place = Markdown.descendants(document).stream().filter(node -> anchor.equals(anchor(node))).findFirst()
                .orElse(null);
        if (place instanceof ListItem item) {
            PassageReader.dropQuestion(item);
            return Markdown.children(item);
        }
        List<Node> below = new ArrayList<>();
        for (Node node = next(place); node != null && anchor(node) == null; node = next(node)) {
            below.add(node);
        }
        return below;
    }

    private static @Nullable Node next(@Nullable Node node) {
        return node == null ? null : node.getNext();
    }

    /** Where a link leads from the page; null when nowhere. */
    public @Nullable String target(String destination) {
        if (destination.startsWith("#")) {
            String wanted = LinkCheck.anchor(LinkCheck.decoded(destination.substring(1)));
            return anchors.byHeading().entrySet().stream()
                    .filter(place -> LinkCheck.anchor(place.getKey()).equals(wanted)).findFirst()
                    .map(place -> "#" + place.getValue()).orElse(null);
        }
        Matcher file = FILE.matcher(destination);
        if (file.matches()) {
            String heading = file.group(2) == null ? "" : "#" + Anchors.slug(LinkCheck.decoded(file.group(2)));
            return file.group(1) + heading;
        }
        String url = links.resolve(destination);
        return url == null || url.toLowerCase(Locale.ROOT).startsWith("javascript:") ? null : url;
    }
}
