package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section whose text is still being read. */
final class SectionDraft {

    private final String heading;
    private final List<String> path;
    private final int line;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<RolloutTable> tables = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<SourceNote> notes = new ArrayList<>();
    private @Nullable Age age;

    /** A section with its heading's line, 0 when the heading does not stand in the body. */
    SectionDraft(String heading, List<String> path, int line) {
        this.heading = heading;
        this.path = List.copyOf(path);
        this.line = line;
    }

    void addText(Block.Kind kind, String text, int at) {
        if (!text.isBlank()) {
            blocks.add(new Block(kind, text, at));
        }
    }

    void add(Block block) {
        addText(block.kind(), block.text(), block.line());
    }

    void add(Passage passage) {
        passages.add(passage);
    }

    void add(RolloutTable table) {
        tables.add(table);
    }

    void addNotes(List<SourceNote> found) {
        notes.addAll(found);
    }

    void addLinks(List<Link> found) {
        links.addAll(found);
    }

    /** Says how fast its facts age, unless that is said already: then false. */
    boolean set(Age said) {
        boolean first = age == null;
        age = first ? said : age;
        return first;
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /**
     * The section.
     *
     * @param usual the kind of its facts where it says none
     */
    Section finish(@Nullable AgeKind usual) {
        int from = line > 0 ? line : blocks.getFirst().line();
        return new Section(heading, path, from, blocks, passages, tables, LinkReader.unique(links), notes,
                (age == null ? Age.UNKNOWN : age).or(usual));
    }
}
