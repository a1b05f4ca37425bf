package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The dialect that articles are written in: CommonMark, tables, and footnotes. */
public final class Markdown {

    private static final int DEEPEST = 60;

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .customInlineContentParserFactory(new StrayBracket.Factory())
            .customBlockParserFactory(new FootnoteParser.Factory()).maxOpenBlockParsers(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

    private Markdown() {
    }

    static Node parse(List<String> lines) {
        return PARSER.parse(String.join("\n", TableWidth.even(lines)));
    }

    /** The line in the file that a block begins on, from 1. */
    static int line(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            List<SourceSpan> spans = each.getSourceSpans();
            if (!spans.isEmpty()) {
                return spans.getFirst().getLineIndex() + 1;
            }
        }
        return 1;
    }

    public static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** All nodes below one, in reading order; no recursion, for articles may nest deeply. */
    public static List<Node> descendants(Node root) {
        List<Node> nodes = new ArrayList<>();
        for (Node node = root.getFirstChild(); node != null; node = after(node, root)) {
            nodes.add(node);
        }
        return nodes;
    }

    private static @Nullable Node after(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (!up.equals(root) && up.getNext() == null) {
            up = up.getParent();
        }
        return up.equals(root) ? null : up.getNext();
    }
}
