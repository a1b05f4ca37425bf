package fr.juliu.decide;

import fr.juliu.knowledge.Age;
import fr.juliu.knowledge.Ages;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Freshness;
import fr.juliu.knowledge.Link;
import fr.juliu.knowledge.Section;
import fr.juliu.search.Place;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cites places with how fresh their facts are today. */
public final class Ageing {

    private final Ages ages;
    private final Clock clock;

    /**
     * Whoever cites.
     *
     * @throws fr.juliu.knowledge.ConfigException when the file of ages is missing or wrong
     */
    public Ageing(ConfigFolder config, Clock clock) {
        ages = Ages.read(config);
        this.clock = clock;
    }

    /** A citation of a place whose facts are told. */
    public Citation cite(Place place) {
        return aged(Citation.of(place), place.section().age(), place.sources(), place.article());
    }

    /** A citation of a table in a section. */
    Citation cite(Article article, Section section, @Nullable YearMonth asOf) {
        return aged(Citation.of(article, section, asOf), section.age(), section.sources(), article);
    }

    /** For how many months a table of that month has not changed; 0 as long as that is not worth a word. */
    int unchanged(@Nullable YearMonth asOf) {
        long months = asOf == null ? 0 : ChronoUnit.MONTHS.between(asOf, YearMonth.now(clock));
        return months > ages.tableMonths() ? Math.toIntExact(months) : 0;
    }

    private Citation aged(Citation citation, Age age, List<Link> sources, Article article) {
        Freshness fresh = age.at(citation.asOf(), YearMonth.now(clock));
        return citation.with(fresh, fresh.state() == Freshness.State.CURRENT ? null : official(sources, article));
    }

    /** The first official page among the sources of a place, else of its article. */
    private @Nullable Link official(List<Link> sources, Article article) {
        return sources.stream().filter(link -> ages.isOfficial(link.url())).findFirst()
                .or(() -> article.sources().stream().filter(link -> ages.isOfficial(link.url())).findFirst())
                .orElse(null);
    }
}
