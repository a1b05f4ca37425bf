package fr.juliu.knowledge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** The reader of an article's body: what stands under which heading. */
final class SectionReader {

    private record Level(int level, String heading) {
    }

    private final LinkReader links;
    private final PassageReader passages;
    private final SourceNoteReader notes;
    private final RolloutReader rollouts;
    private final AgeReader ages;
    private final @Nullable AgeKind usual;
    private final List<Section> sections = new ArrayList<>();
    private final Deque<Level> above = new ArrayDeque<>();
    private SectionDraft draft;

    /**
     * A reader of one body.
     *
     * @param matter what the article says about itself
     */
    SectionReader(FrontMatter matter, LinkReader links, RolloutReader rollouts, AgeReader ages) {
        this.links = links;
        this.passages = new PassageReader(links);
        this.notes = new SourceNoteReader(links);
        this.rollouts = rollouts;
        this.ages = ages;
        this.usual = matter.ages();
        this.draft = new SectionDraft(matter.title(), List.of(), 0);
    }

    /** The sections of a body that have any text. */
    List<Section> read(Node document) {
        for (Node node : Markdown.children(document)) {
            List<AgeReader.Line> said = ages.take(node);
            List<SourceNote> found = node instanceof Paragraph paragraph ? notes.read(paragraph) : List.of();
            if (node instanceof Heading heading && !PlainText.of(heading).isEmpty()) {
                close();
                draft = open(heading);
            } else if (found.isEmpty()) {
                read(node, Block.Kind.PARAGRAPH);
            }
            said.forEach(line -> {
                if (!draft.set(line.age())) {
                    ages.twice(line);
                }
            });
            draft.addNotes(found);
            draft.addLinks(links.below(node));
        }
        close();
        return sections;
    }

    private void close() {
        if (!draft.isEmpty()) {
            sections.add(draft.finish(usual));
        }
    }

    private SectionDraft open(Heading heading) {
        while (!above.isEmpty() && above.getLast().level() >= heading.getLevel()) {
            above.removeLast();
        }
        List<String> path = above.stream().map(Level::heading).toList();
        String text = PlainText.of(heading);
        above.addLast(new Level(heading.getLevel(), text));
        return new SectionDraft(text, path, Markdown.line(heading));
    }

    private void read(Node node, Block.Kind kind) {
        int line = Markdown.line(node);
        switch (node) {
            case Paragraph paragraph -> draft.addText(kind, PlainText.of(paragraph), line);
            case Heading heading -> draft.addText(kind, PlainText.of(heading), line);
            case HtmlBlock html -> draft.addText(kind, HtmlText.of(html.getLiteral()), line);
            case FencedCodeBlock code -> draft.addText(Block.Kind.CODE, code.getLiteral().stripTrailing(), line);
            case IndentedCodeBlock code -> draft.addText(Block.Kind.CODE, code.getLiteral().stripTrailing(), line);
            case TableBlock table -> read(table);
            case ListItem item -> read(item);
            case BlockQuote quote -> Markdown.children(quote).forEach(child -> read(child, Block.Kind.QUOTE));
            default -> Markdown.children(node).forEach(child -> read(child, kind));
        }
    }

    private void read(ListItem item) {
        List<String> own = new ArrayList<>();
        List<Node> nested = new ArrayList<>();
        for (Node child : Markdown.children(item)) {
            if (child instanceof Paragraph) {
                own.add(PlainText.of(child));
            } else {
                nested.add(child);
            }
        }
        draft.addText(Block.Kind.ITEM, PlainText.oneLine(String.join("\n", own)), Markdown.line(item));
        Passage passage = passages.read(item);
        if (passage != null) {
            draft.add(passage);
        }
        nested.forEach(child -> read(child, Block.Kind.ITEM));
    }

    private void read(TableBlock block) {
        TableRows table = new TableRows(block);
        if (!table.isRollout()) {
            table.blocks().forEach(draft::add);
            return;
        }
        String before = block.getPrevious() instanceof Paragraph paragraph ? PlainText.of(paragraph) : "";
        List<Node> rows = new ArrayList<>();
        for (Node row : table.rows()) {
            Block told = RolloutReader.block(row);
            if (!told.text().isEmpty()) {
                rows.add(row);
                draft.add(told);
            }
        }
        draft.add(rollouts.read(rows, before));
    }
}
