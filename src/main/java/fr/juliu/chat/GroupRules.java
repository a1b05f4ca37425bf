package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.store.GroupSettings;
import fr.juliu.store.Groups;
import fr.juliu.store.Mutes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** When the bot speaks in a group, and to whom, as its moderators set it; in private it always does. */
final class GroupRules {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final Duration LONGEST_COOLDOWN = Duration.ofHours(1);
    private static final int MOST = 50_000;

    private final Groups groups;
    private final Mutes mutes;
    private final Clock clock;
    private final Ticker ticker;
    /** When each person was last answered in a group. */
    private final Cache<String, Long> answered;

    GroupRules(Groups groups, Mutes mutes, Clock clock, Ticker ticker) {
        this.groups = groups;
        this.mutes = mutes;
        this.clock = clock;
        this.ticker = ticker;
        answered = Caffeine.newBuilder().expireAfterWrite(LONGEST_COOLDOWN).maximumSize(MOST).ticker(ticker).build();
    }

    /** What a group set. */
    GroupSettings of(Chat group) {
        return groups.settings(group.id());
    }

    /** Whether moderators do not want somebody to be answered. */
    boolean isMuted(Chat chat, Person person) {
        return chat.isGroup() && !person.anonymous() && mutes.holds(chat.id(), person.id());
    }

    /** Whether the bot answers what is said in reply to it and does not name it. */
    boolean answersReplies(Chat group) {
        GroupSettings settings = of(group);
        return settings.speaks() != GroupSettings.Speaks.NAMED && !isQuiet(settings);
    }

    /** Whether the bot answers what nobody put to it, when it is so sure of it. */
    boolean answersUnasked(Chat group, double confidence) {
        GroupSettings settings = of(group);
        return settings.auto() && confidence >= settings.confidence() && !isQuiet(settings);
    }

    /** Whether somebody was answered so short a time ago that moderators want him to wait. */
    boolean cools(Chat chat, Person person) {
        if (!chat.isGroup()) {
            return false;
        }
        Long last = answered.getIfPresent(key(chat, person));
        return last != null && ticker.read() - last < of(chat).cooldown().toNanos();
    }

    /** Notes that somebody is answered. */
    void answered(Chat chat, Person person) {
        if (chat.isGroup()) {
            answered.put(key(chat, person), ticker.read());
        }
    }

    /** What is said, without a sound in quiet hours. */
    List<Outgoing> said(Chat chat, List<Outgoing> done) {
        if (!chat.isGroup() || done.isEmpty() || !isQuiet(of(chat))) {
            return done;
        }
        return done.stream().map(outgoing -> switch (outgoing) {
            case Outgoing.Send send -> silent(send);
            case Outgoing.Again again ->
                new Outgoing.Again(again.chat(), again.above(), again.text(), again.to(), silent(again.instead()));
            case Outgoing.File file -> file.silently();
            default -> outgoing;
        }).toList();
    }

    private static Outgoing.Send silent(Outgoing.Send send) {
        return send.in(send.manner().silently());
    }

    private boolean isQuiet(GroupSettings settings) {
        GroupSettings.QuietHours quiet = settings.quiet();
        return quiet != null && quiet.holds(clock.instant().atZone(FRANCE).getHour());
    }

    private static String key(Chat chat, Person person) {
        return chat.id() + " " + person.id();
    }
}
