package fr.juliu.knowledge;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
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
 * @param topic    what the pages group it under; null when it names none
 * @param sections in reading order
 * @param page     its text as a page to read
 */
public record Article(String file, String title, @Nullable YearMonth asOf, List<Link> sources, List<String> aliases,
        @Nullable String topic, List<Section> sections, ArticlePage page) {

    private static final Pattern ENDING = Pattern.compile("(?i)\\.md$");

    public Article {
        if (title.isBlank()) {
            throw new IllegalArgumentException("an article needs a title: " + file);
        }
        sources = List.copyOf(sources);
        aliases = List.copyOf(aliases);
        sections = List.copyOf(sections);
    }

    /** The name of its page: the file's name without its ending. */
    public String slug() {
        return slug(file);
    }

    /** The name of the page of a file. */
    public static String slug(String file) {
        return ENDING.matcher(file).replaceFirst("");
    }

    /** The path of its page, percent-encoded, such as {@code /a/etudiant}. */
    public String path() {
        return path(null);
    }

    /**
     * The path of a place on its page, percent-encoded, such as {@code /a/etudiant#%E7%BB%AD}.
     *
     * @param heading a heading or the question of a passage; the page's top when it has no such
     */
    public String path(@Nullable String heading) {
        String anchor = heading == null ? null : page.anchor(heading);
        try {
            return new URI(null, null, "/a/" + slug(), anchor).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path for " + file, e);
        }
    }
}
