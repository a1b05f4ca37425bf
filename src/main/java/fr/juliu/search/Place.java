package fr.juliu.search;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Link;
import fr.juliu.knowledge.Passage;
import fr.juliu.knowledge.Section;
import java.time.YearMonth;
import java.util.List;
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

    /** The month that the place describes; null when nothing tells it. */
    public @Nullable YearMonth asOf() {
        YearMonth own = section.asOf();
        return own == null ? article.asOf() : own;
    }

    /** Where the place's facts come from, as its section's notes tell; without notes the article's sources, else its links. */
    public List<Link> sources() {
        if (!section.notes().isEmpty()) {
            return section.sources();
        }
        return article.sources().isEmpty() ? links() : article.sources();
    }

    /** The links of the place, or those of its section when it has none. */
    public List<Link> links() {
        return passage == null || passage.links().isEmpty() ? section.links() : passage.links();
    }
}
