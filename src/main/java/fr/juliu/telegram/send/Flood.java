package fr.juliu.telegram.send;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Notices when Telegram finds too much not what goes to one chat, but what the bot sends at all. */
final class Flood {

    private static final int CHATS = 3;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    /** When Telegram said so of a chat, and until when it asked to wait. */
    private record Complaint(Instant at, Instant until) {
    }

    private final Map<String, Complaint> complaints = new HashMap<>();
    private Instant over = Instant.MIN;

    /** Telegram asks to send nothing to a chat for a while. */
    synchronized void complain(String chat, Instant now, Duration pause) {
        complaints.values().removeIf(complaint -> complaint.at().plus(CLOSE).isBefore(now));
        complaints.put(chat, new Complaint(now, now.plus(pause)));
        if (complaints.size() >= CHATS) {
            for (Complaint complaint : complaints.values()) {
                over = complaint.until().isAfter(over) ? complaint.until() : over;
            }
        }
    }

    /** Whether nothing is to be sent to anyone. */
    synchronized boolean isOn(Instant now) {
        return now.isBefore(over);
    }
}
