package fr.juliu.knowledge;

import java.util.List;

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
 */
public record Section(String heading, List<String> path, int line, List<Block> blocks, List<Passage> passages,
        List<RolloutTable> tables, List<Link> links) {

    public Section {
        path = List.copyOf(path);
        blocks = List.copyOf(blocks);
        passages = List.copyOf(passages);
        tables = List.copyOf(tables);
        links = List.copyOf(links);
    }
}
