package fr.juliu.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Messages on their way out that the database did not take; they are sent all the same, unless the process ends before. */
final class HeldMail {

    static final int MOST = 1000;

    private final NavigableMap<String, OutgoingMessage> messages = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Holds all of them; false when there is no room. */
    synchronized boolean add(List<OutgoingMessage> more) {
        if (messages.size() + more.size() > MOST) {
            return false;
        }
        more.forEach(message -> messages.put(message.id(), message));
        return true;
    }

    /** Messages that are due and not taken, oldest first; one waits while an earlier one of its chat is not due. */
    synchronized List<OutgoingMessage> take(String messenger, Instant now, int most) {
        List<OutgoingMessage> due = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        for (OutgoingMessage message : messages.values()) {
            if (due.size() < most && message.messenger().equals(messenger) && !taken.contains(message.id())) {
                if (message.due().isAfter(now) || waiting.contains(message.chat())) {
                    waiting.add(message.chat());
                } else {
                    due.add(message);
                }
            }
        }
        due.forEach(message -> taken.add(message.id()));
        return due;
    }

    /** Gives a message back, to be taken once it is due; false when it is none of these. */
    synchronized boolean postpone(String id, Instant due) {
        taken.remove(id);
        return messages.computeIfPresent(id,
                (key, message) -> new OutgoingMessage(id, message.messenger(), message.chat(), message.payload(),
                        message.exchange(), message.created(), due, message.attempts() + 1)) != null;
    }

    /** Whether it was one of these. */
    synchronized boolean remove(String id) {
        taken.remove(id);
        return messages.remove(id) != null;
    }

    synchronized boolean holds(String id) {
        return messages.containsKey(id);
    }

    synchronized void forget(String chat) {
        messages.values().removeIf(message -> message.chat().equals(chat));
    }

    synchronized int waiting(String messenger) {
        return Math.toIntExact(
                messages.values().stream().filter(message -> message.messenger().equals(messenger)).count());
    }
}
