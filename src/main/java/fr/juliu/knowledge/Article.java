package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Markdown file of the folder.
 *
 * @param file     its name relative to the folder
 * @param title    the front matter's title
 * @param asOf     the month that the article describes: its front matter's {@code as_of}, else that of its first
 *                 rollout table; null when nothing tells it
 * @param sources  the links of the front matter, empty when it names none
 * @param aliases  other names of the article
 * @param sections in reading order
 */
public record Article(String file, String title, @Nullable YearMonth asOf, List<Link> sources, List<String> aliases,
        List<Section> sections) {

    public Article {
        if (title.isBlank()) {
            throw new IllegalArgumentException("an article needs a title: " + file);
        }
        sources = List.copyOf(sources);
        aliases = List.copyOf(aliases);
        sections = List.copyOf(sections);
    }
}
