package fr.juliu.chat;

import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.store.Pin;
import fr.juliu.store.Pins;
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

    private final Pins pins;
    private final Exchanges exchanges;
    private final GroupAnswers answers;
    private final Moderators moderators;
    private final Ids ids;
    private final Clock clock;

    PinList(Pins pins, Exchanges exchanges, GroupAnswers answers, Moderators moderators, Ids ids, Clock clock) {
        this.pins = pins;
        this.exchanges = exchanges;
        this.answers = answers;
        this.moderators = moderators;
        this.ids = ids;
        this.clock = clock;
    }

    /** A page of the list. */
    TablePages.Page page(Chat chat, String number) {
        List<Pin> all = pins.of(chat.id());
        if (all.isEmpty()) {
            return new TablePages.Page(RichText.of("本群还没有记住的回答。回复一条消息写 /pin 加上问题，就记下了。"), List.of());
        }
        int pages = Buttons.pages(all.size(), ON_PAGE);
        int page = Buttons.page(number, pages);
        RichText.Builder text = RichText.builder().strong("本群的回答（" + all.size() + " 条）");
        List<List<Outgoing.Button>> rows = new ArrayList<>();
        for (int i = page * ON_PAGE; i < Math.min((page + 1) * ON_PAGE, all.size()); i++) {
            Pin pin = all.get(i);
            text.plain("\n" + (i + 1) + ". " + pin.question() + "（" + by(pin) + "，" + GroupAnswers.day(pin) + "）");
            if (answers.isPerhapsOutdated(pin)) {
                text.strong(" 可能过时");
            }
            rows.add(List.of(button("看 ", i, "pin-show:", pin), button("改名 ", i, "pin-name:", pin),
                    button("删 ", i, "pin-drop:", pin)));
        }
        rows.addAll(Buttons.pager("pins", page, pages));
        return new TablePages.Page(text.build(), rows);
    }

    /** Turns to another page, for a moderator. */
    List<Outgoing> turn(Incoming.Press press, String number) {
        return ifModerator(press, () -> {
            TablePages.Page page = page(press.chat(), number);
            return List.of(new Outgoing.Edit(press.chat(), press.message(), page.text(), page.buttons()));
        });
    }

    List<Outgoing> show(Incoming.Press press, String id) {
        return ifModerator(press, () -> found(press, id).<List<Outgoing>>map(pin -> {
            RichText.Builder text = RichText.builder().strong(pin.question()).plain("\n" + pin.answer());
            if (answers.isPerhapsOutdated(pin)) {
                text.plain("\n\n").strong("可能过时：").plain("文章对这个问题的回答，在置顶之后变了。");
            }
            return List.of(new Outgoing.Send(press.chat(), text.build(), List.of(), null, null, false));
        }).orElseGet(() -> Messages.toast(GONE)));
    }

    List<Outgoing> name(Incoming.Press press, String id) {
        return ifModerator(press, () -> found(press, id).<List<Outgoing>>map(pin -> {
            String exchange = ids.next();
            exchanges.add(new Exchange(exchange, press.chat().id(), press.message(), null, PendingPin.KIND, "",
                    new PendingPin.Rename(pin.id()).details(), clock.instant()));
            return List.of(new Outgoing.Send(press.chat(),
                    RichText.of("「" + pin.question() + "」改成什么问题？请回复我这一句。"), List.of(), null, exchange, true,
                    moderators.to(press)));
        }).orElseGet(() -> Messages.toast(GONE)));
    }

    List<Outgoing> drop(Incoming.Press press, String id) {
        return ifModerator(press, () -> {
            Optional<Pin> pin = found(press, id);
            if (pin.isEmpty()) {
                return Messages.toast(GONE);
            }
            pins.remove(press.chat().id(), id);
            List<Outgoing> done = new ArrayList<>(turn(press, "0"));
            if (moderators.botMayPin(press.chat())) {
                done.add(new Outgoing.UnpinInChat(press.chat(), pin.get().message()));
            }
            done.add(new Outgoing.Toast("删掉了", false));
            return done;
        });
    }

    private Optional<Pin> found(Incoming.Press press, String id) {
        return pins.byId(press.chat().id(), id);
    }

    private List<Outgoing> ifModerator(Incoming.Press press, Supplier<List<Outgoing>> action) {
        return moderators.refusal(Moderators.Right.PIN, press).orElseGet(action);
    }

    private static Outgoing.Button button(String label, int number, String verb, Pin pin) {
        return new Outgoing.Button(label + (number + 1), verb + pin.id());
    }

    private static String by(Pin pin) {
        return Objects.requireNonNullElse(pin.byName(), "管理员");
    }
}
