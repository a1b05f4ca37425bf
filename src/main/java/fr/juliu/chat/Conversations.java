package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.decide.DialogueState;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.StoreUnavailableException;
import fr.juliu.store.Talks;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each conversation keeps for its next question, forgotten 30 minutes after its last use: in memory alone or, where
 * several processes answer, shared with the others as the few questions that it comes of, sealed.
 */
final class Conversations {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST = 20_000;
    /** The turn of what the others could not be told. */
    private static final String UNSHARED = "";

    private final Cache<ConversationKey, Kept> states;
    private final CurrentEdition edition;
    private final @Nullable Talks talks;

    /**
     * Nothing kept yet.
     *
     * @param talks shared with other processes; null where there are none
     */
    Conversations(CurrentEdition edition, @Nullable Talks talks, Ticker ticker) {
        states = Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST).ticker(ticker).build();
        this.edition = edition;
        this.talks = talks;
    }

    /** What is kept here, as of which turn of the talk. */
    private record Kept(String turn, DialogueState state) {
    }

    /** What a conversation kept of its last question; null when it is new or forgotten. */
    @Nullable
    DialogueState last(ConversationKey conversation) {
        Kept here = states.getIfPresent(conversation);
        Kept last = talks == null ? here : last(talks, conversation, here);
        return last == null ? null : last.state();
    }

    /** Forgets what was kept of a person: of his private chat with each of its topics, and in groups. */
    void forget(String person) {
        states.asMap().keySet().removeIf(key -> person.equals(key.person()));
        if (talks != null) {
            talks.forget(person);
        }
    }

    /** Keeps the state of a dialogue for the next question of a conversation. */
    void keep(ConversationKey conversation, DialogueState state) {
        Optional<String> turn = talks == null
                ? Optional.empty()
                : talks.keep(conversation.written(), conversation.person(), state.asked());
        states.put(conversation, new Kept(turn.orElse(UNSHARED), state));
    }

    /** What was kept last, here or by another process; of that one's questions, what they lead to here. */
    private @Nullable Kept last(Talks shared, ConversationKey conversation, @Nullable Kept here) {
        if (here != null && here.turn().equals(UNSHARED)) {
            return here;
        }
        try {
            Optional<Talks.Kept> there = shared.of(conversation.written());
            if (there.isEmpty()) {
                states.invalidate(conversation);
                return null;
            }
            return here != null && here.turn().equals(there.get().turn()) ? here : asked(conversation, there.get());
        } catch (StoreUnavailableException e) {
            return here;
        }
    }

    private @Nullable Kept asked(ConversationKey conversation, Talks.Kept there) {
        DialogueState state = null;
        for (String question : there.questions()) {
            state = DiscreetAsking.ask(edition, question, state).state();
        }
        if (state == null) {
            return null;
        }
        Kept kept = new Kept(there.turn(), state);
        states.put(conversation, kept);
        return kept;
    }
}
