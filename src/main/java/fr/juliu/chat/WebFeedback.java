package fr.juliu.chat;

import fr.juliu.decide.Citation;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Section;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.Ids;
import fr.juliu.tell.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What readers on the web say of answers, one word an answer, and of sections of articles, one word an address. An answer is known for 48 hours, a reader not at all.
 *
 * <p>
 * The ids that are made here are 128 bits that nobody guesses: whoever has one got the answer. An id that a caller chose
 * may be guessed: it holds for the address that asked under it, and until the next start.
 */
public final class WebFeedback {

    private static final String CHAT = "web";
    /** The outcome of what nobody asked: a section that was read on its page. */
    private static final String READ = "read";
    private static final int RANDOM_BYTES = 16;

    private final CurrentEdition edition;
    private final Exchanges exchanges;
    private final FeedbackBox feedback;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** Known to this process alone: from what is stored, nobody can work out an address. */
    private final String secret = unguessable();

    WebFeedback(CurrentEdition edition, Exchanges exchanges, FeedbackBox feedback, Ids ids, Clock clock) {
        this.edition = edition;
        this.exchanges = exchanges;
        this.feedback = feedback;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Remembers an answer, so that it can be judged.
     *
     * @param given  the id that the caller gave it; null for none
     * @param caller the address that asked; never stored as it is
     * @return the id that it is judged by
     */
    public String remember(@Nullable String given, String caller, Reply reply) {
        String id = given == null ? unguessable() : given;
        Citation citation = reply.answer().citation();
        Answered answered = new Answered(Answered.outcome(reply.answer()), citation == null ? null : citation.file(),
                citation == null ? null : citation.section(), false, false, false, List.of());
        exchanges.add(new Exchange(ids.next(), CHAT, given == null ? made(id) : chosen(id, caller), null,
                Answered.KIND, reply.question(), answered.details(), clock.instant()), caller);
        return id;
    }

    /**
     * Keeps a word on the newest answer of an id, in place of one that was said of it before.
     *
     * @param caller the address that says it
     * @param why    kept of a word that it was of no use
     * @return false when no answer of the last 48 hours has that id, for that address
     */
    public boolean give(String id, String caller, boolean useful, Objection why) {
        Optional<Exchange> exchange = exchanges.byAsked(CHAT, made(id))
                .or(() -> exchanges.byAsked(CHAT, chosen(id, caller)));
        exchange.ifPresent(answer -> {
            Answered answered = Answered.read(answer.details());
            feedback.give(new Feedback(answer.about(), answered.outcome(), answered.section(), useful,
                    useful ? null : why.stored(), clock.instant()), answer.id(), answer.id());
        });
        return exchange.isPresent();
    }

    /**
     * Keeps a word on a section of an article, in place of one that the same address said of it since the last start.
     *
     * @param page   the section's path on our pages
     * @param caller the address that says it; never stored as it is
     * @param why    kept of a word that it was of no use
     * @return false when no article has such a section
     */
    public boolean giveOfSection(String page, String caller, boolean useful, Objection why) {
        for (Article article : edition.get().library().articles()) {
            for (Section section : article.sections()) {
                if (article.path(section.heading()).equals(page)) {
                    feedback.give(
                            new Feedback("《" + article.title() + "》" + section.heading(), READ, section.heading(),
                                    useful,
                                    useful ? null : why.stored(), clock.instant()),
                            fingerprint("section\n" + page), fingerprint("reader\n" + secret + "\n" + caller));
                    return true;
                }
            }
        }
        return false;
    }

    private String unguessable() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What an id that was made here is recognised by, in every process. */
    private static String made(String id) {
        return fingerprint("made\n" + id);
    }

    /** What an id that a caller chose is recognised by; the same id of another caller is another. */
    private String chosen(String id, String caller) {
        return fingerprint("chosen\n" + secret + "\n" + caller + "\n" + id);
    }

    /** An id may be long, and may tell of the caller: what is stored only recognises it. */
    private static String fingerprint(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
