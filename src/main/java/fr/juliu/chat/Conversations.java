package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.answer.Frame;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What each conversation keeps for its next question: in memory alone, forgotten 30 minutes after its last use. */
public final class Conversations {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST = 20_000;

    private final Cache<String, Frame> frames;

    public Conversations(Ticker ticker) {
        frames = Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST).ticker(ticker).build();
    }

    /** What a conversation kept of its last question; null when it is new or forgotten. */
    public @Nullable Frame last(String conversation) {
        return frames.getIfPresent(conversation);
    }

    /** Forgets what a conversation kept. */
    public void forget(String conversation) {
        frames.invalidate(conversation);
    }

    /** Keeps a frame for the next question of a conversation. */
    public void keep(String conversation, Frame frame) {
        frames.put(conversation, frame);
    }
}
