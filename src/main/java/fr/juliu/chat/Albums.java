package fr.juliu.chat;

import fr.juliu.store.Claims;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is said to pictures: one line without words, to all of an album too, which gives way to an answer once one of them asks. */
final class Albums {

    private static final String WORDS = "请用文字把问题写出来，比如「学生居留能网上申请吗」。";
    private static final Duration COMES_TOGETHER = Duration.ofMinutes(10);
    private static final String ALBUM = "album:";

    private final Claims claims;
    private final Exchanges exchanges;
    private final Ids ids;
    private final Clock clock;

    Albums(Claims claims, Exchanges exchanges, Ids ids, Clock clock) {
        this.claims = claims;
        this.exchanges = exchanges;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is said to a message without words; nothing to an album that something was said to. */
    List<Outgoing> withoutWords(Incoming.Message message) {
        String album = message.shape().album();
        if (album == null) {
            return Messages.say(message, WORDS);
        }
        if (!isFirst(message, album)) {
            return List.of();
        }
        String id = ids.next();
        exchanges.add(new Exchange(id, message.chat().id(), ALBUM + album, null, Answered.KIND, "",
                new Answered(Answered.TALK, null, null, false, false, false, List.of()).details(), clock.instant()));
        return List.of(new Outgoing.Send(message.chat(), RichText.of(WORDS), List.of(), Messages.replyTo(message), id,
                false));
    }

    /** What was said to the album of a message before this one asked; empty for nothing. */
    Optional<Exchange> withWords(Incoming.Message message) {
        String album = message.shape().album();
        return album == null || isFirst(message, album)
                ? Optional.empty()
                : exchanges.byAsked(message.chat().id(), ALBUM + album).filter(said -> said.about().isEmpty());
    }

    private boolean isFirst(Incoming.Message message, String album) {
        return claims.claim(ALBUM + message.chat().id() + " " + album, message.chat().id(), COMES_TOGETHER);
    }
}
