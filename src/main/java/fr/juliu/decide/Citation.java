package fr.juliu.decide;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Freshness;
import fr.juliu.knowledge.Link;
import fr.juliu.knowledge.Section;
import fr.juliu.search.Place;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer stands.
 *
 * @param article the article's title
 * @param file    relative to the folder
 * @param section the heading, or the question of a passage
 * @param asOf    the month that its oldest facts describe, null when nothing tells it
 * @param newest  the month that its newest facts describe, null when nothing tells it
 * @param sources links to what it rests on
 * @param remarks what is said of the sources beside links, such as which fact has none
 * @param page    the path of the place on our pages, percent-encoded, such as {@code /a/etudiant#…}
 * @param fresh   how fresh its facts are
 * @param first   the official page to read before facts that are not fresh; null when there is none
 */
public record Citation(String article, String file, String section, @Nullable YearMonth asOf,
        @Nullable YearMonth newest, List<Link> sources, List<String> remarks, String page, Freshness fresh,
        @Nullable Link first) {

    private static final int MOST_SOURCES = 5;

    public Citation {
        sources = List.copyOf(sources.subList(0, Math.min(MOST_SOURCES, sources.size())));
        remarks = List.copyOf(remarks);
    }

    /** A citation of a place whose facts are not told. */
    static Citation of(Place place) {
        return new Citation(place.article().title(), place.article().file(), place.heading(), place.asOf(),
                place.newest(), place.sources(),
                place.notes().stream().flatMap(note -> note.remarks().stream()).distinct().toList(),
                place.article().path(place.heading()), Freshness.UNKNOWN, null);
    }

    /** A citation of a table in a section, with the article's own sources, or the section's links where it names none. */
    static Citation of(Article article, Section section, @Nullable YearMonth asOf) {
        return new Citation(article.title(), article.file(), section.heading(), asOf, asOf,
                article.sources().isEmpty() ? section.links() : article.sources(), List.of(),
                article.path(section.heading()), Freshness.UNKNOWN, null);
    }

    /** The same, its facts so fresh; if they are not, this official page comes before all its other sources. */
    Citation with(Freshness freshness, @Nullable Link official) {
        List<Link> ordered = Stream.concat(Stream.ofNullable(official), sources.stream()).distinct().toList();
        return new Citation(article, file, section, asOf, newest, ordered, remarks, page, freshness, official);
    }

    /** The same without the links that are told elsewhere. */
    public Citation without(Predicate<Link> told) {
        return new Citation(article, file, section, asOf, newest, sources.stream().filter(told.negate()).toList(),
                remarks, page, fresh, first);
    }

    /** Articles with the headings of their places, such as 《续居留》交晚了. */
    public static String named(List<Citation> places) {
        Map<String, List<String>> byArticle = new LinkedHashMap<>();
        places.forEach(place -> {
            List<String> headings = byArticle.computeIfAbsent(place.article(), article -> new ArrayList<>());
            if (!place.section().equals(place.article())) {
                headings.add(place.section());
            }
        });
        return byArticle.entrySet().stream()
                .map(entry -> "《" + entry.getKey() + "》" + String.join("、", entry.getValue()))
                .collect(Collectors.joining("；"));
    }
}
