package fr.juliu.telegram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/** The commands that Telegram shows to people who type a slash: other ones to moderators and admins than to all. */
final class Menus {

    private static final List<BotCommand> EVERYWHERE = List.of(
            command("list", "已经可以网上申请的居留名单"),
            command("timeline", "上线时间表（一张图）"),
            command("permit", "查一种居留，例如 /permit 学生"),
            command("changes", "名单最近的变化"),
            command("source", "资料来源和日期"),
            command("contact", "怎么找到人"),
            command("help", "怎么用"),
            command("privacy", "我保存什么、保存多久"),
            command("id", "查看自己的编号"));

    private static final List<BotCommand> PRIVATE = List.of(
            command("start", "开始"),
            command("watch", "上线时通知我，例如 /watch 工签"),
            command("watching", "我关注了哪些居留"),
            command("unwatch", "不再通知"),
            command("forget", "删除我保存的与您有关的内容"));

    private static final List<BotCommand> MODERATORS = List.of(
            command("save", "回复一条消息，记为本群对某个问题的回答"),
            command("pin", "同 /save，还在群里置顶"),
            command("pins", "本群保存的回答"),
            command("unpin", "去掉本群保存的一个回答"),
            command("missed", "本群问过、没答上来的问题"),
            command("setup", "我在本群还缺什么，怎么给"),
            command("export", "本群的回答存成文件"),
            command("import", "回复 /export 的文件，导入回答"),
            command("settings", "本群设置：什么时候说话"),
            command("mute", "回复一位成员的消息：这段时间不回答他"),
            command("announce", "名单一变就在群里说：/announce on"));

    private static final List<BotCommand> ADMINS = List.of(
            command("reindex", "重新读取文章"),
            command("notices", "名单变了，还有多少通知没发"),
            command("rollback", "回到上一版文章"),
            command("status", "运行情况"),
            command("unanswered", "没能回答的问题"),
            command("stats", "提问统计"));

    private final BotQueries api;
    private final List<Long> admins;

    Menus(BotQueries api, List<Long> admins) {
        this.api = api;
        this.admins = List.copyOf(new LinkedHashSet<>(admins));
    }

    /** The names of all commands: those that a group may say without the bot's name. */
    static Set<String> names() {
        return Stream.of(EVERYWHERE, PRIVATE, MODERATORS, ADMINS).flatMap(List::stream).map(BotCommand::getCommand)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells Telegram all of them; an admin who never wrote to the bot has no chat yet, and is left out. */
    void tell() throws BotApiException {
        tell(new BotCommandScopeAllPrivateChats(), EVERYWHERE, PRIVATE);
        tell(new BotCommandScopeAllGroupChats(), EVERYWHERE, List.of());
        tell(new BotCommandScopeAllChatAdministrators(), EVERYWHERE, MODERATORS);
        for (Long admin : admins) {
            try {
                tell(new BotCommandScopeChat(String.valueOf(admin)), EVERYWHERE,
                        Stream.concat(PRIVATE.stream(), ADMINS.stream()).toList());
            } catch (BotApiException e) {
                if (!e.isRefusal()) {
                    throw e;
                }
            }
        }
    }

    private void tell(BotCommandScope scope, List<BotCommand> some, List<BotCommand> more) throws BotApiException {
        api.call(SetMyCommands.builder().scope(scope)
                .commands(Stream.concat(some.stream(), more.stream()).toList()).build());
    }

    private static BotCommand command(String name, String description) {
        return new BotCommand(name, description);
    }
}
