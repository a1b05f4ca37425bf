package fr.juliu.knowledge;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a section says of the age of its facts: {@code 时效：金额，核对于 2026 年 11 月，有效至 2026 年 12 月}.
 *
 * @param kind    how fast they age; null when nothing tells
 * @param checked when they were last held against their source; null when nothing tells
 * @param until   the last month in which they hold; null when they have no end
 */
public record Age(@Nullable AgeKind kind, @Nullable YearMonth checked, @Nullable YearMonth until) {

    /** Nothing is said of it. */
    public static final Age UNKNOWN = new Age(null, null, null);

    /** The same, of a kind where it says none itself. */
    Age or(@Nullable AgeKind usual) {
        return kind == null ? new Age(usual, checked, until) : this;
    }

    /**
     * How fresh facts are.
     *
     * @param asOf the month that they describe; null when nothing tells it
     */
    public Freshness at(@Nullable YearMonth asOf, YearMonth now) {
        YearMonth date = checked == null || (asOf != null && asOf.isAfter(checked)) ? asOf : checked;
        int months = date == null ? 0 : Math.toIntExact(Math.max(0, ChronoUnit.MONTHS.between(date, now)));
        if (until != null && now.isAfter(until)) {
            return new Freshness(Freshness.State.ENDED, this, date, months);
        }
        boolean aged = kind != null && months > kind.months();
        return new Freshness(aged ? Freshness.State.AGED : Freshness.State.CURRENT, this, date, months);
    }
}
