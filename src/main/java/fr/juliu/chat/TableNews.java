package fr.juliu.chat;

import fr.juliu.keep.Statistics;
import fr.juliu.keep.watch.ListedChange;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.Watch;
import fr.juliu.tell.RichText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of the rollout table for everybody: the last ones on a command, and for groups that want so, each by itself. */
final class TableNews {

    private static final Set<String> ON = Set.of("on", "开", "打开");
    private static final Set<String> OFF = Set.of("off", "关", "关掉", "关闭");
    private static final int MOST_CHANGES = 5;
    private static final int MOST_LINES = 20;

    private final Watching watching;
    private final Moderators moderators;

    TableNews(Watching watching, Moderators moderators) {
        this.watching = watching;
        this.moderators = moderators;
    }

    /** The commands by name. */
    Map<String, Command> all() {
        return Map.of("announce", this::announce, "changes", (message, argument) -> changes(message));
    }

    private List<Outgoing> announce(Incoming.Message message, String argument) {
        if (!message.chat().isGroup()) {
            return Messages.say(message, "这个命令在群里用。自己想收通知，写 /watch 加上居留的名字。");
        }
        return moderators.refusal(Moderators.Right.SET, message).orElseGet(() -> {
            if (ON.contains(argument)) {
                watching.add(WatchCommands.reader(message.chat()), Watch.ALL);
                return Messages.say(message, "好，网上申请的名单一变，我就在这里说。不想要了：/announce off");
            }
            if (OFF.contains(argument)) {
                return Messages.say(message, watching.end(message.chat().id(), Watch.ALL)
                        ? "好，名单的变化不再在群里说。"
                        : "本来就没有开。");
            }
            return Messages.say(message, "名单的变化现在" + (watching.isKept(message.chat().id(), Watch.ALL)
                    ? "会在群里说。关掉：/announce off"
                    : "不在群里说。打开：/announce on"));
        });
    }

    private List<Outgoing> changes(Incoming.Message message) {
        List<Watching.DatedChange> history = watching.history(Watch.ALL);
        if (history.isEmpty()) {
            return Messages.say(message, "从我开始记到现在，网上申请的名单没有变过。全部名单：/list");
        }
        RichText.Builder text = RichText.builder().strong("网上申请名单的最近变化");
        int lines = 0;
        for (Watching.DatedChange change : history.subList(0, Math.min(MOST_CHANGES, history.size()))) {
            text.plain("\n\n" + Statistics.time(change.at()));
            for (ListedChange each : change.changes().subList(0,
                    Math.clamp(MOST_LINES - lines, 0, change.changes().size()))) {
                text.plain("\n• " + each.line());
                lines++;
            }
        }
        return Messages.say(message, text.plain("\n\n日期是我这里更新的日子。全部名单：/list").build());
    }
}
