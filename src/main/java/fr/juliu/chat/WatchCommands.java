package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.NamedEntry;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.watch.ListedRows;
import fr.juliu.keep.watch.Watching;
import fr.juliu.knowledge.Permit;
import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Watch;
import fr.juliu.store.Watches;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import fr.juliu.understand.Mention;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands and buttons of people who want to be told when the rollout table lists a permit. */
final class WatchCommands {

    private static final Set<String> ALL = Set.of("all", "全部", "所有");
    private static final int MOST_CHOICES = 6;

    private final CurrentEdition edition;
    private final Watching watching;
    private final Asking asking;
    private final Exchanges exchanges;

    WatchCommands(CurrentEdition edition, Watching watching, Asking asking, Exchanges exchanges) {
        this.edition = edition;
        this.watching = watching;
        this.asking = asking;
        this.exchanges = exchanges;
    }

    /** The commands by name. */
    Map<String, Command> all() {
        return Map.of("watch", this::watch, "watching", (message, argument) -> list(message), "unwatch", this::unwatch);
    }

    /** What buttons do, by their verbs. */
    Map<String, BiFunction<Incoming.Press, String, List<Outgoing>>> verbs() {
        return Map.of("watch", this::watchAnswer, "watch-one", this::watchOne, "unwatch", this::unwatchOne);
    }

    /** The permits that an answer says are not listed: those asked about that no table names. */
    static List<String> watchable(Reply reply, Edition edition) {
        boolean names = switch (reply.answer()) {
            case Answer.NotListed notListed -> true;
            case Answer.Listed listed -> !listed.notListed().isEmpty();
            case Answer.Listing listing -> false;
            case Answer.FromSection section -> false;
            case Answer.Pinned pinned -> false;
            case Answer.Clarify clarify -> false;
            case Answer.Unknown unknown -> false;
        };
        if (!names) {
            return List.of();
        }
        Set<String> listed = edition.rollout().stream().map(NamedEntry::permit).map(Permit::id)
                .collect(Collectors.toSet());
        return named(reply).filter(permit -> !listed.contains(permit.id())).map(Permit::id).toList();
    }

    private static Stream<Permit> named(Reply reply) {
        return reply.state().question().mentions().stream().map(Mention::permit).distinct()
                .filter(permit -> permit.kind() != Permit.Kind.PROCEDURE);
    }

    private List<Outgoing> watch(Incoming.Message message, String argument) {
        if (message.chat().isGroup()) {
            return Messages.say(message, "请私聊我写 /watch，上线了我私下告诉您。要在群里通知，群管理员写 /announce on。");
        }
        if (argument.isEmpty()) {
            return Messages.say(message, "写 /watch 加上居留的名字，比如 /watch 工签。名单里有了它，或者改了，我就告诉您。");
        }
        List<Permit> permits = resolved(argument);
        return switch (permits.size()) {
            case 0 -> Messages.say(message, "没认出是哪一种居留。换个说法试试，比如 /watch 工签；有哪些：/permit");
            case 1 -> Messages.say(message, kept(message.chat(), permits.getFirst().id()));
            default -> Messages.say(message, RichText.of("您指的是哪一种？"),
                    permits.stream().limit(MOST_CHOICES).filter(WatchCommands::fits)
                            .map(permit -> List.of(new Outgoing.Button(permit.display(), "watch-one:" + permit.id())))
                            .toList());
        };
    }

    private List<Permit> resolved(String words) {
        Optional<Permit> exact = edition.get().catalogue().find(words.strip());
        return exact.map(List::of).orElseGet(() -> named(asking.look(words, null)).toList());
    }

    private static boolean fits(Permit permit) {
        return Outgoing.Button.says("watch-one:" + permit.id());
    }

