package fr.juliu.chat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.store.MissedQuestion;
import fr.juliu.store.MissedQuestions;
import fr.juliu.tell.Ellipsis;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What was asked in a group and not answered there: alike questions together, each with a button to answer it. */
final class MissedList {

    private static final int ON_PAGE = 6;
    private static final int SHOWN = 3;
    private static final int LONGEST = 80;
    private static final String GONE = "这个问题已经不在名单里了。";

    private final MissedQuestions missed;
    private final CurrentEdition edition;
    private final GroupAnswers answers;
    private final Notes notes;
    private final Moderators moderators;
    private final Exchanges exchanges;
    private final Ids ids;
    private final Clock clock;

    MissedList(MissedQuestions missed, CurrentEdition edition, GroupAnswers answers, Notes notes,
            Moderators moderators, Exchanges exchanges, Ids ids, Clock clock) {
        this.missed = missed;
        this.edition = edition;
        this.answers = answers;
        this.notes = notes;
        this.moderators = moderators;
        this.exchanges = exchanges;
        this.ids = ids;
        this.clock = clock;
    }

    /** Questions that ask the same; at least one. */
    private record Alike(List<MissedQuestion> questions) {

        MissedQuestion first() {
            return questions.getFirst();
        }

        int times() {
            return questions.stream().mapToInt(MissedQuestion::times).sum();
        }

        List<String> words() {
            return questions.stream().map(MissedQuestion::question).toList();
        }
    }

    /** A page of the list. */
    TablePages.Page page(Chat chat, String number) {
        List<Alike> all = alike(chat);
        if (all.isEmpty()) {
            return new TablePages.Page(RichText.of("本群没有问了没答上来的问题。"), List.of());
        }
        int pages = Buttons.pages(all.size(), ON_PAGE);
        int page = Buttons.page(number, pages);
        RichText.Builder text = RichText.builder().strong("本群问过、我没答上来的（" + all.size() + " 个，不记是谁问的）");
        List<List<Outgoing.Button>> rows = new ArrayList<>();
        for (int i = page * ON_PAGE; i < Math.min((page + 1) * ON_PAGE, all.size()); i++) {
            Alike alike = all.get(i);
            text.plain("\n" + (i + 1) + ". " + shown(alike) + "（" + alike.times() + " 次）");
            rows.add(List.of(new Outgoing.Button("回答 " + (i + 1), "miss-note:" + alike.first().id()),
                    new Outgoing.Button("不用答 " + (i + 1), "miss-drop:" + alike.first().id())));
        }
        text.plain("\n\n按「回答」，写一次，以后就先给这个回答。要发图片或文件：先发到群里，再回复它写 /save 加上问题。");
        rows.addAll(Buttons.pager("missed", page, pages));
        return new TablePages.Page(text.build(), rows);
    }

    /** Turns to another page, for a moderator. */
    List<Outgoing> turn(Incoming.Press press, String number) {
        return ifModerator(press, () -> {
            TablePages.Page page = page(press.chat(), number);
            return List.of(new Outgoing.Edit(press.chat(), press.message(), page.text(), page.buttons()));
        });
    }

    /** Asks a moderator for the answer. */
    List<Outgoing> answer(Incoming.Press press, String id) {
        return ifModerator(press, () -> found(press.chat(), id).<List<Outgoing>>map(alike -> {
            String exchange = ids.next();
            List<MissedQuestion> some = alike.questions().stream().limit(SHOWN).toList();
            exchanges.add(new Exchange(exchange, press.chat().id(), press.message(), null, PendingPin.KIND, "",
                    new PendingPin.Missed(alike.questions().stream().map(MissedQuestion::id).toList(),
                            some.stream().map(MissedQuestion::question).toList()).details(),
                    clock.instant()));
            return List.of(new Outgoing.Send(press.chat(), RichText
                    .of(Note.quoted(some.stream().map(MissedQuestion::question).toList()) + "怎么回答？请回复我这一句，写出回答。"),
                    List.of(), null, exchange, true, moderators.to(press)));
        }).orElseGet(() -> Messages.toast(GONE)));
    }

    /** Keeps the answer that a moderator wrote; the questions are no longer missed. */
    List<Outgoing> answered(Incoming.Message message, PendingPin.Missed asked) {
        Notes.Done done = notes.keep(message.chat(), message.person(),
                new Kept(message.id(), Ellipsis.cut(message.text().strip(), Notes.MOST_ANSWER), null),
                asked.questions(), false);
        if (done.note() != null) {
            missed.drop(message.chat().id(), asked.ids());
        }
        return Messages.say(message, done.text());
    }

    /** Takes questions off the list that need no answer. */
    List<Outgoing> drop(Incoming.Press press, String id) {
        return ifModerator(press, () -> {
            Optional<Alike> alike = found(press.chat(), id);
            alike.ifPresent(found -> missed.drop(press.chat().id(),
                    found.questions().stream().map(MissedQuestion::id).toList()));
            List<Outgoing> done = new ArrayList<>(turn(press, "0"));
            done.add(new Outgoing.Toast(alike.isPresent() ? "好，不再列出来。" : GONE, false));
            return done;
        });
    }

    private Optional<Alike> found(Chat chat, String id) {
        return alike(chat).stream()
                .filter(alike -> alike.questions().stream().anyMatch(question -> question.id().equals(id))).findFirst();
    }

    private List<Alike> alike(Chat chat) {
        Map<String, MissedQuestion> byWords = missed.of(chat.id()).stream().collect(Collectors
                .toMap(MissedQuestion::question, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        return edition.get().answerer().grouped(List.copyOf(byWords.keySet())).stream()
                .filter(group -> answers.isMissing(group.getFirst(), chat))
                .map(group -> new Alike(group.stream().map(byWords::get).toList()))
                .sorted(Comparator.comparingInt(Alike::times).reversed()).toList();
    }

    private static String shown(Alike alike) {
        String words = alike.words().stream().limit(SHOWN).map(question -> Ellipsis.cut(question, LONGEST))
                .collect(Collectors.joining("；"));
        return alike.words().size() > SHOWN ? words + "…" : words;
    }

    private List<Outgoing> ifModerator(Incoming.Press press, Supplier<List<Outgoing>> action) {
        return moderators.refusal(Moderators.Right.PIN, press).orElseGet(action);
    }
}
