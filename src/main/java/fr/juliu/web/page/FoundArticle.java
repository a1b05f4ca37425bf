package fr.juliu.web.page;

import fr.juliu.decide.Lookup;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Article;
import fr.juliu.search.Highlighter;
import fr.juliu.search.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An article in which something was found.
 *
 * @param asOf  the month that it describes, in words
 * @param more  how many places of it are not shown
 */
record FoundArticle(List<Run> title, String path, String asOf, List<FoundPlace> places, int more) {

    private static final int SHOWN = 3;

    /** A place of it, with the sentences where what was looked for stands. */
    record FoundPlace(List<Run> heading, String path, List<Run> excerpt) {
    }

    /** The articles of places, the one with the best place first. */
    static List<FoundArticle> of(Lookup.Found found, Edition edition, FrenchWords french) {
        Map<Article, List<Place>> byArticle = new LinkedHashMap<>();
        found.places().forEach(
                place -> byArticle.computeIfAbsent(place.article(), article -> new ArrayList<>()).add(place));
        Highlighter marks = edition.highlighter();
        return byArticle.entrySet().stream().map(entry -> {
            Article article = entry.getKey();
            List<FoundPlace> shown = entry.getValue().stream().limit(SHOWN).map(place -> new FoundPlace(
                    french.marked(marks.mark(heading(place), found.words())), article.path(place.heading()),
                    french.marked(marks.excerpt(place.text(), found.words())))).toList();
            return new FoundArticle(french.marked(marks.mark(article.title(), found.words())), article.path(),
                    Pages.asOf(article.asOf()), shown, entry.getValue().size() - shown.size());
        }).toList();
    }

    /** The heading; of the text above the first one, which bears the article's title, a word for it. */
    private static String heading(Place place) {
        return place.heading().equals(place.article().title()) ? "开头" : place.heading();
    }
}
