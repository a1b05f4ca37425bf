package fr.juliu.choose;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** How many calls were made today, in France, of so many at most. */
final class DailyCalls {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final int most;
    private final Clock clock;
    private final AtomicReference<Day> day = new AtomicReference<>(new Day(LocalDate.EPOCH, 0));

    /**
     * Counts calls.
     *
     * @param most so many a day at most; 0 for as many as there are
     */
    DailyCalls(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts one more; false when it would be one too many. */
    boolean take() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FRANCE);
        return most == 0 || day.updateAndGet(last -> last.next(today, most)).made() <= most;
    }

    /** The calls of a day, and one when there were too many. */
    private record Day(LocalDate date, int made) {

        Day next(LocalDate today, int most) {
            return date.equals(today) ? new Day(date, Math.min(made, most) + 1) : new Day(today, 1);
        }
    }
}
