package fr.juliu.keep.links;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Turns at sites: one request to a site at a time, and a pause before the next. */
final class SiteTurns {

    private final Duration pause;
    private final Clock clock;
    private final Sleep sleep;
    private final Map<String, Site> sites = new ConcurrentHashMap<>();

    SiteTurns(Duration pause, Clock clock, Sleep sleep) {
        this.pause = pause;
        this.clock = clock;
        this.sleep = sleep;
    }

    /** Waiting. */
    interface Sleep {
        void of(Duration time) throws InterruptedException;
    }

    /** Something asked of a site. */
    interface Request<T> {
        T send() throws IOException, InterruptedException;
    }

    /** Sends a request when it is its turn. */
    <T> T take(String name, Request<T> request) throws IOException {
        Site site = sites.computeIfAbsent(name, key -> new Site());
        try {
            site.turn.lockInterruptibly();
            try {
                Duration left = Duration.between(clock.instant(), site.free);
                if (left.isPositive()) {
                    sleep.of(left);
                }
                return request.send();
            } finally {
                site.free = clock.instant().plus(pause);
                site.turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** A site with the time from which on it may be asked again. */
    private static final class Site {
        private final ReentrantLock turn = new ReentrantLock();
        private Instant free = Instant.MIN;
    }
}
