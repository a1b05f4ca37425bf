package fr.juliu.picture;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which permits went online when.
 *
 * @param rows the newest first
 * @param asOf the month that the knowledge describes; null when nothing tells it
 */
public record Timeline(List<TimelineRow> rows, @Nullable YearMonth asOf) {

    public Timeline {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a timeline without rows is no picture");
        }
        rows = rows.stream().sorted(Comparator.comparing(TimelineRow::since).reversed()).toList();
    }

    /** Of when the list is that it shows. */
    String told() {
        return asOf == null ? "名单日期不明" : "名单截至 " + asOf.getYear() + " 年 " + asOf.getMonthValue() + " 月";
    }
}
