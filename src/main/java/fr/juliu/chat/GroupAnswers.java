package fr.juliu.chat;

import fr.juliu.edition.Answerer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.Pin;
import fr.juliu.store.Pins;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** What groups keep as their own answers, and which of them a question is to get. */
final class GroupAnswers {

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
            return answerer.pinned(reply, pin.answer(), pin.question(),
                    Objects.requireNonNullElse(pin.byName(), "管理员"), day(pin), found.likeness());
        }).orElse(reply);
    }

    /** Whether the articles now say something else to the question of a pin than when it was made. */
    boolean isPerhapsOutdated(Pin pin) {
        return !edition.get().answerer().ask(pin.question()).digest().equals(pin.verdict());
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
