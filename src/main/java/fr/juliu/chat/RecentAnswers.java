package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.edition.Answerer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was answered in each group some minutes ago: who asks the same again is shown the answer above. In memory alone. */
final class RecentAnswers {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final PrivateNumbers NUMBERS = new PrivateNumbers();
    private static final int GROUPS = 5_000;
    private static final int OF_ONE = 20;

    private final CurrentEdition edition;
    private final Exchanges exchanges;
    private final Ticker ticker;
    private final Cache<String, List<Given>> given;

    RecentAnswers(CurrentEdition edition, Exchanges exchanges, Ticker ticker) {
        this.edition = edition;
        this.exchanges = exchanges;
        this.ticker = ticker;
        given = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(GROUPS).ticker(ticker).build();
    }

    /** An answer that was given. */
    private record Given(String question, String told, String exchange, long at) {
    }

    /** The id of the message in a group that answered the same question; empty when there is none, or none yet. */
    Optional<String> above(Chat chat, Reply reply) {
        List<Given> recent = given.getIfPresent(chat.place());
        if (recent == null) {
            return Optional.empty();
        }
        Answerer answerer = edition.get().answerer();
        return recent.reversed().stream()
                .filter(answer -> ticker.read() - answer.at() < REMEMBERED.toNanos()
                        && answer.told().equals(reply.text())
                        && answerer.likeness(answer.question(), reply.question()) >= Answerer.ALIKE)
                .findFirst().flatMap(answer -> exchanges.byId(answer.exchange())
                        // an edited question took its answer along
                        .filter(exchange -> exchange.about().equals(NUMBERS.mask(answer.question()))))
                .map(Exchange::sent);
    }

    /** Remembers an answer. */
    void add(Chat chat, Reply reply, String exchange) {
        given.asMap().compute(chat.place(), (place, before) -> {
            List<Given> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
            all.add(new Given(reply.question(), reply.text(), exchange, ticker.read()));
            return List.copyOf(all.subList(Math.max(0, all.size() - OF_ONE), all.size()));
        });
    }
}
