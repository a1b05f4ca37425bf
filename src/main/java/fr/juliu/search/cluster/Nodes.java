package fr.juliu.search.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** The nodes of a cluster, asked in turn; one that failed comes last for a while. */
final class Nodes {

    private final List<URI> nodes;
    private final long pause;
    /** Until when each is let alone; 0 for one that is not. */
    private final AtomicLongArray resting;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * Nodes.
     *
     * @param pause how long one is let alone that failed
     */
    Nodes(List<URI> nodes, Duration pause) {
        this.nodes = nodes;
        this.pause = pause.toNanos();
        resting = new AtomicLongArray(nodes.size());
    }

    /**
     * In which order they are tried this time, by number; a node alone twice, since a connection that was kept open may
     * have been closed at its end meanwhile.
     */
    List<Integer> order() {
        int first = Math.floorMod(turn.getAndIncrement(), nodes.size());
        List<Integer> order = new ArrayList<>();
        List<Integer> last = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int node = (first + i) % nodes.size();
            (isResting(node) ? last : order).add(node);
        }
        order.addAll(last);
        return nodes.size() == 1 ? List.of(0, 0) : order;
    }

    URI get(int node) {
        return nodes.get(node);
    }

    void failed(int node) {
        resting.set(node, Math.max(1, System.nanoTime() + pause));
    }

    void answered(int node) {
        resting.lazySet(node, 0);
    }

    /** Those that failed of late and did not answer since. */
    List<String> failing() {
        List<String> failing = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            if (resting.get(node) != 0) {
                failing.add(nodes.get(node).getAuthority());
            }
        }
        return failing;
    }

    private boolean isResting(int node) {
        long until = resting.get(node);
        return until != 0 && System.nanoTime() - until < 0;
    }
}
