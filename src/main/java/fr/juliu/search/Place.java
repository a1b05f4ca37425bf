package fr.juliu.search;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Link;
import fr.juliu.knowledge.Passage;
import fr.juliu.knowledge.Section;
import fr.juliu.knowledge.SourceNote;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where an answer can stand: a section, or a passage inside it. */
public record Place(Article article, Section section, @Nullable Passage passage) {

    /** The heading of the section, or the question of the passage. */
    public String heading() {
        return passage == null ? section.heading() : passage.question();
    }

    /** The text of the place without its heading, one block a line; rollout tables are left to the table's own index. */
    public String text() {
        if (passage != null) {
            return passage.answer();
        }
        return section.blocks().stream().filter(block -> block.kind() != Block.Kind.ROLLOUT).map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    /** The month that the oldest facts of the place describe; null when nothing tells it. */
    public @Nullable YearMonth asOf() {
        return notes().stream().map(SourceNote::month).min(Comparator.naturalOrder()).orElse(article.asOf());
    }

    /** The month that its newest facts describe; null when nothing tells it. */
    public @Nullable YearMonth newest() {
        return notes().stream().map(SourceNote::month).max(Comparator.naturalOrder()).orElse(article.asOf());
    }

    /** Where the place's facts come from, as its notes tell; without notes the article's sources, else its links. */
    public List<Link> sources() {
        List<SourceNote> notes = notes();
        if (!notes.isEmpty()) {
            return notes.stream().flatMap(note -> note.links().stream()).distinct().toList();
        }
        return article.sources().isEmpty() ? links() : article.sources();
    }

    /** The notes that tell where the place's facts come from: of a passage with links those that name one of them, else all. */
    public List<SourceNote> notes() {
        if (passage != null) {
            Set<String> named = passage.links().stream().map(Link::url).collect(Collectors.toSet());
            List<SourceNote> own = section.notes().stream()
                    .filter(note -> note.links().stream().anyMatch(link -> named.contains(link.url()))).toList();
            return own.isEmpty() ? section.notes() : own;
        }
        return section.notes();
    }

    /** The links of the place, or those of its section when it has none. */
    public List<Link> links() {
        return passage == null || passage.links().isEmpty() ? section.links() : passage.links();
    }
}
