package fr.juliu.web;

import fr.juliu.answer.EditionChange;
import fr.juliu.chat.Publications.Publication;
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
 */
record ToldChange(String anchor, String edition, Instant at, boolean back, List<Group> groups) {

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
        List<Group> groups = Stream.of(group("名单里新加的", change.entriesAdded(), ToldChange::entry),
                group("名单里改了日期的", change.entriesChanged(), ToldChange::entry),
                group("名单里去掉的", change.entriesRemoved(), ToldChange::entry),
                group("新写的段落", change.sectionsAdded(), section -> section(section, now)),
                group("改过的段落", change.sectionsChanged(), section -> section(section, now)),
                group("去掉的段落", change.sectionsRemoved(), section -> section(section, now)))
                .filter(group -> !group.items().isEmpty()).toList();
        return new ToldChange("e" + publication.at().toEpochMilli(), publication.edition(), publication.at(),
                publication.back(), groups);
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

    /** A section, told as file, headings above it and heading. */
    private static Item section(String line, Library now) {
        int end = line.indexOf(" > ");
        String file = end < 0 ? line : line.substring(0, end);
        String headings = end < 0 ? "" : line.substring(end);
        Optional<Article> article = now.articles().stream().filter(each -> each.file().equals(file)).findFirst();
        if (article.isEmpty()) {
            return new Item(line, null);
        }
        Optional<String> path = article.get().sections().stream().map(Section::heading)
                .filter(heading -> headings.endsWith(" > " + heading)).findFirst().map(article.get()::path);
        return new Item("《" + article.get().title() + "》" + headings.replaceFirst("^ > ", ""), path.orElse(null));
    }
}
