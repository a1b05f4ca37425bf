package fr.juliu.telegram.send;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What waits, chat by chat: one item of a chat is under way at a time, in order, and the chats take turns.
 *
 * <p>Not for several threads at once.
 */
final class SendQueues {

    /** The items of one chat; the first stays until it is done. */
    private static final class SendQueue {

        private final Deque<OutboxItem> items = new ArrayDeque<>();
        private Instant notBefore = Instant.MIN;
        private boolean busy;
    }

    /** The chat whose turn is next comes first. */
    private final Map<String, SendQueue> queues = new LinkedHashMap<>();
    private int size;

    /** Puts an item behind those of its chat. */
    void add(OutboxItem item) {
        queues.computeIfAbsent(item.chat(), chat -> new SendQueue()).items.addLast(item);
        size++;
    }

    /** How many items wait or are under way. */
    int size() {
        return size;
    }

    /** How many items of a chat wait or are under way. */
    int length(String chat) {
        SendQueue queue = queues.get(chat);
        return queue == null ? 0 : queue.items.size();
    }

    /**
     * The next item that may go, which is under way from now on.
     *
     * @param limits takes the room for a message to a chat, or says how long there is none
     */
    Optional<OutboxItem> next(Instant now, Function<String, Duration> limits) {
        for (Map.Entry<String, SendQueue> entry : new ArrayList<>(queues.entrySet())) {
            SendQueue queue = entry.getValue();
            if (queue.busy || queue.notBefore.isAfter(now)) {
                continue;
            }
            if (queue.items.isEmpty()) {
                queues.remove(entry.getKey());
                continue;
            }
            Duration pause = limits.apply(entry.getKey());
            if (pause.isZero()) {
                queue.busy = true;
                queues.remove(entry.getKey());
                queues.put(entry.getKey(), queue);
                return Optional.of(queue.items.getFirst());
            }
            queue.notBefore = now.plus(pause);
        }
        return Optional.empty();
    }

    /** When the next item may go; nothing when none waits. */
    Optional<Instant> nextTurn() {
        return queues.values().stream().filter(queue -> !queue.busy && !queue.items.isEmpty())
                .map(queue -> queue.notBefore)
                .min(Instant::compareTo);
    }

    /** Whether this very item is under way. */
    boolean isUnderWay(OutboxItem item) {
        SendQueue queue = queues.get(item.chat());
        return queue != null && queue.busy && item.equals(queue.items.peekFirst());
    }

    /** The item under way is done. */
    void done(String chat) {
        SendQueue queue = queue(chat);
        queue.busy = false;
        queue.items.removeFirst();
        size--;
        if (queue.items.isEmpty()) {
            queues.remove(chat);
        }
    }

    /** The item under way is to go again, in this form, and nothing of its chat before it. */
    void again(OutboxItem item, Instant notBefore) {
        SendQueue queue = queue(item.chat());
        queue.busy = false;
        queue.notBefore = notBefore;
        queue.items.removeFirst();
        queue.items.addFirst(item);
    }

    /** Takes out the item under way and all of the outbox behind it; nothing goes to its chat for a while. */
    List<OutboxItem.Stored> takeOut(String chat, Instant notBefore) {
        SendQueue queue = queue(chat);
        queue.busy = false;
        queue.notBefore = notBefore;
        List<OutboxItem.Stored> stored = queue.items.stream().filter(OutboxItem.Stored.class::isInstance)
                .map(OutboxItem.Stored.class::cast).toList();
        queue.items.removeAll(stored);
        size -= stored.size();
        return stored;
    }

    /** What waits for a chat goes to another one, before what waits there already. */
    void move(String from, String to) {
        SendQueue queue = queue(from);
        queues.remove(from);
        SendQueue there = queues.computeIfAbsent(to, chat -> new SendQueue());
        Optional<OutboxItem> underWay = there.busy ? Optional.of(there.items.removeFirst()) : Optional.empty();
        for (OutboxItem item : List.copyOf(queue.items).reversed()) {
            there.items.addFirst(item.to(to));
        }
        underWay.ifPresent(there.items::addFirst);
    }

    /** Takes out whatever is not under way. */
    List<OutboxItem> clear() {
        List<OutboxItem> taken = new ArrayList<>();
        for (SendQueue queue : queues.values()) {
            while (queue.items.size() > (queue.busy ? 1 : 0)) {
                taken.add(queue.items.removeLast());
            }
        }
        size -= taken.size();
        return taken;
    }

    private SendQueue queue(String chat) {
        SendQueue queue = queues.get(chat);
        if (queue == null) {
            throw new IllegalStateException("nothing is under way to this chat");
        }
        return queue;
    }
}
