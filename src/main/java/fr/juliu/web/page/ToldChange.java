package fr.juliu.web.page;

import fr.juliu.edition.EditionChange;
import fr.juliu.keep.Publications.Publication;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a publication changed, as readers are told it.
 *
 * @param anchor what addresses of it say behind their #
 * @param id     the same wherever it is told
 */
record ToldChange(String anchor, String id, Instant at, boolean back, List<Group> groups) {

    private static final String BELOW = " > ";

    /** Changes of one kind. */
    record Group(String title, List<Item> items) {
    }

    /**
     * One change.
     *
     * @param path where it stands on our pages; null when it stands there no longer
     */
    record Item(String text, @Nullable String path) {
    }

    /** A publication, with links into the library that is read now. */
    static ToldChange of(Publication publication, Library now) {
        EditionChange change = publication.change();
        Sections sections = new Sections(change, now);
        List<Group> groups = Stream.of(group("名单里新加的", change.entriesAdded(), ToldChange::entry),
                group("名单里改了日期的", change.entriesChanged(), ToldChange::entry),
                group("名单里去掉的", change.entriesRemoved(), ToldChange::entry),
                group("新的文章", change.articlesAdded(), sections::article),
                group("新写的段落", outside(change.sectionsAdded(), change.articlesAdded()), sections::section),
                group("改过的段落", change.sectionsChanged(), sections::section),
                group("去掉的段落", outside(change.sectionsRemoved(), change.articlesRemoved()), sections::section),
                group("整篇去掉", change.articlesRemoved(), sections::article))
                .filter(group -> !group.items().isEmpty()).toList();
        return new ToldChange("e" + publication.id(), publication.id(), publication.at(), publication.back(), groups);
    }

    /** When it was published. */
    public String when() {
        return Pages.minute(at);
    }

    private static Group group(String title, List<String> lines, Function<String, Item> reader) {
        return new Group(title, lines.stream().map(reader).toList());
    }

    private static Item entry(String line) {
        return new Item(line.replace(" -> ", " → "), null);
    }

    /** The sections that are not of articles told as a whole. */
    private static List<String> outside(List<String> sections, List<String> files) {
        return sections.stream().filter(section -> !files.contains(EditionChange.file(section))).toList();
    }

    /** How sections and articles are named, and where they are read now. */
    private record Sections(EditionChange change, Library now) {

        Item article(String file) {
            return new Item("《" + title(file) + "》", find(file).map(Article::path).orElse(null));
        }

        /** A section, told as file, headings above it and heading. */
        Item section(String line) {
            String file = EditionChange.file(line);
            String title = title(file);
            String headings = line.substring(Math.min(line.length(), file.length() + BELOW.length()));
            Optional<String> path = find(file).flatMap(article -> article.sections().stream().map(Section::heading)
                    .filter(heading -> (BELOW + headings).endsWith(BELOW + heading)).findFirst().map(article::path));
            return new Item("《" + title + "》" + (headings.equals(title) ? "" : headings), path.orElse(null));
        }

        private String title(String file) {
            return change.titles().getOrDefault(file, find(file).map(Article::title).orElse(file));
        }

        private Optional<Article> find(String file) {
            return now.articles().stream().filter(article -> article.file().equals(file)).findFirst();
        }
    }
}
