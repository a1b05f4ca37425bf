package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One permit that a rollout table says is online.
 *
 * @param date       the date cell as text
 * @param since      the first month that the date cell names
 * @param permit     the permit as written in the cell, without its group label; marks such as bold are gone
 * @param row        the whole permit cell as text
 * @param group      the common label before the permits of the cell, such as 人道主义, if there is one
 * @param qualifiers what the entry is limited to; empty when it covers first time and renewal
 * @param line       the line of the row in the file, from 1
 */
public record RolloutEntry(String date, YearMonth since, String permit, String row, @Nullable String group,
        Set<Qualifier> qualifiers, int line) {

    public RolloutEntry {
        if (permit.isBlank()) {
            throw new IllegalArgumentException("a rollout entry needs a permit: " + row);
        }
        // in the same order in every process, so that an edition has the same id in each
        qualifiers = Collections.unmodifiableSet(new TreeSet<>(qualifiers));
    }

    /** Whether the entry is announced for later than the month the knowledge is as of. */
    public boolean isPlannedAfter(@Nullable YearMonth asOf) {
        return asOf != null && since.isAfter(asOf);
    }
}
