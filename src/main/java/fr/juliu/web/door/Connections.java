package fr.juliu.web.door;

import fr.juliu.web.ClientAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are open: so many in all, and so many of one address. When there are too many, the one that has
 * waited longest makes room for the new one, so that whoever only waits cannot keep others out; one that is being
 * answered never does.
 */
final class Connections {

    private final int most;
    private final int mostOfOne;
    private final Duration arrival;
    private final ClientAddress addresses;
    private final LongSupplier nanos;
    private final Map<SocketChannel, Connection> open = new HashMap<>();
    private final Map<Connection, String> owners = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private volatile boolean closing;
    private long shed;

    /**
     * No connections yet.
     *
     * @param nanos a clock that only goes forward
     */
    Connections(DoorSettings settings, ClientAddress addresses, LongSupplier nanos) {
        this.most = settings.mostConnections();
        this.mostOfOne = settings.mostOfOneAddress();
        this.arrival = settings.arrival();
        this.addresses = addresses;
        this.nanos = nanos;
    }

    int most() {
        return most;
    }

    /** Lets a connection in; false when there is no room. Of trusted proxies there may be any number. */
    synchronized boolean admit(SocketChannel channel, InetSocketAddress from, boolean plain) {
        String peer = from.getAddress().getHostAddress();
        String owner = addresses.of(peer, List.of());
        Connection connection = new Connection(channel, peer, plain, nanos.getAsLong());
        boolean room = (addresses.isProxy(peer) || hasRoomFor(owner)) && (open.size() < most || isRoomMadeByBiggest());
        if (!room) {
            shed++;
            connection.refuse();
            return false;
        }
        open.put(channel, connection);
        own(connection, owner);
        return true;
    }

    /**
     * Counts a connection from a trusted proxy to the client whose request it carries now; false when that client has too
     * many.
     */
    synchronized boolean isAllowedTo(Connection connection, String client) {
        if (!owners.containsKey(connection) || client.equals(owners.get(connection))) {
            return true;
        }
        if (!hasRoomFor(client)) {
            shed++;
            return false;
        }
        disown(connection);
        own(connection, client);
        return true;
    }

    /** Notes that a connection has nothing more to do for now, and is its peer's again. */
    synchronized void rests(Connection connection) {
        connection.rests(nanos.getAsLong());
        if (owners.containsKey(connection) && addresses.isProxy(connection.peer())) {
            disown(connection);
            own(connection, addresses.of(connection.peer(), List.of()));
        }
    }

    /** The connection over a channel; null when it is no longer counted. */
    synchronized @Nullable Connection of(@Nullable SocketChannel channel) {
        return open.get(channel);
    }

    synchronized void forget(@Nullable SocketChannel channel) {
        Connection connection = open.remove(channel);
        if (connection != null) {
            disown(connection);
        }
    }

    long now() {
        return nanos.getAsLong();
    }

    /** Ends what takes too long. */
    synchronized void sweep() {
        long now = nanos.getAsLong();
        open.values().forEach(connection -> connection.hurry(now, arrival));
    }

    /** From now on each connection is closed behind its answer. */
    void close() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    /** Whether no request is under way. */
    synchronized boolean isQuiet() {
        return open.values().stream().noneMatch(Connection::isUnderWay);
    }

    synchronized int size() {
        return open.size();
    }

    /** How many were turned away or given up for others since the start. */
    synchronized long shed() {
        return shed;
    }

    private boolean hasRoomFor(String owner) {
        return counts.getOrDefault(owner, 0) < mostOfOne || isRoomMade(owner::equals);
    }

    private boolean isRoomMadeByBiggest() {
        Optional<String> biggest = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return isRoomMade(owner -> biggest.filter(owner::equals).isPresent()) || isRoomMade(owner -> true);
    }

    /** Gives up the connection of such an owner that has waited longest. */
    private boolean isRoomMade(Predicate<String> owner) {
        Optional<Connection> oldest = owners.entrySet().stream()
                .filter(owned -> owner.test(owned.getValue()) && owned.getKey().isWaiting()).map(Map.Entry::getKey)
                .min(Comparator.comparingLong(Connection::since));
        if (oldest.isEmpty() || !oldest.get().giveUp()) {
            return false;
        }
        shed++;
        forget(oldest.get().channel());
        return true;
    }

    private void own(Connection connection, String owner) {
        owners.put(connection, owner);
        counts.merge(owner, 1, Integer::sum);
    }

    private void disown(Connection connection) {
        String owner = owners.remove(connection);
        counts.computeIfPresent(Objects.requireNonNullElse(owner, ""), (key, count) -> count == 1 ? null : count - 1);
    }
}
