package fr.juliu.telegram.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits of core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this, and who broke them: one message
 * a second in a chat with a short burst, 20 a minute in a group, 30 calls a second overall. Windows are 5 % shorter than
 * said, as calls jitter on their way.
 */
final class SendingLimits {

    private static final int CHAT_BURST = 5;
    private static final int GROUP_MINUTE = 20;
    private static final int OVERALL_SECOND = 30;
    private static final long SECOND = 950_000_000L;
    private static final int KEPT = 1000;

    /** What is left of a burst, and since when. */
    private record Bucket(double left, long at) {
    }

    private final Map<Long, Bucket> chats = new HashMap<>();
    private final Map<Long, Deque<Long>> groups = new HashMap<>();
    private final Deque<Long> overall = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();

    /** Whether a call keeps to the overall limit. */
    synchronized boolean call(String method, long nanos) {
        return within(overall, OVERALL_SECOND, SECOND, nanos)
                || broken(method + ": more than " + OVERALL_SECOND + " calls in a second");
    }

    /** Whether a message keeps to the limits of its chat. */
    synchronized boolean message(long chat, boolean group, long nanos) {
        boolean kept = chat(chat, nanos) || broken("chat " + chat + ": more than a message a second");
        if (!group) {
            return kept;
        }
        Deque<Long> times = groups.computeIfAbsent(chat, id -> new ArrayDeque<>());
        return (within(times, GROUP_MINUTE, 60 * SECOND, nanos)
                || broken("group " + chat + ": more than " + GROUP_MINUTE + " messages in a minute")) && kept;
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    private boolean chat(long chat, long nanos) {
        Bucket bucket = chats.getOrDefault(chat, new Bucket(CHAT_BURST, nanos));
        double left = Math.min(CHAT_BURST, bucket.left + (double) (nanos - bucket.at) / SECOND);
        boolean kept = left >= 1;
        chats.put(chat, new Bucket(kept ? left - 1 : left, nanos));
        return kept;
    }

    private static boolean within(Deque<Long> times, int most, long window, long nanos) {
        for (Long first = times.peek(); first != null && nanos - first >= window; first = times.peek()) {
            times.remove();
        }
        times.add(nanos);
        return times.size() <= most;
    }

    private boolean broken(String what) {
        if (violations.size() < KEPT) {
            violations.add(what);
        }
        return false;
    }
}
