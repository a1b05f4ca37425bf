package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which rows are one asker's, so that he does not crowd out the others. It stands in memory alone, under a hash of him
 * whose key is by chance and thrown away each day: what is stored does not tell who asked, and this does not for long.
 *
 * @param <I> what a row is known by
 */
final class Shares<I> {

    /** How many rows are known of all askers together; beyond, who asked nothing for longest is forgotten. */
    static final int MOST_KNOWN = 50_000;

    private static final Duration DAY = Duration.ofDays(1);
    private static final String HASH = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int most;
    private final Ticker ticker;
    private final Map<Long, Deque<I>> rows = new LinkedHashMap<>(16, 0.75f, true);
    private Mac mac;
    private long since;
    private int known;

    /**
     * Shares of nobody so far.
     *
     * @param most how many rows an asker may have in a day
     */
    Shares(int most, Ticker ticker) {
        this.most = most;
        this.ticker = ticker;
        mac = mac();
        since = ticker.read();
    }

    /** Notes a new row of an asker; returns his oldest when that has to go for it. */
    synchronized Optional<I> add(String asker, I row) {
        if (ticker.read() - since >= DAY.toNanos()) {
            mac = mac();
            since = ticker.read();
            rows.clear();
            known = 0;
        }
        long hash = ByteBuffer.wrap(mac.doFinal(asker.getBytes(StandardCharsets.UTF_8))).getLong();
        Deque<I> his = rows.computeIfAbsent(hash, first -> new ArrayDeque<>());
        his.add(row);
        known++;
        if (his.size() > most) {
            known--;
            return Optional.of(his.remove());
        }
        forgetSurplus();
        return Optional.empty();
    }

    /** How many rows are known. */
    synchronized int known() {
        return known;
    }

    private void forgetSurplus() {
        for (Iterator<Deque<I>> longest = rows.values().iterator(); known > MOST_KNOWN;) {
            known -= longest.next().size();
            longest.remove();
        }
    }

    private static Mac mac() {
        try {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + HASH, e);
        }
    }
}
