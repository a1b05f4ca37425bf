package fr.juliu.chat;

import fr.juliu.store.Exchange;
import fr.juliu.store.Exchanges;
import fr.juliu.store.Ids;
import fr.juliu.store.Mute;
import fr.juliu.store.Mutes;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the bot is not to answer in a group: moderators say so by a command in reply to him, and by buttons. */
final class Muting {

    /** The kind of the exchanges that know whom a panel is about: his id, and what he is called. */
    private static final String KIND = "mute";
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm")
            .withZone(ZoneId.of("Europe/Paris"));
    private static final int MOST_SHOWN = 8;

    /** For how long. */
    private enum Length {
        /** An hour. */
        HOUR("1 小时", Duration.ofHours(1)),
        /** A day. */
        DAY("1 天", Duration.ofDays(1)),
        /** A week. */
        WEEK("7 天", Duration.ofDays(7));

        private final String label;
        private final Duration time;

        Length(String label, Duration time) {
            this.label = label;
            this.time = time;
        }
    }

    private final Mutes mutes;
    private final Exchanges exchanges;
    private final Moderators moderators;
    private final Ids ids;
    private final Clock clock;

    Muting(Mutes mutes, Exchanges exchanges, Moderators moderators, Ids ids, Clock clock) {
        this.mutes = mutes;
        this.exchanges = exchanges;
        this.moderators = moderators;
        this.ids = ids;
        this.clock = clock;
    }

    /** The command that asks for how long. */
    List<Outgoing> open(Incoming.Message message, String argument) {
        if (!message.chat().isGroup()) {
            return Messages.say(message, "这个命令在群里用。");
        }
        return moderators.refusal(Moderators.Right.PIN, message).orElseGet(() -> ask(message));
    }

    private List<Outgoing> ask(Incoming.Message message) {
        Incoming.Quoted quoted = message.quoted();
        Person whom = quoted == null ? null : quoted.by();
        if (whom == null || whom.anonymous()) {
            return Messages.say(message, "请回复那位成员的一条消息写 /mute。");
        }
        if (moderators.mayPin(message.chat(), whom)) {
            return Messages.say(message, "对方也是管理员，不能静音。");
        }
        String id = ids.next();
        exchanges.add(new Exchange(id, message.chat().id(), message.id(), null, KIND, "",
                whom.id() + "\n" + whom.name(), clock.instant()));
        List<Outgoing.Button> lengths = new ArrayList<>();
        for (Length length : Length.values()) {
            lengths.add(new Outgoing.Button(length.label, "mute:" + id + ":" + length.name()));
        }
        return Messages.say(message, RichText.of("多久不回答 " + whom.name() + "？只是我不回答，群里照样能说话。"),
                List.of(lengths, List.of(new Outgoing.Button("取消", "mute:" + id + ":NONE"))));
    }

    /** A press of one of those buttons. */
    List<Outgoing> press(Incoming.Press press, String argument) {
        return moderators.refusal(Moderators.Right.PIN, press).orElseGet(() -> {
            String[] parts = argument.split(":", 2);
            Optional<Exchange> asked = exchanges.byId(parts[0])
                    .filter(exchange -> exchange.kind().equals(KIND) && exchange.chat().equals(press.chat().id()));
            Length length = parts.length == 2 ? length(parts[1]) : null;
            if (asked.isEmpty()) {
                return Messages.alert("这条消息太久了，按钮不能用了。请再写一次 /mute。");
            }
            String[] whom = asked.get().details().split("\n", 2);
            return edit(press, length == null ? "好，照常回答 " + end(press, whom) + "。" : mute(press, whom, length));
        });
    }

    /** A press that ends a mute, in the settings. */
    void end(Chat chat, String person) {
        mutes.end(chat.id(), person);
    }

    /** Who is muted in a group, for its settings. */
    List<Mute> of(Chat chat) {
        return mutes.of(chat.id()).stream().limit(MOST_SHOWN).toList();
    }

    static String told(Mute mute) {
        return name(mute) + "（到 " + UNTIL.format(mute.until()) + "）";
    }

    static String name(Mute mute) {
        return Objects.requireNonNullElse(mute.name(), "一位成员");
    }

    private String mute(Incoming.Press press, String[] whom, Length length) {
        Mute mute = new Mute(press.chat().id(), whom[0], whom[1], clock.instant().plus(length.time));
        mutes.keep(mute);
        return "好，不回答 " + told(mute) + "。/settings 里可以恢复。";
    }

    private String end(Incoming.Press press, String[] whom) {
        mutes.end(press.chat().id(), whom[0]);
        return whom[1];
    }

    private static List<Outgoing> edit(Incoming.Press press, String text) {
        return List.of(new Outgoing.Edit(press.chat(), press.message(), RichText.of(text), List.of()));
    }

    private static @Nullable Length length(String name) {
        for (Length length : Length.values()) {
            if (length.name().equals(name)) {
                return length;
            }
        }
        return null;
    }
}
