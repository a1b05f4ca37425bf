package fr.juliu.chat;

import fr.juliu.store.GroupDesk;
import fr.juliu.store.GroupDesks;
import fr.juliu.tell.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a group still has to do for the bot, and what its moderators set about notes and themselves, by buttons. */
final class SetupPanel {

    private final Moderators moderators;
    private final GroupDesks desks;

    SetupPanel(Moderators moderators, GroupDesks desks) {
        this.moderators = moderators;
        this.desks = desks;
    }

    /** The command that shows it. */
    List<Outgoing> open(Incoming.Message message, String argument) {
        if (!message.chat().isGroup()) {
            return Messages.say(message, "这个命令在群里用：它说我在那个群里还缺什么。");
        }
        return moderators.refusal(Moderators.Right.LEAD, message).orElseGet(
                () -> Messages.say(message, text(message.chat()), buttons(desks.of(message.chat().id()))));
    }

    /** A press of one of its buttons. */
    List<Outgoing> press(Incoming.Press press, String value) {
        GroupDesk before = desks.of(press.chat().id());
        Optional<GroupDesk> after = changed(before, value);
        return moderators.refusal(Moderators.Right.LEAD, press)
                .or(() -> after.flatMap(desk -> moderators.refusal(Moderators.Right.SET, press)))
                .orElseGet(() -> changed(press, before, after));
    }

    private List<Outgoing> changed(Incoming.Press press, GroupDesk before, Optional<GroupDesk> after) {
        after.ifPresent(desk -> desks.set(press.chat().id(), desk));
        return List.of(new Outgoing.Edit(press.chat(), press.message(), text(press.chat()),
                buttons(after.orElse(before))), new Outgoing.Toast(after.isPresent() ? "改好了" : "看过了", false));
    }

    private static Optional<GroupDesk> changed(GroupDesk before, String value) {
        return switch (value) {
            case "pins-on" -> Optional.of(before.withPins(true));
            case "pins-off" -> Optional.of(before.withPins(false));
            case "takes-on" -> Optional.of(before.withTakes(true));
            case "takes-off" -> Optional.of(before.withTakes(false));
            default -> Optional.empty();
        };
    }

    private RichText text(Chat chat) {
        RichText.Builder text = RichText.builder().strong("我在本群");
        Optional<Rights.Presence> presence = moderators.presence(chat);
        if (presence.isEmpty()) {
            text.plain("\n现在问不到我有什么权限，请过一会儿按「再看一次」。");
        } else {
            presence(text, presence.get());
        }
        GroupDesk desk = desks.of(chat.id());
        text.plain("\n\n").strong("本群设的")
                .plain("\n• /pin 的回答" + (desk.pins() ? "同时在群里置顶" : "只记住，不置顶")
                        + "\n• 成员" + (desk.takes() ? "可以" : "不能") + "把我答不上来的问题转给管理员"
                        + "\n• 联系管理员：" + (desk.contact() == null ? "没有写，写 /contact 加上怎么找你们" : desk.contact()));
        return text.build();
    }

    private static void presence(RichText.Builder text, Rights.Presence presence) {
        text.plain(presence.admin()
                ? "\n✓ 是管理员"
                : "\n✗ 不是管理员：群信息 → 管理员 → 添加管理员 → 选我（下面两条会一起好）");
        text.plain(presence.pins()
                ? "\n✓ 能置顶"
                : "\n✗ 不能置顶，/pin 只记住：群信息 → 管理员 → 选我 → 打开「置顶消息」（Pin Messages）");
        text.plain(presence.reads()
                ? "\n✓ 看得到没有 @我 的消息（自动回答要用；聊天不存）"
                : "\n✗ 只看得到 @我、回复我和命令，自动回答用不了：让我当管理员；或者在 @BotFather 写 /setprivacy，选我，选 Disable，再把我移出群、重新加进来");
    }

    private static List<List<Outgoing.Button>> buttons(GroupDesk desk) {
        List<List<Outgoing.Button>> rows = new ArrayList<>();
        rows.add(List.of(new Outgoing.Button(desk.pins() ? "/pin 不再置顶" : "/pin 同时置顶",
                desk.pins() ? "setup:pins-off" : "setup:pins-on")));
        rows.add(List.of(new Outgoing.Button(desk.takes() ? "不收转来的问题" : "收转给管理员的问题",
                desk.takes() ? "setup:takes-off" : "setup:takes-on")));
        rows.add(List.of(new Outgoing.Button("再看一次", "setup:look")));
        return rows;
    }
}
