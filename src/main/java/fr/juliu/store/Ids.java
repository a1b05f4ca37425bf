package fr.juliu.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New ids of 20 digits and small letters, the later the greater; two processes never make the same.
 *
 * <p>
 * Capital letters are left out, because PostgreSQL may sort them among the small ones.
 */
public final class Ids {

    private static final int RADIX = 36;
    private static final int TIME_LENGTH = 12;
    private static final int PROCESS_LENGTH = 8;
    /** How many ids fit into a millisecond before they run ahead of the clock. */
    private static final long PER_MILLI = 1L << 15;

    private final Clock clock;
    private final String process;
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock) {
        this.clock = clock;
        process = digits(new SecureRandom().nextLong((long) Math.pow(RADIX, PROCESS_LENGTH)), PROCESS_LENGTH);
    }

    public String next() {
        long now = clock.millis() * PER_MILLI;
        return digits(last.updateAndGet(before -> Math.max(before + 1, now)), TIME_LENGTH) + process;
    }

    /** Makes the ids from now on greater than another process's, whose clock may run ahead. */
    void after(String id) {
        long other = Long.parseLong(id, 0, Math.min(TIME_LENGTH, id.length()), RADIX);
        last.accumulateAndGet(other, Math::max);
    }

    private static String digits(long number, int length) {
        String digits = Long.toString(number, RADIX);
        return "0".repeat(length - digits.length()) + digits;
    }
}
