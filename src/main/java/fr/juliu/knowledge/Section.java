package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text under one heading; the text above the first heading is a section named by the article's title.
 *
 * @param heading  the heading as text
 * @param path     the headings above it, outermost first, without the section's own
 * @param line     the line of the heading, from 1
 * @param blocks   its text in reading order; the text of passages is among them
 * @param passages its questions with answers
 * @param tables   its rollout tables
 * @param links    its links, each once, in reading order
 * @param notes    the lines at its end that tell where its facts come from, which are none of its text
 * @param age      what it says of the age of its facts, which is none of its text either
 */
public record Section(String heading, List<String> path, int line, List<Block> blocks, List<Passage> passages,
        List<RolloutTable> tables, List<Link> links, List<SourceNote> notes, Age age) {

    public Section {
        path = List.copyOf(path);
        blocks = List.copyOf(blocks);
        passages = List.copyOf(passages);
        tables = List.copyOf(tables);
        links = List.copyOf(links);
        notes = List.copyOf(notes);
    }

    /** Its whole text, one block a line, the rows of its rollout tables among them. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    /** The month that its oldest facts describe; null when no note tells. */
    public @Nullable YearMonth asOf() {
        return notes.stream().map(SourceNote::month).min(Comparator.naturalOrder()).orElse(null);
    }

    /** Where its facts come from; empty when no note tells. */
    public List<Link> sources() {
        return LinkReader.unique(notes.stream().flatMap(note -> note.links().stream()).toList());
    }
}
