package fr.juliu.answer;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.RolloutEntry;
import fr.juliu.knowledge.RolloutTable;
import fr.juliu.knowledge.Section;
import fr.juliu.search.TextFolding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * How two libraries differ. A rollout entry is the same when its folded permit and its qualifiers are; a new date on it
 * is a change. A section is the same when file, heading path and heading are.
 */
public record EditionChange(List<String> sectionsAdded, List<String> sectionsRemoved, List<String> sectionsChanged,
        List<String> entriesAdded, List<String> entriesRemoved, List<String> entriesChanged) {

    public EditionChange {
        sectionsAdded = List.copyOf(sectionsAdded);
        sectionsRemoved = List.copyOf(sectionsRemoved);
        sectionsChanged = List.copyOf(sectionsChanged);
        entriesAdded = List.copyOf(entriesAdded);
        entriesRemoved = List.copyOf(entriesRemoved);
        entriesChanged = List.copyOf(entriesChanged);
    }

    /** What changed from one library to the next. */
    public static EditionChange between(Library before, Library after) {
        TextFolding folding = new TextFolding();
        Map<String, String> sectionsBefore = sections(before);
        Map<String, String> sectionsAfter = sections(after);
        Map<String, RolloutEntry> entriesBefore = entries(before, folding);
        Map<String, RolloutEntry> entriesAfter = entries(after, folding);
        List<String> redated = new ArrayList<>();
        entriesBefore.forEach((key, entry) -> {
            RolloutEntry now = entriesAfter.get(key);
            if (now != null && !now.date().equals(entry.date())) {
                redated.add(now.permit() + ": " + entry.date() + " -> " + now.date());
            }
        });
        return new EditionChange(missing(sectionsAfter, sectionsBefore), missing(sectionsBefore, sectionsAfter),
                changed(sectionsBefore, sectionsAfter, String::equals), told(entriesAfter, entriesBefore),
                told(entriesBefore, entriesAfter), redated);
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

    private static Map<String, String> sections(Library library) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (Article article : library.articles()) {
            for (Section section : article.sections()) {
                List<String> path = new ArrayList<>(section.path());
                path.add(section.heading());
                sections.merge(article.file() + " > " + String.join(" > ", path), section.blocks().stream()
                        .map(Block::text).collect(Collectors.joining("\n")), (a, b) -> a + "\n" + b);
            }
        }
        return sections;
    }

    private static Map<String, RolloutEntry> entries(Library library, TextFolding folding) {
        Map<String, RolloutEntry> entries = new LinkedHashMap<>();
        for (Article article : library.articles()) {
            for (Section section : article.sections()) {
                for (RolloutTable table : section.tables()) {
                    table.entries()
                            .forEach(entry -> entries.put(folding.fold(entry.permit()) + entry.qualifiers(), entry));
                }
            }
        }
        return entries;
    }

    private static List<String> missing(Map<String, ?> from, Map<String, ?> in) {
        return from.keySet().stream().filter(key -> !in.containsKey(key)).toList();
    }

    private static <T> List<String> changed(Map<String, T> before, Map<String, T> after, BiPredicate<T, T> same) {
        return before.entrySet().stream().filter(entry -> {
            T now = after.get(entry.getKey());
            return now != null && !same.test(entry.getValue(), now);
        }).map(Map.Entry::getKey).toList();
    }

    private static List<String> told(Map<String, RolloutEntry> from, Map<String, RolloutEntry> in) {
        return missing(from, in).stream().map(key -> {
            RolloutEntry entry = from.get(key);
            return entry == null ? key : entry.permit() + " (" + entry.date() + ")";
        }).toList();
    }
}
