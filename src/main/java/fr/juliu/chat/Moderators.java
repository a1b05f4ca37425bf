package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/** What people may do in their groups; asked of the messenger, and remembered for some minutes. */
final class Moderators {

    private static final Duration REMEMBERED = Duration.ofMinutes(3);
    private static final int MOST = 20_000;

    private final Rights rights;
    private final Cache<Member, Rights.Standing> standings;

    Moderators(Rights rights, Ticker ticker) {
        this.rights = rights;
        standings = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).ticker(ticker).build();
    }

    /** Whether a person may keep answers for a group. */
    boolean mayPin(Chat chat, Person person) {
        return standing(chat, person).pins();
    }

    /** Whether a person may set when the bot speaks in a group. */
    boolean maySet(Chat chat, Person person) {
        return standing(chat, person).settings();
    }

    /**
     * Whether the bot itself may pin messages in a group; asked anew, since it is told to give it the right. Where the
     * messenger does not tell, it is worth trying.
     */
    boolean botMayPin(Chat chat) {
        return rights.ofBot(chat).map(Rights.Standing::pins).orElse(true);
    }

    /** What the bot is in a group; asked anew, since it is told to be made another. */
    Optional<Rights.Presence> presence(Chat chat) {
        return rights.presence(chat);
    }

    private Rights.Standing standing(Chat chat, Person person) {
        if (person.anonymous() && person.id().equals(chat.id())) {
            return Rights.Standing.ALL;
        }
        Member member = new Member(chat.id(), person.id());
        Rights.Standing known = standings.getIfPresent(member);
        return known != null ? known : asked(member, rights.of(chat, person));
    }

    /** What the messenger does not tell counts as no right, and is asked again. */
    private Rights.Standing asked(Member member, Optional<Rights.Standing> told) {
        told.ifPresent(standing -> standings.put(member, standing));
        return told.orElse(Rights.Standing.NONE);
    }

    /** A person in a group. */
    private record Member(String chat, String person) {
    }
}
