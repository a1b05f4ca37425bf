package fr.juliu.chat;

import fr.juliu.edition.Edition;
import fr.juliu.keep.ReindexText;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.Statistics;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.Listings;
import fr.juliu.tell.RichText;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The commands of admins: whoever else sends one gets one refusal in private, and silence in a group. */
final class AdminCommands {

    private final Admins admins;
    private final Reindexing reindexing;
    private final Statistics statistics;
    private final Watching watching;

    AdminCommands(Admins admins, Reindexing reindexing, Statistics statistics, Watching watching) {
        this.admins = admins;
        this.reindexing = reindexing;
        this.statistics = statistics;
        this.watching = watching;
    }

    /** The commands by name. */
    Map<String, Command> all() {
        return Map.of("reindex", guarded(this::reindex), "rollback", guarded(this::rollback), "status",
                guarded((message, argument) -> Messages.say(message, statistics.status())), "unanswered",
                guarded((message, argument) -> Messages.say(message, statistics.unanswered())), "stats",
                guarded((message, argument) -> Messages.say(message, statistics.week())), "notices",
                guarded(this::notices));
    }

    private Command guarded(Command command) {
        return (message, argument) -> {
            if (admins.include(message.person())) {
                return command.run(message, argument);
            }
            return message.chat().isGroup() ? List.of() : Messages.say(message, "这个命令只有知识库的管理员可以用。");
        };
    }

    private List<Outgoing> reindex(Incoming.Message message, String argument) {
        Reindexing.Mode mode = switch (argument.toLowerCase(Locale.ROOT)) {
            case "" -> Reindexing.Mode.PUBLISH;
            case "check" -> Reindexing.Mode.CHECK;
            case "hold" -> Reindexing.Mode.HOLD;
            case "force" -> Reindexing.Mode.FORCE;
            default -> null;
        };
        if (mode == null) {
            return Messages.say(message,
                    "写 /reindex 重建并发布，/reindex check 只检查，/reindex hold 发布但先不通知关注的人，/reindex force 明知有问题会答错、有内容会丢掉也发布。");
        }
        return List.of(new Outgoing.Job(message.chat(), RichText.of("开始重建…"), Messages.replyTo(message),
                progress -> ReindexText.of(reindexing.run(mode, progress))));
    }

    private List<Outgoing> notices(Incoming.Message message, String argument) {
        switch (argument.toLowerCase(Locale.ROOT)) {
            case "send" -> watching.release();
            case "drop" -> watching.skip();
            default -> {
            }
        }
        Listings.Waiting waiting = watching.waiting();
        return Messages.say(message, waiting.due() + waiting.held() == 0
                ? "没有要发的通知。"
                : "名单变了要通知的：还有 " + waiting.due() + " 处没发" + (waiting.held() == 0
                        ? "。"
                        : "，另有 " + waiting.held() + " 处先不发。要发：/notices send，不发了：/notices drop。"));
    }

    private List<Outgoing> rollback(Incoming.Message message, String argument) {
        return Messages.say(message, switch (reindexing.rollback()) {
            case Reindexing.Rollback.Done done -> told(done.edition());
            case Reindexing.Rollback.Nothing nothing -> "没有上一版可以换回：启动以来还没有发布过新版。";
            case Reindexing.Rollback.Busy busy -> "正在重建，等它结束再 /rollback。";
        });
    }

    private static String told(Edition edition) {
        return "换回上一版了：文章 " + edition.library().articles().size() + " 篇，"
                + Statistics.time(edition.made()) + " 建的。再写一次 /rollback 又换回来。重启后从文件夹重新读。";
    }
}
