package fr.juliu.chat;

import fr.juliu.store.GroupSettings;
import fr.juliu.store.Groups;
import fr.juliu.store.Mute;
import fr.juliu.tell.RichText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What moderators set for their group, by buttons. */
final class GroupSettingsPanel {

    private static final List<Integer> PERCENT = List.of(80, 85, 90, 95);
    private static final double WHOLE = 100;
    /** What a press goes on to, one after the other; none at last. */
    private static final List<GroupSettings.QuietHours> QUIET = List.of(
            new GroupSettings.QuietHours(22, 8), new GroupSettings.QuietHours(23, 7),
            new GroupSettings.QuietHours(0, 9));
    private static final List<Duration> COOLDOWN = List.of(Duration.ZERO, Duration.ofMinutes(1),
            Duration.ofMinutes(5), Duration.ofMinutes(15));
    private static final String UNMUTE = "unmute-";
    private static final String SECOND = "second";

    private final Groups groups;
    private final Moderators moderators;
    private final Muting muting;
    private final SecondReaders second;

    GroupSettingsPanel(Groups groups, Moderators moderators, Muting muting, SecondReaders second) {
        this.groups = groups;
        this.moderators = moderators;
        this.muting = muting;
        this.second = second;
    }

    /** The command that shows it. */
    List<Outgoing> open(Incoming.Message message, String argument) {
        if (!message.chat().isGroup()) {
            return Messages.say(message, "这个命令在群里用。");
        }
        return moderators.refusal(Moderators.Right.SET, message).orElseGet(() -> {
            GroupSettings settings = groups.settings(message.chat().id());
            List<Mute> muted = muting.of(message.chat());
            return Messages.say(message, text(message.chat(), settings, muted),
                    buttons(message.chat(), settings, muted));
        });
    }

    /** A press of one of its buttons. */
    List<Outgoing> press(Incoming.Press press, String value) {
        return moderators.refusal(Moderators.Right.SET, press).orElseGet(() -> set(press, value));
    }

    private List<Outgoing> set(Incoming.Press press, String value) {
        GroupSettings before = groups.settings(press.chat().id());
        GroupSettings after = changed(before, value);
        if (value.startsWith(UNMUTE)) {
            muting.end(press.chat(), value.substring(UNMUTE.length()));
        } else if (value.equals(SECOND) && second.isOn()) {
            second.set(press.chat(), !second.forbids(press.chat()));
        } else if (after.equals(before)) {
            return Messages.toast("已经是这样了");
        } else {
            groups.set(press.chat().id(), after);
        }
        List<Mute> muted = muting.of(press.chat());
        return List.of(new Outgoing.Edit(press.chat(), press.message(), text(press.chat(), after, muted),
                buttons(press.chat(), after, muted)),
                new Outgoing.Toast("改好了", false));
    }

    private static GroupSettings changed(GroupSettings before, String value) {
        return switch (value) {
            case "on" -> before.withSpeaks(GroupSettings.Speaks.UNASKED);
            case "off" -> before.withSpeaks(GroupSettings.Speaks.ASKED);
            case "named" -> before.withSpeaks(GroupSettings.Speaks.NAMED);
            case "quiet" -> before.withQuiet(next(before.quiet()));
            case "cool" -> before.withCooldown(
                    COOLDOWN.get((COOLDOWN.indexOf(before.cooldown()) + 1) % COOLDOWN.size()));
            default -> before.withConfidence(confidence(value).orElse(before.confidence()));
        };
    }

    private static GroupSettings.@Nullable QuietHours next(GroupSettings.@Nullable QuietHours quiet) {
        int next = quiet == null ? 0 : QUIET.indexOf(quiet) + 1;
        return next < QUIET.size() ? QUIET.get(next) : null;
    }

    /** The confidence that a button set; none when no button sets such a one. */
    private static OptionalDouble confidence(String value) {
        OptionalInt percent = Buttons.number(value);
        return percent.isPresent() && PERCENT.contains(percent.getAsInt())
                ? OptionalDouble.of(percent.getAsInt() / WHOLE)
                : OptionalDouble.empty();
    }

    private RichText text(Chat chat, GroupSettings settings, List<Mute> muted) {
        RichText.Builder text = RichText.builder().strong("自动回答：" + (settings.auto() ? "开" : "关"))
                .plain("\n" + switch (settings.speaks()) {
                    case UNASKED -> "没有 @我 的问题，有把握到 " + percent(settings) + " % 我也回答；聊天不插嘴。";
                    case ASKED -> "@我、用命令，或者回复我再问，我才说话。打开自动回答，没有 @我 的问题有把握到 " + percent(settings)
                            + " % 也答。";
                    case NAMED -> "@我 或者用命令，我才说话；回复我不算。";
                }).plain("\n安静时段：" + quiet(settings) + (settings.quiet() == null
                        ? "。"
                        : "（法国时间）：只有 @我 和命令我才答，不响铃。"))
                .plain("\n每人两次提问之间：" + (settings.cooldown().isZero()
                        ? "不限。"
                        : "至少隔 " + settings.cooldown().toMinutes() + " 分钟，没到不答。"));
        if (second.isOn()) {
            text.plain("\n没把握的问题发给 " + second.host() + " 帮忙挑段落：" + (second.forbids(chat) ? "不发。" : "发。"));
        }
        if (!muted.isEmpty()) {
            text.plain("\n不回答：" + String.join("、", muted.stream().map(Muting::told).toList()) + "。");
        }
        return text.plain("\n\n/mute：回复一位成员的消息，这段时间不回答他。").build();
    }

    private List<List<Outgoing.Button>> buttons(Chat chat, GroupSettings settings, List<Mute> muted) {
        List<List<Outgoing.Button>> rows = new ArrayList<>();
        rows.add(List.of(settings.auto()
                ? new Outgoing.Button("关掉自动回答", "set:off")
                : new Outgoing.Button("打开自动回答", "set:on")));
        List<Outgoing.Button> sure = new ArrayList<>();
        for (int percent : PERCENT) {
            sure.add(new Outgoing.Button((percent == percent(settings) ? "✓ " : "") + percent + " %",
                    "set:" + percent));
        }
        rows.add(sure);
        rows.add(List.of(settings.speaks() == GroupSettings.Speaks.NAMED
                ? new Outgoing.Button("✓ 只答 @我", "set:off")
                : new Outgoing.Button("只答 @我", "set:named"),
                new Outgoing.Button("安静：" + quiet(settings), "set:quiet"),
                new Outgoing.Button("间隔：" + (settings.cooldown().isZero()
                        ? "不限"
                        : settings.cooldown().toMinutes() + " 分钟"), "set:cool")));
        if (second.isOn()) {
            rows.add(List.of(new Outgoing.Button(second.forbids(chat) ? "问题可以发给语言模型" : "问题不发给语言模型",
                    "set:" + SECOND)));
        }
        muted.stream().filter(mute -> Outgoing.Button.says("set:" + UNMUTE + mute.person()))
                .forEach(mute -> rows.add(List
                        .of(new Outgoing.Button("恢复 " + Muting.name(mute), "set:" + UNMUTE + mute.person()))));
        return rows;
    }

    private static String quiet(GroupSettings settings) {
        GroupSettings.QuietHours quiet = settings.quiet();
        return quiet == null ? "无" : quiet.from() + "–" + quiet.to() + " 点";
    }

    private static long percent(GroupSettings settings) {
        return Math.round(settings.confidence() * WHOLE);
    }
}
