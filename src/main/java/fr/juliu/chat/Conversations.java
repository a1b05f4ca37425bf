package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.decide.DialogueState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What each conversation keeps for its next question: in memory alone, forgotten 30 minutes after its last use. */
final class Conversations {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST = 20_000;

    private final Cache<ConversationKey, DialogueState> states;

    Conversations(Ticker ticker) {
        states = Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST).ticker(ticker).build();
    }

    /** What a conversation kept of its last question; null when it is new or forgotten. */
    @Nullable
    DialogueState last(ConversationKey conversation) {
        return states.getIfPresent(conversation);
    }

    /** Forgets what was kept of a person: of his private chat with each of its topics, and in groups. */
    void forget(String person) {
        states.asMap().keySet().removeIf(key -> key instanceof ConversationKey.InChat talk
                && (talk.chat().equals(person) || person.equals(talk.person())));
    }

    /** Keeps the state of a dialogue for the next question of a conversation. */
    void keep(ConversationKey conversation, DialogueState state) {
        states.put(conversation, state);
    }
}
