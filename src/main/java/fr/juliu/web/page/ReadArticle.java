package fr.juliu.web.page;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Freshness;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Link;
import fr.juliu.knowledge.Section;
import java.time.Clock;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article as its page shows it.
 *
 * @param html     its text as safe HTML
 * @param contents its headings and questions
 * @param asOf     the month that it describes, in words
 * @param warning  what is said of facts that are old or of no known age; null when they are fresh
 * @param sources  where its facts come from
 */
record ReadArticle(String title, String html, List<ArticleHtml.Place> contents, String asOf,
        @Nullable String warning, List<Link> sources) {

    static ReadArticle of(Article article, Library library, Clock clock, Period oldFacts) {
        ArticleHtml page = ArticleHtml.of(library, article, YearMonth.now(clock));
        return new ReadArticle(article.title(), page.html(), page.contents(), Pages.asOf(article.asOf()),
                warning(article, YearMonth.now(clock), oldFacts), sources(article));
    }

    /** Whether so many headings are better folded away on a narrow screen. */
    public boolean hasManyPlaces() {
        return contents.size() > 6;
    }

    /** Whether so many sources are better folded away. */
    public boolean hasManySources() {
        return sources.size() > 6;
    }

    /** What is said of old sections where they say how fast they age, else of the article as a whole. */
    private static @Nullable String warning(Article article, YearMonth now, Period oldFacts) {
        YearMonth asOf = article.asOf();
        if (asOf == null) {
            return "这一篇没有写明是哪个月的资料，请先到官网核对。";
        }
        if (article.sections().stream().anyMatch(section -> section.age().kind() != null)) {
            long old = article.sections().stream().map(section -> section.age()
                    .at(section.asOf() == null ? asOf : section.asOf(), now))
                    .filter(fresh -> fresh.state() != Freshness.State.CURRENT).count();
            return old == 0 ? null : "这一篇有 " + old + " 段很久没有核对，或者已经到期，规定可能变了，请先到官网核对。";
        }
        return asOf.plus(oldFacts).isBefore(now)
                ? "这些资料已经 " + ChronoUnit.MONTHS.between(asOf, now) + " 个月没有更新，规定可能变了，请先到官网核对。"
                : null;
    }

    /** The front matter's, then those of the notes; where there are none at all, the links of the text. */
    private static List<Link> sources(Article article) {
        List<Link> told = Stream.concat(article.sources().stream(),
                article.sections().stream().flatMap(section -> section.sources().stream())).toList();
        Map<String, Link> byUrl = new LinkedHashMap<>();
        (told.isEmpty() ? article.sections().stream().map(Section::links).flatMap(List::stream) : told.stream())
                .forEach(link -> byUrl.putIfAbsent(link.url(), link));
        return List.copyOf(byUrl.values());
    }
}
