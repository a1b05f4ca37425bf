package fr.juliu.edition;

import fr.juliu.edition.EditionContents.Contents;
import fr.juliu.knowledge.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How two libraries differ. A rollout entry is the same when its folded permit and its qualifiers are, or when but its
 * spelling differs; a new date on it is a change. A section is the same when file, heading path and heading are.
 *
 * @param articlesAdded   the files that are new as a whole; their sections are among those added
 * @param articlesRemoved the files that are gone as a whole; their sections are among those removed
 * @param titles          the titles of the articles whose sections differ, by file; of those that are gone, the last ones
 */
public record EditionChange(List<String> sectionsAdded, List<String> sectionsRemoved, List<String> sectionsChanged,
        List<String> entriesAdded, List<String> entriesRemoved, List<String> entriesChanged,
        List<String> articlesAdded, List<String> articlesRemoved, Map<String, String> titles) {

    /** What stands between a file, the headings above a section and its heading. */
    static final String BELOW = " > ";

    public EditionChange {
        sectionsAdded = List.copyOf(sectionsAdded);
        sectionsRemoved = List.copyOf(sectionsRemoved);
        sectionsChanged = List.copyOf(sectionsChanged);
        entriesAdded = List.copyOf(entriesAdded);
        entriesRemoved = List.copyOf(entriesRemoved);
        entriesChanged = List.copyOf(entriesChanged);
        articlesAdded = List.copyOf(articlesAdded);
        articlesRemoved = List.copyOf(articlesRemoved);
        titles = Map.copyOf(titles);
    }

    /** What changed from one library to the next. */
    public static EditionChange between(Library before, Library after) {
        return between(EditionContents.of(before), EditionContents.of(after));
    }

    /** What changed from the contents of one library to those of the next. */
    public static EditionChange between(EditionContents before, EditionContents after) {
        Map<String, String> old = sections(before);
        Map<String, String> now = sections(after);
        List<String> added = missing(now, old);
        List<String> removed = missing(old, now);
        List<String> changed = old.keySet().stream()
                .filter(key -> now.containsKey(key) && !Objects.equals(old.get(key), now.get(key))).toList();
        Map<String, String> titles = titles(before);
        titles.putAll(titles(after));
        titles.keySet().retainAll(Stream.of(added, removed, changed).flatMap(List::stream).map(EditionChange::file)
                .collect(Collectors.toSet()));
        EntryChanges entries = EntryChanges.between(before.entries(), after.entries());
        return new EditionChange(added, removed, changed, entries.added(), entries.removed(), entries.changed(),
                missing(titles(after), titles(before)), missing(titles(before), titles(after)), titles);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return lines().isEmpty();
    }

    /** The changes, a line each, marked +, - or ~. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        sectionsAdded.forEach(section -> lines.add("+ section " + section));
        sectionsRemoved.forEach(section -> lines.add("- section " + section));
        sectionsChanged.forEach(section -> lines.add("~ section " + section));
        entriesAdded.forEach(entry -> lines.add("+ rollout " + entry));
        entriesRemoved.forEach(entry -> lines.add("- rollout " + entry));
        entriesChanged.forEach(entry -> lines.add("~ rollout " + entry));
        return lines;
    }

    /** The file of a section as it is named here. */
    public static String file(String section) {
        int end = section.indexOf(BELOW);
        return end < 0 ? section : section.substring(0, end);
    }

    private static Map<String, String> sections(EditionContents contents) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (Contents article : contents.articles()) {
            article.sections().forEach((heading, text) -> sections.put(article.file() + BELOW + heading, text));
        }
        return sections;
    }

    private static Map<String, String> titles(EditionContents contents) {
        return contents.articles().stream().collect(
                Collectors.toMap(Contents::file, Contents::title, (a, b) -> b, LinkedHashMap::new));
    }

    private static List<String> missing(Map<String, ?> from, Map<String, ?> in) {
        return from.keySet().stream().filter(key -> !in.containsKey(key)).toList();
    }
}
