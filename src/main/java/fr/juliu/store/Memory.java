package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stands in memory alone: on its way into the database, or in its place as long as that takes nothing. */
final class Memory {

    private static final int MOST = 10_000;

    private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();
    private final Map<String, Readings.Kept> readings = new ConcurrentHashMap<>();
    private final Cache<String, Long> claims = Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<String, Replays.Kept> replays = Caffeine.newBuilder().maximumSize(MOST).build();
    private final HeldMail mail = new HeldMail();

    /** Exchanges on their way, by id. */
    Map<String, Exchange> exchanges() {
        return exchanges;
    }

    /** What people read on with, on its way, by person. */
    Map<String, Readings.Kept> readings() {
        return readings;
    }

    /** Until when keys are claimed that the database could not note. */
    Map<String, Long> claims() {
        return claims.asMap();
    }

    /** Replies that the database could not note, by message. */
    Map<String, Replays.Kept> replays() {
        return replays.asMap();
    }

    HeldMail mail() {
        return mail;
    }
}
