package fr.juliu.telegram.send;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long after each, and never quite as long as others wait.
 *
 * @param first after the first failure
 * @param most  what it grows to
 */
public record Retries(Duration first, Duration most, RandomGenerator random) {

    private static final int DOUBLINGS = 20;

    /** From one second up to five minutes. */
    public static Retries usual() {
        return new Retries(Duration.ofSeconds(1), Duration.ofMinutes(5), RandomGenerator.getDefault());
    }

    /** How long to wait after so many failures before this one. */
    Duration pause(int failures) {
        Duration grown = first.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        Duration whole = grown.compareTo(most) < 0 ? grown : most;
        return whole.dividedBy(2).plusNanos(random.nextLong(whole.dividedBy(2).toNanos() + 1));
    }
}
