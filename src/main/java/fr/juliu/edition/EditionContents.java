package fr.juliu.edition;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.RolloutEntry;
import fr.juliu.knowledge.RolloutTable;
import fr.juliu.knowledge.Section;
import fr.juliu.search.TextFolding;
import fr.juliu.tell.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a library holds, as little of it as tells how another one differs: of texts it has the fingerprints alone.
 *
 * @param articles in the order of the library
 * @param entries  those of the rollout tables, by folded permit and qualifiers
 */
public record EditionContents(List<Contents> articles, Map<String, Entry> entries) {

    public EditionContents {
        articles = List.copyOf(articles);
        entries = inOrder(entries);
    }

    /**
     * What an article holds.
     *
     * @param sections the fingerprints of their texts, by heading path and heading
     */
    public record Contents(String file, String title, Map<String, String> sections) {

        public Contents {
            sections = inOrder(sections);
        }
    }

    /** A rollout entry as it is told. */
    public record Entry(String permit, String date) {
    }

    public static EditionContents of(Library library) {
        TextFolding folding = new TextFolding();
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Article article : library.articles()) {
            for (Section section : article.sections()) {
                section.tables().stream().map(RolloutTable::entries).flatMap(List::stream).forEach(
                        entry -> entries.put(key(entry, folding), new Entry(entry.permit(), entry.date())));
            }
        }
        return new EditionContents(library.articles().stream()
                .map(article -> new Contents(article.file(), article.title(), sections(article))).toList(), entries);
    }

    /** A fingerprint of it, the same in every process. */
    public String fingerprint() {
        return Digest.of(toString());
    }

    private static String key(RolloutEntry entry, TextFolding folding) {
        return folding.fold(entry.permit()) + new TreeSet<>(entry.qualifiers());
    }

    private static Map<String, String> sections(Article article) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Section section : article.sections()) {
            List<String> path = new ArrayList<>(section.path());
            path.add(section.heading());
            texts.merge(String.join(" > ", path),
                    section.blocks().stream().map(Block::text).collect(Collectors.joining("\n")),
                    (a, b) -> a + "\n" + b);
        }
        texts.replaceAll((heading, text) -> Digest.of(text));
        return texts;
    }

    /** A copy that keeps the order. */
    private static <T> Map<String, T> inOrder(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
