package fr.juliu.edition;

import fr.juliu.edition.EditionContents.Entry;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Passage;
import fr.juliu.knowledge.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a library says and the next one no longer does, as when half of an article is missing. A section, or a question
 * with its answer, is lost when half of its text or less is left; what stands elsewhere now, under another heading or in
 * another file, is left.
 *
 * @param gone    those whose heading or question is gone, too, each by file, headings and question
 * @param cut     those that are still there, and say half or less
 * @param entries rows of the rollout tables that no other one of their date took the place of
 */
public record EditionLoss(List<String> gone, List<String> cut, List<String> entries) {

    public EditionLoss {
        gone = List.copyOf(gone);
        cut = List.copyOf(cut);
        entries = List.copyOf(entries);
    }

    /** What is lost from one library to the next. */
    public static EditionLoss between(Library before, Library after) {
        Map<Spot, List<String>> old = spots(before);
        Map<Spot, List<String>> now = spots(after);
        Set<String> standing = now.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Set<Spot> lost = new LinkedHashSet<>();
        old.forEach((spot, lines) -> {
            int elsewhere = length(lines.stream().filter(standing::contains).toList());
            int left = Math.max(elsewhere, length(now.getOrDefault(spot, List.of())));
            if (!lines.isEmpty() && 2 * left <= length(lines) && !lost.contains(spot.whole())) {
                lost.add(spot);
            }
        });
        return new EditionLoss(lost.stream().filter(spot -> !now.containsKey(spot)).map(Spot::name).toList(),
                lost.stream().filter(now::containsKey).map(Spot::name).toList(),
                entries(EditionContents.of(before).entries(), EditionContents.of(after).entries()));
    }

    /** Whether nothing is lost. */
    public boolean isEmpty() {
        return gone.isEmpty() && cut.isEmpty() && entries.isEmpty();
    }

    /** How much is lost. */
    public int size() {
        return gone.size() + cut.size() + entries.size();
    }

    /** What is lost, a line each. */
    public List<String> lines() {
        return Stream.of(gone.stream().map(name -> "lost section " + name),
                cut.stream().map(name -> "lost half or more of section " + name),
                entries.stream().map(entry -> "lost rollout " + entry)).flatMap(lines -> lines).toList();
    }

    /** The lines of each section, and behind it of each of its questions. */
    private static Map<Spot, List<String>> spots(Library library) {
        Map<Spot, List<String>> spots = new LinkedHashMap<>();
        for (Article article : library.articles()) {
            for (Section section : article.sections()) {
                String name = Stream
                        .of(Stream.of(article.file()), section.path().stream(), Stream.of(section.heading()))
                        .flatMap(part -> part).collect(Collectors.joining(EditionChange.BELOW));
                section.blocks().stream().map(Block::text).forEach(text -> add(spots, new Spot(name, null), text));
                for (Passage passage : section.passages()) {
                    add(spots, new Spot(name, passage.question()), passage.answer());
                }
            }
        }
        return spots;
    }

    private static void add(Map<Spot, List<String>> spots, Spot spot, String text) {
        spots.computeIfAbsent(spot, same -> new ArrayList<>())
                .addAll(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    private static int length(List<String> lines) {
        return lines.stream().mapToInt(String::length).sum();
    }

    private static List<String> entries(Map<String, Entry> before, Map<String, Entry> after) {
        List<String> newcomers = after.keySet().stream().filter(key -> !before.containsKey(key)).map(after::get)
                .map(Entry::date).collect(Collectors.toCollection(ArrayList::new));
        return before.entrySet().stream().filter(entry -> !after.containsKey(entry.getKey())).map(Map.Entry::getValue)
                .filter(entry -> !newcomers.remove(entry.date()))
                .map(entry -> entry.permit() + " (" + entry.date() + ")").toList();
    }

    /**
     * Where something is said.
     *
     * @param section  by file and headings
     * @param question in it; null for the whole section
     */
    private record Spot(String section, @Nullable String question) {

        Spot whole() {
            return new Spot(section, null);
        }

        String name() {
            return question == null ? section : section + EditionChange.BELOW + question;
        }
    }
}
