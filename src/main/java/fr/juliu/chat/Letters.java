package fr.juliu.chat;

import fr.juliu.keep.watch.Notice;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.store.StoreUnavailableException;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What waits for people whom their messenger lets nobody write to first, and is told when they write: for 48 hours what
 * others wrote to them, and what they watch until then.
 */
final class Letters {

    private static final String KIND = "letter";
    private static final String READ = "letter-read";

    private final Exchanges exchanges;
    private final Watching watching;
    private final Ids ids;
    private final Clock clock;

    Letters(Exchanges exchanges, Watching watching, Ids ids, Clock clock) {
        this.exchanges = exchanges;
        this.watching = watching;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether nobody can write to a chat first. */
    static boolean waitsIn(Chat chat) {
        return chat.messenger().equals("wechat");
    }

    void leave(Chat chat, String text) {
        Optional<Exchange> waiting = exchanges.latest(chat.id(), KIND);
        if (waiting.isPresent()) {
            Exchange letter = waiting.get();
            exchanges.update(new Exchange(letter.id(), letter.chat(), letter.asked(), letter.sent(), KIND, "",
                    letter.details() + "\n\n" + text, letter.at()));
        } else {
            exchanges.add(new Exchange(ids.next(), chat.id(), "", null, KIND, "", text, clock.instant()));
        }
    }

    /** What waits in a chat, which is forgotten from now on. */
    Optional<RichText> take(Chat chat) {
        if (!waitsIn(chat)) {
            return Optional.empty();
        }
        try {
            Optional<Exchange> waiting = exchanges.latest(chat.id(), KIND);
            waiting.ifPresent(letter -> exchanges.update(new Exchange(letter.id(), letter.chat(), letter.asked(),
                    letter.sent(), READ, "", "", letter.at())));
            List<RichText> letters = Stream.concat(waiting.map(Exchange::details).map(RichText::of).stream(),
                    watching.dueIn(chat.id()).stream().filter(watching::told).map(Notice::text)).toList();
            return letters.stream().reduce(
                    (one, other) -> RichText.builder().add(one).plain("\n\n").add(other).build());
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }
}
