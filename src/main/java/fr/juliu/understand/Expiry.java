package fr.juliu.understand;

import java.time.LocalDate;

/**
 * When a card runs out, as a question says it.
 *
 * @param first   the first day that may be meant
 * @param last    the last one; the same, unless only the month is said
 * @param guessed whether the question leaves out the year, so that the nearest fitting one is taken
 */
public record Expiry(LocalDate first, LocalDate last, boolean guessed) {

    public Expiry {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("a card runs out on a day or in a month: " + first + " to " + last);
        }
    }

    /** Whether a day is said, not a month alone. */
    public boolean isDay() {
        return first.equals(last);
    }

    /** Whether it has run out by a day. */
    public boolean isOver(LocalDate today) {
        return last.isBefore(today);
    }

    /** As people say it: 2027 年 1 月 20 日, 2027 年 3 月. */
    public String spoken() {
        return isDay() ? spoken(first) : spoken(first).replaceAll(" \\d+ 日$", "");
    }

    /** A day as people say it. */
    public static String spoken(LocalDate day) {
        return day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日";
    }
}