    private String kept(Chat chat, String permit) {
        String name = "「" + watching.name(permit) + "」";
        return switch (watching.add(reader(chat), permit)) {
            case TOO_MANY -> "最多关注 " + Watches.MOST_OF_CHAT + " 种。先去掉几种：/unwatch";
            case KNOWN -> name + "已经在关注了。看全部：/watching";
            case NEW -> {
                List<ListedRows.Row> rows = watching.state(permit).rows();
                yield (rows.isEmpty()
                        ? "好。" + name + "上线了我就告诉您。"
                        : "好。" + name + "已经在名单里（" + rows.getFirst().date() + "起），以后改了我再告诉您。")
                        + (Letters.waitsIn(chat) ? "微信里我不一定能主动发，您下次写话时会先看到。" : "")
                        + "不想要了：/unwatch";
            }
        };
    }

    private List<Outgoing> watchAnswer(Incoming.Press press, String exchange) {
        Optional<Exchange> answer = exchanges.byId(exchange)
                .filter(e -> e.kind().equals(Answered.KIND) && e.chat().equals(press.chat().id()));
        if (answer.isEmpty()) {
            return Messages.alert("这条消息太久了，按钮不能用了。可以写 /watch 加上居留的名字。");
        }
        List<String> permits = Answered.read(answer.get().details()).watchable();
        return permits.isEmpty()
                ? Messages.alert("没认出是哪一种居留。可以写 /watch 加上居留的名字。")
                : Messages.alert(permits.stream().map(permit -> kept(press.chat(), permit))
                        .collect(Collectors.joining("\n")));
    }

    private List<Outgoing> watchOne(Incoming.Press press, String permit) {
        return edition.get().catalogue().find(permit).isEmpty() || press.chat().isGroup()
                ? Messages.alert("名单改过了，请再写一次 /watch")
                : Messages.alert(kept(press.chat(), permit));
    }

    private List<Outgoing> list(Incoming.Message message) {
        List<String> permits = watching.of(message.chat().id());
        return permits.isEmpty()
                ? Messages.say(message, "还没有关注任何一种。写 /watch 加上居留的名字，比如 /watch 工签")
                : Messages.say(message, listed(), buttons(permits));
    }

    private static RichText listed() {
        return RichText.of("关注着这些，名单里有变化就告诉您。按一下就不再通知：");
    }

    private List<List<Outgoing.Button>> buttons(List<String> permits) {
        return permits.stream().filter(permit -> Outgoing.Button.says("unwatch:" + permit))
                .map(permit -> List.of(new Outgoing.Button(
                        "✕ " + (permit.equals(Watch.ALL) ? "名单的所有变化" : watching.name(permit)),
                        "unwatch:" + permit)))
                .toList();
    }

    private List<Outgoing> unwatch(Incoming.Message message, String argument) {
        if (message.chat().isGroup()) {
            return Messages.say(message, "群里的通知，群管理员用 /announce off 关掉；您自己关注的，请私聊我 /unwatch。");
        }
        if (argument.isEmpty()) {
            return list(message);
        }
        if (ALL.contains(argument)) {
            int ended = watching.end(message.chat().id());
            return Messages.say(message, ended == 0 ? "本来就没有关注。" : "好，" + ended + " 种都不再通知。");
        }
        List<Permit> permits = resolved(argument).stream()
                .filter(permit -> watching.end(message.chat().id(), permit.id())).toList();
        return permits.isEmpty()
                ? list(message)
                : Messages.say(message, "好，不再通知："
                        + permits.stream().map(Permit::display).collect(Collectors.joining("、")));
    }

    private List<Outgoing> unwatchOne(Incoming.Press press, String permit) {
        if (press.chat().isGroup()) {
            return Messages.alert("群里的通知由群管理员用 /announce off 关掉。");
        }
        watching.end(press.chat().id(), permit);
        List<String> left = watching.of(press.chat().id());
        return List.of(left.isEmpty()
                ? new Outgoing.Edit(press.chat(), press.message(), RichText.of("什么都不关注了。"), List.of())
                : new Outgoing.Edit(press.chat(), press.message(), listed(), buttons(left)),
                new Outgoing.Toast("好，不再通知", false));
    }

    static Watching.Reader reader(Chat chat) {
        return new Watching.Reader(chat.messenger(), chat.id(), chat.topic(), chat.isGroup());
    }
}
