package fr.juliu.chat;

import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What happens when the message is edited that a group keeps as its answer: a moderator's edit is followed at once,
 * that of anybody else is put before the moderators.
 */
final class EditedPins {

    /** The kind of the exchanges that hold another text for a pin; the details are the text. */
    private static final String KIND = "pin-edited";
    private static final String BEFORE_IT = "edited:";

    private final Notes notes;
    private final Exchanges exchanges;
    private final Moderators moderators;
    private final Ids ids;
    private final Clock clock;

    EditedPins(Notes notes, Exchanges exchanges, Moderators moderators, Ids ids, Clock clock) {
        this.notes = notes;
        this.exchanges = exchanges;
        this.moderators = moderators;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is done about an edit; empty when no answer of the group is in that message. */
    Optional<List<Outgoing>> edited(Incoming.Message message) {
        if (!message.chat().isGroup()) {
            return Optional.empty();
        }
        Optional<Note> note = notes.byMessage(message.chat(), message.id());
        String written = message.shape().written();
        return note.flatMap(kept -> PinCommands.withoutContacts(written).map(text -> edited(message, kept, text)));
    }

    private List<Outgoing> edited(Incoming.Message message, Note note, String text) {
        String own = PinCommands.published(message.shape().written()).orElse(text);
        String before = note.first().answer();
        if (before.equals(text) || before.equals(own)) {
            return List.of();
        }
        if (moderators.mayPin(message.chat(), message.person())) {
            notes.rewrite(message.chat(), message.id(), own);
            return List.of();
        }
        return flag(message, note, text);
    }

    /** A press of a button under the flag: whether the group's answer follows the message. */
    List<Outgoing> press(Incoming.Press press, String argument) {
        return moderators.refusal(Moderators.Right.PIN, press).orElseGet(() -> {
            String[] parts = argument.split(":", 2);
            Optional<Exchange> flagged = exchanges.byId(parts[0])
                    .filter(exchange -> exchange.kind().equals(KIND) && exchange.chat().equals(press.chat().id()));
            if (flagged.isEmpty()) {
                return Messages.alert("这条消息太久了，按钮不能用了。请再写一次 /save。");
            }
            boolean follows = parts.length == 2 && parts[1].equals("new");
            if (follows) {
                notes.rewrite(press.chat(), message(flagged.get()), flagged.get().details());
            }
            return List.of(new Outgoing.Edit(press.chat(), press.message(),
                    RichText.of(follows ? "好，本群的回答改成新的了。" : "好，本群的回答还用原来的。"), List.of()));
        });
    }

    /** One flag a message, whatever is edited again and again: the newest text is the one that is taken over. */
    private List<Outgoing> flag(Incoming.Message message, Note note, String text) {
        Optional<Exchange> before = exchanges.byAsked(message.chat().id(), BEFORE_IT + message.id());
        if (before.isPresent()) {
            Exchange known = before.get();
            exchanges.update(new Exchange(known.id(), known.chat(), known.asked(), known.sent(), KIND, known.about(),
                    text, known.at()));
            return List.of();
        }
        String id = ids.next();
        exchanges.add(new Exchange(id, message.chat().id(), BEFORE_IT + message.id(), null, KIND,
                note.first().question(), text,
                clock.instant()));
        return List.of(new Outgoing.Send(message.chat(),
                RichText.of(note.quoted() + "的回答，原消息被作者改了；我还用原来的。管理员要改成新的吗？"),
                List.of(List.of(new Outgoing.Button("用新的", "pin-edit:" + id + ":new"),
                        new Outgoing.Button("留原来的", "pin-edit:" + id + ":old"))),
                message.id(), id, false));
    }

    private static String message(Exchange flagged) {
        return flagged.asked().substring(BEFORE_IT.length());
    }
}
