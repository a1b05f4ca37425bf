package fr.juliu.wechat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** A moment of a ticker, by which something is to be done. */
record Deadline(Ticker ticker, long nanos) {

    static Deadline in(Ticker ticker, Duration time) {
        return new Deadline(ticker, ticker.read() + time.toNanos());
    }

    /** A moment so much later. */
    Deadline plus(Duration time) {
        return new Deadline(ticker, nanos + time.toNanos());
    }

    /** The nanoseconds left, 0 when it is over. */
    long left() {
        return Math.max(0, nanos - ticker.read());
    }

    boolean isOver() {
        return left() == 0;
    }
}
