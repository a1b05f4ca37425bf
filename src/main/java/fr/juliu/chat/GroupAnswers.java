package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Help;
import fr.juliu.edition.Answerer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.Pin;
import fr.juliu.store.Pins;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What groups keep as their own answers, and which of them a question is to get. */
final class GroupAnswers {

    /** So sure the articles have to be to stand below a group's own answer. */
    private static final double SURE = 0.8;
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final PrivateNumbers NUMBERS = new PrivateNumbers();

    private final CurrentEdition edition;
    private final Pins pins;

    GroupAnswers(CurrentEdition edition, Pins pins) {
        this.edition = edition;
        this.pins = pins;
    }

    /** The reply with the group's own answer first, when it keeps one to such a question; else as it is. */
    Reply before(Reply reply, Chat chat) {
        if (!chat.isGroup()) {
            return reply;
        }
        Answerer answerer = edition.get().answerer();
        return nearest(answerer, NUMBERS.mask(reply.question()), chat).map(found -> {
            Pin pin = found.pin();
            Reply verdict = isAboutTheSame(answerer, pin, reply) ? reply : withoutVerdict(reply);
            return answerer.pinned(verdict, told(pin), pin.question(),
                    Objects.requireNonNullElse(pin.byName(), "管理员"), day(pin), found.likeness());
        }).orElse(reply);
    }

    /** What is sent after a reply: the picture or file of a group's own answer. */
    List<Outgoing> after(Reply reply, Chat chat, @Nullable String replyTo) {
        return !(reply.answer() instanceof Answer.Pinned pinned)
                ? List.of()
                : pins.byQuestion(chat.id(), pinned.question()).flatMap(pin -> Attachment.read(pin.file()))
                        .map(file -> List.of(file(chat, file, replyTo))).orElse(List.of());
    }

    static Outgoing file(Chat chat, Attachment file, @Nullable String replyTo) {
        return new Outgoing.File(chat, file, RichText.of(file.label() + "发不出来了。请管理员重新发一次，再 /save。"), replyTo);
    }

    /** The words of a pin; of a picture or file alone, where to look. */
    static String told(Pin pin) {
        return pin.answer().isEmpty()
                ? Attachment.read(pin.file()).map(file -> "见下面的" + file.label() + "。").orElse("")
                : pin.answer();
    }

    /** Whether the articles now say something else to the question of a pin than when it was made. */
    boolean isPerhapsOutdated(Pin pin) {
        return !edition.get().answerer().ask(pin.question()).digest().equals(pin.verdict());
    }

    /** Whether neither the articles nor the group answer a question. */
    boolean isMissing(String question, Chat chat) {
        return WayToPerson.isRefusal(before(edition.get().answerer().ask(question), chat).answer());
    }

    /** What the articles say to a question now, for a pin to remember. */
    String verdict(String question) {
        return edition.get().answerer().ask(question).digest();
    }

    String edition() {
        return edition.get().id();
    }

    static LocalDate day(Pin pin) {
        return LocalDate.ofInstant(pin.at(), FRANCE);
    }

    /** Whether the articles answer the question surely, and what they say to the pin's own question is the same. */
    private static boolean isAboutTheSame(Answerer answerer, Pin pin, Reply reply) {
        return !(reply.answer() instanceof Answer.Unknown) && !(reply.answer() instanceof Answer.Clarify)
                && reply.answer().certainty() >= SURE
                && answerer.ask(pin.question()).digest().equals(reply.digest());
    }

    /** A reply to which the articles say nothing. */
    private static Reply withoutVerdict(Reply reply) {
        return new Reply(reply.question(),
                new Answer.Unknown(Answer.Reason.NOT_KNOWN, List.of(), List.of(), Help.NONE, 0), reply.told(),
                reply.shown(), reply.traditional(), reply.alternatives(), reply.rich(), reply.explanation(),
                reply.state(), reply.second(), reply.reread());
    }

    private Optional<Found> nearest(Answerer answerer, String question, Chat chat) {
        return pins.answering(chat.id()).stream()
                .map(pin -> new Found(pin, answerer.likeness(pin.question(), question)))
                .filter(found -> found.likeness() >= Answerer.ALIKE)
                .reduce((a, b) -> b.likeness() > a.likeness() ? b : a);
    }

    /** A pin with how surely it answers. */
    private record Found(Pin pin, double likeness) {
    }
}
