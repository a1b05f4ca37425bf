package fr.juliu.keep;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * How many questions of a day in France came by one messenger, on one topic, to one outcome.
 *
 * @param messenger such as {@code web}
 * @param topic     the title of the article that answered
 * @param outcome   in Chinese
 */
public record AskedLine(LocalDate date, String messenger, String topic, String outcome, Kind kind, int times)
        implements
            Comparable<AskedLine> {

    private static final Comparator<AskedLine> ORDER = Comparator.comparing(AskedLine::date)
            .thenComparing(AskedLine::messenger).thenComparing(AskedLine::topic).thenComparing(AskedLine::outcome)
            .thenComparing(AskedLine::kind).thenComparingInt(AskedLine::times);

    /** What a question is to the articles. */
    public enum Kind {
        /** Something was said to it. */
        ANSWERED,
        /** Nothing answered it. */
        UNANSWERED,
        /** Greetings, abuse and junk, which nothing is to answer. */
        TALK
    }

    @Override
    public int compareTo(AskedLine other) {
        return ORDER.compare(this, other);
    }

    AskedLine once() {
        return new AskedLine(date, messenger, topic, outcome, kind, 1);
    }

    AskedLine plus(AskedLine other) {
        return new AskedLine(date, messenger, topic, outcome, kind, times + other.times);
    }
}
