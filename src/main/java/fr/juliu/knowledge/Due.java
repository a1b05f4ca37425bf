package fr.juliu.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section whose facts a keeper is to look at.
 *
 * @param heading of the section
 * @param kind    how fast its facts age, in the word that keepers write; empty when nothing tells
 * @param date    when its facts held for the last time that anybody looked; null when nothing tells it
 * @param months  how long ago that is
 * @param span    for how many months facts of its kind are told as they are
 * @param until   the last month in which they hold; null when they have no end
 * @param asked   how often it answered lately
 */
public record Due(Why why, String file, int line, String heading, String kind, @Nullable YearMonth date, int months,
        int span, @Nullable YearMonth until, int asked) {

    /** So long before its end a section is to be looked at. */
    private static final int DAYS_BEFORE_END = 60;

    /** Why a section is to be looked at; what weighs most first. */
    public enum Why {
        /** What it tells holds no longer. */
        ENDED,
        /** What it tells will soon hold no longer. */
        ENDING,
        /** Nobody looked for longer than facts of its kind may go without. */
        AGED
    }

    /**
     * The sections of a library to look at: first what ends, then what is asked most and ages fastest.
     *
     * @param fallback the span of facts of which nothing tells how fast they age
     * @param asked    how often each heading or question answered lately; empty when nobody counts
     */
    public static List<Due> of(Library library, Period fallback, LocalDate today, Map<String, Integer> asked) {
        List<Due> due = new ArrayList<>();
        for (Article article : library.articles()) {
            for (Section section : article.sections()) {
                Due found = of(article, section, Math.toIntExact(fallback.toTotalMonths()), today, asked);
                if (found != null) {
                    due.add(found);
                }
            }
        }
        due.sort(Comparator.comparing(Due::why)
                .thenComparing(Comparator.comparingDouble(Due::weight).reversed()));
        return List.copyOf(due);
    }

    /** Whether what it tells ends, or has ended. */
    public boolean ends() {
        return why != Why.AGED;
    }

    /** A line for whoever runs the program. */
    @Override
    public String toString() {
        String place = file + ":" + line + ": " + FileProblems.quote(heading) + " ";
        return place + switch (why) {
            case ENDED -> "held until " + until + "; write what holds now";
            case ENDING -> "holds until " + until + "; look what holds after it";
            case AGED -> (kind.isEmpty() ? "" : kind + " ") + "of " + date + ", " + months
                    + " months ago, which is more than " + span;
        } + (asked == 0 ? "" : "; asked " + asked + " times");
    }

    /** How much it matters: how often it is asked, and how many of its spans have passed. */
    private double weight() {
        return (1.0 + asked) * months / span;
    }

    private static @Nullable Due of(Article article, Section section, int fallback, LocalDate today,
            Map<String, Integer> asked) {
        Age age = section.age();
        Freshness fresh = age.at(section.asOf() == null ? article.asOf() : section.asOf(), YearMonth.from(today));
        AgeKind kind = age.kind();
        int span = kind == null ? fallback : kind.months();
        Why why = reason(fresh, span, today);
        int times = asked.getOrDefault(section.heading(), 0) + section.passages().stream()
                .mapToInt(passage -> asked.getOrDefault(passage.question(), 0)).sum();
        return why == null
                ? null
                : new Due(why, article.file(), section.line(), section.heading(), kind == null ? "" : kind.name(),
                        fresh.date(), fresh.months(), span, age.until(), times);
    }

    private static @Nullable Why reason(Freshness fresh, int span, LocalDate today) {
        YearMonth until = fresh.age().until();
        if (fresh.state() == Freshness.State.ENDED) {
            return Why.ENDED;
        }
        if (until != null && !today.isBefore(until.atEndOfMonth().minusDays(DAYS_BEFORE_END))) {
            return Why.ENDING;
        }
        return fresh.months() > span ? Why.AGED : null;
    }
}
