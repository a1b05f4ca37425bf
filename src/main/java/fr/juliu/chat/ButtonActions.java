package fr.juliu.chat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.Complaint;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.tell.Ellipsis;
import fr.juliu.tell.RichText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the buttons do; a button says a verb, and behind a colon what it is about. */
final class ButtonActions {

    private static final String TOO_OLD = "这条消息太久了，按钮不能用了。请再问一次。";
    private static final int EDITABLE = 4000;
    private static final int LONGEST_REASON = 1000;

    private final Exchanges exchanges;
    private final Judgements judgements;
    private final AnswerMessages messages;
    private final AskerCommands askers;
    private final Map<String, BiFunction<Incoming.Press, String, List<Outgoing>>> verbs;

    /**
     * The actions of buttons.
     *
     * @param others what moderators' buttons and those that lead to a person do, by their verbs
     */
    ButtonActions(CurrentEdition edition, Exchanges exchanges, Judgements judgements, AnswerMessages messages,
            TablePages tables, AskerCommands askers, GroupSettingsPanel settings,
            Map<String, BiFunction<Incoming.Press, String, List<Outgoing>>> others) {
        this.exchanges = exchanges;
        this.judgements = judgements;
        this.messages = messages;
        this.askers = askers;
        verbs = new HashMap<>(others);
        verbs.putAll(Map.ofEntries(Map.entry("useful", this::useful), Map.entry("useless", this::useless),
                Map.entry("why", this::why), Map.entry("full", this::full), Map.entry("next", this::next),
                Map.entry("list", (press, page) -> turn(press, tables.table(page))),
                Map.entry("permits", (press, page) -> turn(press, tables.permits(page))),
                Map.entry("permit", (press, id) -> edition.get().catalogue().find(id)
                        .map(permit -> askers.permit(press.chat(), press.person(), press.message(), press.message(),
                                permit))
                        .orElseGet(() -> Messages.alert("名单改过了，请再写一次 /permit"))),
                Map.entry("set", settings::press)));
    }

    /** What a press does; a word to whoever pressed is always among it. */
    List<Outgoing> press(Incoming.Press press) {
        int colon = press.data().indexOf(':');
        var verb = colon < 0 ? null : verbs.get(press.data().substring(0, colon));
        if (verb == null) {
            return Messages.alert(TOO_OLD);
        }
        List<Outgoing> done = new ArrayList<>(verb.apply(press, press.data().substring(colon + 1)));
        if (done.stream().noneMatch(Outgoing.Toast.class::isInstance)) {
            done.add(new Outgoing.Toast("", false));
        }
        return done;
    }

    private List<Outgoing> useful(Incoming.Press press, String id) {
        return ifKnown(press, id, exchange -> {
            judgements.give(press.person(), exchange, true, null);
            return thanks(press, exchange, "谢谢！");
        });
    }

    private List<Outgoing> useless(Incoming.Press press, String id) {
        return ifKnown(press, id, exchange -> {
            judgements.give(press.person(), exchange, false, null);
            Answered answered = Answered.read(exchange.details());
            Outgoing toast = new Outgoing.Toast(answered.traditional() ? "謝謝，能說說哪裡不對嗎？" : "谢谢，能说说哪里不对吗？", false);
            if (answered.reasons()) {
                return List.of(toast);
            }
            remember(exchange, answered.withReasons(true));
            List<Outgoing.Button> reasons = Arrays.stream(Complaint.values())
                    .map(reason -> new Outgoing.Button(reason.label(answered.traditional()),
                            "why:" + id + ":" + reason.key()))
                    .toList();
            return List.of(toast, new Outgoing.EditButtons(press.chat(), press.message(), Buttons.rows(reasons, 2)));
        });
    }

    private List<Outgoing> why(Incoming.Press press, String argument) {
        String[] parts = argument.split(":", 2);
        return ifKnown(press, parts[0], exchange -> {
            judgements.give(press.person(), exchange, false, parts.length == 2 ? reason(parts[1]) : null);
            return thanks(press, exchange, "谢谢，记下了。");
        });
    }

    private static @Nullable String reason(String words) {
        String reason = Ellipsis.cut(words.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_REASON);
        return reason.isEmpty() ? null : reason;
    }

    /** Keeps an objection for the keeper, that is written in reply to an answer; whether it was to one. */
    boolean objected(Incoming.Message message, Exchange answer, Objection objection) {
        boolean known = answer.kind().equals(Answered.KIND);
        if (known) {
            judgements.give(message.person(), answer, false, objection.stored());
        }
        return known;
    }

    /** Thanks; the buttons come back where the reasons stand in their place. */
    private List<Outgoing> thanks(Incoming.Press press, Exchange exchange, String words) {
        Outgoing toast = new Outgoing.Toast(words, false);
        Answered answered = Answered.read(exchange.details());
        if (!answered.reasons()) {
            return List.of(toast);
        }
        remember(exchange, answered.withReasons(false));
        return List.of(toast, new Outgoing.EditButtons(press.chat(), press.message(),
                messages.buttons(exchange.id(), answered, press.chat())));
    }

    private List<Outgoing> full(Incoming.Press press, String id) {
        return ifKnown(press, id, exchange -> {
            Answered answered = Answered.read(exchange.details());
            String file = answered.file();
            String section = answered.section();
            if (file == null || section == null) {
                return Messages.alert(TOO_OLD);
            }
            if (!answered.longer()) {
                return Messages.toast("全文已经发过了。");
            }
            return messages.whole(file, section, exchange.about())
                    .map(text -> whole(press, exchange, answered.whole(), text))
                    .orElseGet(() -> Messages.alert("文章改过了，请再问一次。"));
        });
    }

    private List<Outgoing> whole(Incoming.Press press, Exchange exchange, Answered answered, RichText text) {
        List<List<Outgoing.Button>> rest = messages.buttons(exchange.id(), answered, press.chat());
        remember(exchange, answered);
        return text.plain().length() <= EDITABLE
                ? List.of(new Outgoing.Edit(press.chat(), press.message(), text, rest))
                : List.of(new Outgoing.EditButtons(press.chat(), press.message(), rest),
                        new Outgoing.Send(press.chat(), text, List.of(), press.message(), null, false));
    }

    private List<Outgoing> next(Incoming.Press press, String argument) {
        String[] parts = argument.split(":", 2);
        return ifKnown(press, parts[0], exchange -> {
            List<Answered.Next> next = Answered.read(exchange.details()).next();
            int number = parts.length == 2 ? Buttons.number(parts[1]).orElse(next.size()) : next.size();
            return number >= next.size()
                    ? Messages.alert(TOO_OLD)
                    : askers.answer(press.chat(), press.person(), press.message(), press.message(),
                            next.get(number).question());
        });
    }

    private void remember(Exchange exchange, Answered answered) {
        exchanges.update(new Exchange(exchange.id(), exchange.chat(), exchange.asked(), exchange.sent(),
                exchange.kind(), exchange.about(), answered.details(), exchange.at()));
    }

    private List<Outgoing> ifKnown(Incoming.Press press, String id, Function<Exchange, List<Outgoing>> action) {
        Optional<Exchange> exchange = exchanges.byId(id)
                .filter(e -> e.kind().equals(Answered.KIND) && e.chat().equals(press.chat().id()));
        return exchange.map(action).orElseGet(() -> Messages.alert(TOO_OLD));
    }

    private static List<Outgoing> turn(Incoming.Press press, TablePages.Page page) {
        return List.of(new Outgoing.Edit(press.chat(), press.message(), page.text(), page.buttons()));
    }
}
