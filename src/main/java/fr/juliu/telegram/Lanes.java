package fr.juliu.telegram;

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
 * What waits, chat by chat: one parcel of a chat is under way at a time, in order, and the chats take turns.
 *
 * <p>Not for several threads at once.
 */
final class Lanes {

    /** The parcels of one chat; the first stays until it is done. */
    private static final class Lane {

        private final Deque<Parcel> parcels = new ArrayDeque<>();
        private Instant notBefore = Instant.MIN;
        private boolean busy;
    }

    /** The chat whose turn is next comes first. */
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private int size;

    /** Puts a parcel behind those of its chat. */
    void add(Parcel parcel) {
        lanes.computeIfAbsent(parcel.chat(), chat -> new Lane()).parcels.addLast(parcel);
        size++;
    }

    /** How many parcels wait or are under way. */
    int size() {
        return size;
    }

    /** How many parcels of a chat wait or are under way. */
    int length(String chat) {
        Lane lane = lanes.get(chat);
        return lane == null ? 0 : lane.parcels.size();
    }

    /**
     * The next parcel that may go, which is under way from now on.
     *
     * @param limits takes the room for a message to a chat, or says how long there is none
     */
    Optional<Parcel> next(Instant now, Function<String, Duration> limits) {
        for (Map.Entry<String, Lane> entry : new ArrayList<>(lanes.entrySet())) {
            Lane lane = entry.getValue();
            if (lane.busy || lane.notBefore.isAfter(now)) {
                continue;
            }
            if (lane.parcels.isEmpty()) {
                lanes.remove(entry.getKey());
                continue;
            }
            Duration pause = limits.apply(entry.getKey());
            if (pause.isZero()) {
                lane.busy = true;
                lanes.remove(entry.getKey());
                lanes.put(entry.getKey(), lane);
                return Optional.of(lane.parcels.getFirst());
            }
            lane.notBefore = now.plus(pause);
        }
        return Optional.empty();
    }

    /** When the next parcel may go; nothing when none waits. */
    Optional<Instant> nextTurn() {
        return lanes.values().stream().filter(lane -> !lane.busy && !lane.parcels.isEmpty()).map(lane -> lane.notBefore)
                .min(Instant::compareTo);
    }

    /** Whether this very parcel is under way. */
    boolean isUnderWay(Parcel parcel) {
        Lane lane = lanes.get(parcel.chat());
        return lane != null && lane.busy && parcel.equals(lane.parcels.peekFirst());
    }

    /** The parcel under way is done. */
    void done(String chat) {
        Lane lane = lane(chat);
        lane.busy = false;
        lane.parcels.removeFirst();
        size--;
        if (lane.parcels.isEmpty()) {
            lanes.remove(chat);
        }
    }

    /** The parcel under way is to go again, in this form, and nothing of its chat before it. */
    void again(Parcel parcel, Instant notBefore) {
        Lane lane = lane(parcel.chat());
        lane.busy = false;
        lane.notBefore = notBefore;
        lane.parcels.removeFirst();
        lane.parcels.addFirst(parcel);
    }

    /** Takes out the parcel under way and all of the outbox behind it; nothing goes to its chat for a while. */
    List<Parcel.Stored> takeOut(String chat, Instant notBefore) {
        Lane lane = lane(chat);
        lane.busy = false;
        lane.notBefore = notBefore;
        List<Parcel.Stored> stored = lane.parcels.stream().filter(Parcel.Stored.class::isInstance)
                .map(Parcel.Stored.class::cast).toList();
        lane.parcels.removeAll(stored);
        size -= stored.size();
        return stored;
    }

    /** What waits for a chat goes to another one, before what waits there already. */
    void move(String from, String to) {
        Lane lane = lane(from);
        lanes.remove(from);
        Lane there = lanes.computeIfAbsent(to, chat -> new Lane());
        Optional<Parcel> underWay = there.busy ? Optional.of(there.parcels.removeFirst()) : Optional.empty();
        for (Parcel parcel : List.copyOf(lane.parcels).reversed()) {
            there.parcels.addFirst(parcel.to(to));
        }
        underWay.ifPresent(there.parcels::addFirst);
    }

    /** Takes out whatever is not under way. */
    List<Parcel> clear() {
        List<Parcel> taken = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            while (lane.parcels.size() > (lane.busy ? 1 : 0)) {
                taken.add(lane.parcels.removeLast());
            }
        }
        size -= taken.size();
        return taken;
    }

    private Lane lane(String chat) {
        Lane lane = lanes.get(chat);
        if (lane == null) {
            throw new IllegalStateException("nothing is under way to this chat");
        }
        return lane;
    }
}
