package fr.juliu.answer;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Link;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer stands.
 *
 * @param article the article's title
 * @param file    relative to the folder
 * @param section the heading, or the question of a passage
 * @param asOf    the month that it describes, null when nothing tells it
 * @param sources links to what it rests on
 */
public record Citation(String article, String file, String section, @Nullable YearMonth asOf, List<Link> sources) {

    private static final int MOST_SOURCES = 3;

    public Citation {
        sources = List.copyOf(sources);
    }

    /** A citation with the article's own sources, or the section's links where it names none. */
    static Citation of(Article article, String section, @Nullable YearMonth asOf, List<Link> sectionLinks) {
        List<Link> sources = article.sources().isEmpty() ? sectionLinks : article.sources();
        return new Citation(article.title(), article.file(), section, asOf,
                sources.subList(0, Math.min(MOST_SOURCES, sources.size())));
    }
}
