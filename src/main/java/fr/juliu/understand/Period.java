package fr.juliu.understand;

import java.time.YearMonth;

/** A span of months, both ends included. */
public record Period(YearMonth from, YearMonth to) {

    /** Before anything went online. */
    public static final YearMonth EARLIEST = YearMonth.of(1900, 1);
    /** After everything that can be planned. */
    static final YearMonth LATEST = YearMonth.of(2999, 12);

    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a period runs forwards: " + from + " to " + to);
        }
    }

    public boolean overlaps(Period other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** Whether it is one month and no more. */
    boolean isMonth() {
        return from.equals(to);
    }

    /** As people say it: 2023 年 4 月, 2023 年, 2021 年 9 月之前. */
    public String spoken() {
        if (from.equals(EARLIEST)) {
            return month(to.plusMonths(1)) + "之前";
        }
        if (to.equals(LATEST)) {
            return month(from) + "以来";
        }
        if (isMonth()) {
            return month(from);
        }
        if (from.getMonthValue() == 1 && to.equals(from.plusMonths(11))) {
            return from.getYear() + " 年";
        }
        return month(from) + "到 " + month(to);
    }

    private static String month(YearMonth month) {
        return month.getYear() + " 年 " + month.getMonthValue() + " 月";
    }
}
