package fr.juliu.chat;

import fr.juliu.store.GroupSettings;
import fr.juliu.store.Groups;
import fr.juliu.tell.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What moderators set for their group, by buttons. */
final class GroupSettingsPanel {

    private static final List<Integer> PERCENT = List.of(80, 85, 90, 95);
    private static final double WHOLE = 100;

    private final Groups groups;
    private final Moderators moderators;

    GroupSettingsPanel(Groups groups, Moderators moderators) {
        this.groups = groups;
        this.moderators = moderators;
    }

    /** The command that shows it. */
    List<Outgoing> open(Incoming.Message message, String argument) {
        if (!message.chat().isGroup()) {
            return Messages.say(message, "这个命令在群里用。");
        }
        return moderators.refusal(Moderators.Right.SET, message).orElseGet(() -> {
            GroupSettings settings = groups.settings(message.chat().id());
            return Messages.say(message, text(settings), buttons(settings));
        });
    }

    /** A press of one of its buttons. */
    List<Outgoing> press(Incoming.Press press, String value) {
        return moderators.refusal(Moderators.Right.SET, press).orElseGet(() -> set(press, value));
    }

    private List<Outgoing> set(Incoming.Press press, String value) {
        GroupSettings before = groups.settings(press.chat().id());
        GroupSettings after = switch (value) {
            case "on" -> new GroupSettings(true, before.confidence());
            case "off" -> new GroupSettings(false, before.confidence());
            default -> new GroupSettings(before.auto(), confidence(value).orElse(before.confidence()));
        };
        if (after.equals(before)) {
            return Messages.toast("已经是这样了");
        }
        groups.set(press.chat().id(), after);
        return List.of(new Outgoing.Edit(press.chat(), press.message(), text(after), buttons(after)),
                new Outgoing.Toast("改好了", false));
    }

    /** The confidence that a button set; none when no button sets such a one. */
    private static OptionalDouble confidence(String value) {
        OptionalInt percent = Buttons.number(value);
        return percent.isPresent() && PERCENT.contains(percent.getAsInt())
                ? OptionalDouble.of(percent.getAsInt() / WHOLE)
                : OptionalDouble.empty();
    }

    private static RichText text(GroupSettings settings) {
        return RichText.builder().strong("自动回答：" + (settings.auto() ? "开" : "关"))
                .plain("\n开着的时候，没有 @我 的问题，有把握到 " + percent(settings) + " % 我才回答，聊天不插嘴。"
                        + "\n关着的时候，只有 @我、回复我或者用命令，我才说话。")
                .build();
    }

    private static List<List<Outgoing.Button>> buttons(GroupSettings settings) {
        List<Outgoing.Button> sure = new ArrayList<>();
        for (int percent : PERCENT) {
            sure.add(new Outgoing.Button((percent == percent(settings) ? "✓ " : "") + percent + " %",
                    "set:" + percent));
        }
        return List.of(List.of(new Outgoing.Button(settings.auto() ? "关掉自动回答" : "打开自动回答",
                settings.auto() ? "set:off" : "set:on")), sure);
    }

    private static long percent(GroupSettings settings) {
        return Math.round(settings.confidence() * WHOLE);
    }
}
