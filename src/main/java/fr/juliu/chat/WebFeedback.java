package fr.juliu.chat;

import fr.juliu.answer.Citation;
import fr.juliu.answer.Reply;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the web chat's readers say of its answers: an answer is known by its id for 48 hours, a reader not at all. */
public final class WebFeedback {

    private static final String CHAT = "web";

    private final Exchanges exchanges;
    private final FeedbackBox feedback;
    private final Ids ids;
    private final Clock clock;

    WebFeedback(Exchanges exchanges, FeedbackBox feedback, Ids ids, Clock clock) {
        this.exchanges = exchanges;
        this.feedback = feedback;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Remembers an answer, so that it can be judged.
     *
     * @param given the id that the caller gave it; null for none
     * @return the id that it is judged by
     */
    public String remember(@Nullable String given, Reply reply) {
        String own = ids.next();
        String id = given == null ? own : given;
        Citation citation = reply.answer().citation();
        Answered answered = new Answered(Answered.outcome(reply.answer()), citation == null ? null : citation.file(),
                citation == null ? null : citation.section(), false, false, false, List.of());
        exchanges.add(new Exchange(own, CHAT, fingerprint(id), null, Answered.KIND, reply.question(),
                answered.details(), clock.instant()));
        return id;
    }

    /**
     * Keeps a word on the newest answer of an id, in place of one that was said of it before.
     *
     * @param reason a {@link Complaint}, or free text; null for none
     * @param link   to what is newer than the answer; null for none
     * @return false when no answer of the last 48 hours has that id
     */
    public boolean give(String id, boolean useful, @Nullable String reason, @Nullable String link) {
        Optional<Exchange> exchange = exchanges.byAsked(CHAT, fingerprint(id));
        exchange.ifPresent(answer -> {
            Answered answered = Answered.read(answer.details());
            feedback.give(new Feedback(answer.about(), answered.outcome(), answered.section(), useful,
                    useful ? null : new Objection(reason, link).stored(), clock.instant()), answer.id(), answer.id());
        });
        return exchange.isPresent();
    }

    /** A caller's id may be long, and may tell of the caller: what is stored only recognises it. */
    private static String fingerprint(String id) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
