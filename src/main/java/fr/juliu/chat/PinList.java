package fr.juliu.chat;

import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The list of a group's own answers, with buttons to show, rename and remove each. */
final class PinList {

    private static final int ON_PAGE = 6;
    private static final String GONE = "这条回答已经不在了。";

    private final Notes notes;
    private final Exchanges exchanges;
    private final GroupAnswers answers;
    private final Moderators moderators;
    private final Ids ids;
    private final Clock clock;

    PinList(Notes notes, Exchanges exchanges, GroupAnswers answers, Moderators moderators, Ids ids, Clock clock) {
        this.notes = notes;
        this.exchanges = exchanges;
        this.answers = answers;
        this.moderators = moderators;
        this.ids = ids;
        this.clock = clock;
    }

    /** A page of the list. */
    TablePages.Page page(Chat chat, String number) {
        List<Note> all = notes.of(chat);
        if (all.isEmpty()) {
            return new TablePages.Page(RichText.of("本群还没有记住的回答。回复一条消息写 /save 加上问题，就记下了；写 /pin 还在群里置顶。"),
                    List.of());
        }
        int pages = Buttons.pages(all.size(), ON_PAGE);
        int page = Buttons.page(number, pages);
        RichText.Builder text = RichText.builder().strong("本群的回答（" + all.size() + " 条）");
        List<List<Outgoing.Button>> rows = new ArrayList<>();
        for (int i = page * ON_PAGE; i < Math.min((page + 1) * ON_PAGE, all.size()); i++) {
            Note note = all.get(i);
            text.plain("\n" + (i + 1) + ". " + String.join("；", note.questions()) + "（" + by(note) + "，"
                    + GroupAnswers.day(note.first()) + note.file().map(file -> "，" + file.label()).orElse("") + "）");
            if (isPerhapsOutdated(note)) {
                text.strong(" 可能过时");
            }
            rows.add(List.of(button("看 ", i, "pin-show:", note), button("改名 ", i, "pin-name:", note),
                    button("删 ", i, "pin-drop:", note)));
        }
        rows.addAll(Buttons.pager("pins", page, pages));
        return new TablePages.Page(text.build(), rows);
    }

    /** Turns to another page, for a moderator. */
    List<Outgoing> turn(Incoming.Press press, String number) {
        return ifModerator(press, () -> edited(press, number, List.of()));
    }

    private List<Outgoing> edited(Incoming.Press press, String number, List<List<Outgoing.Button>> more) {
        TablePages.Page page = page(press.chat(), number);
        List<List<Outgoing.Button>> rows = new ArrayList<>(page.buttons());
        rows.addAll(more);
        return List.of(new Outgoing.Edit(press.chat(), press.message(), page.text(), rows));
    }

    List<Outgoing> show(Incoming.Press press, String id) {
        return ifModerator(press, () -> notes.byId(press.chat(), id).map(note -> shown(press.chat(), note))
                .orElseGet(() -> Messages.toast(GONE)));
    }

    private List<Outgoing> shown(Chat chat, Note note) {
        RichText.Builder text = RichText.builder().strong(String.join("\n", note.questions()))
                .plain("\n" + GroupAnswers.told(note.first()));
        if (isPerhapsOutdated(note)) {
            text.plain("\n\n").strong("可能过时：").plain("文章对这个问题的回答，在置顶之后变了。");
        }
        List<Outgoing> done = new ArrayList<>();
        done.add(new Outgoing.Send(chat, text.build(), List.of(), null, null, false));
        note.file().ifPresent(file -> done.add(GroupAnswers.file(chat, file, null)));
        return done;
    }

    List<Outgoing> name(Incoming.Press press, String id) {
        return ifModerator(press, () -> notes.byId(press.chat(), id).<List<Outgoing>>map(note -> {
            String exchange = ids.next();
            exchanges.add(new Exchange(exchange, press.chat().id(), press.message(), null, PendingPin.KIND, "",
                    new PendingPin.Rename(note.id()).details(), clock.instant()));
            return List.of(new Outgoing.Send(press.chat(),
                    RichText.of(note.quoted() + "改成什么问题？请回复我这一句；几个问题用分号隔开。"), List.of(), null, exchange,
                    true, moderators.to(press)));
        }).orElseGet(() -> Messages.toast(GONE)));
    }

    List<Outgoing> drop(Incoming.Press press, String id) {
        return ifModerator(press, () -> {
            Optional<Note> note = notes.byId(press.chat(), id);
            if (note.isEmpty()) {
                return Messages.toast(GONE);
            }
            List<Outgoing> unpinned = notes.drop(press.chat(), note.get());
            List<Outgoing> done = new ArrayList<>(edited(press, "0", List.of(List.of(Notes.undo(note.get())))));
            done.addAll(unpinned);
            done.add(new Outgoing.Toast("删掉了；48 小时内按「撤销」还能找回来。", false));
            return done;
        });
    }

    /** Brings a note back that was dropped. */
    List<Outgoing> restore(Incoming.Press press, String id) {
        return ifModerator(press, () -> {
            Notes.Done restored = notes.restore(press.chat(), id);
            if (restored.note() == null) {
                return Messages.alert(restored.text().plain());
            }
            List<Outgoing> done = new ArrayList<>(
                    List.of(new Outgoing.Edit(press.chat(), press.message(), restored.text(), List.of())));
            done.addAll(restored.more());
            return done;
        });
    }

    private boolean isPerhapsOutdated(Note note) {
        return note.pins().stream().anyMatch(answers::isPerhapsOutdated);
    }

    private List<Outgoing> ifModerator(Incoming.Press press, Supplier<List<Outgoing>> action) {
        return moderators.refusal(Moderators.Right.PIN, press).orElseGet(action);
    }

    private static Outgoing.Button button(String label, int number, String verb, Note note) {
        return new Outgoing.Button(label + (number + 1), verb + note.id());
    }

    private static String by(Note note) {
        return Objects.requireNonNullElse(note.first().byName(), "管理员");
    }
}
