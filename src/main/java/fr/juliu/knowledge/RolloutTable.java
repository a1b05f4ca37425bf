package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table 日期 | 居留类型: which permits are online since when.
 *
 * @param asOf    the month that the table describes, null when nothing tells it
 * @param entries one for each permit, in the order of the table
 */
public record RolloutTable(@Nullable YearMonth asOf, List<RolloutEntry> entries) {

    public RolloutTable {
        entries = List.copyOf(entries);
    }
}
