package fr.juliu.chat;

import fr.juliu.answer.EditionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The last editions published since the start, newest first, each with what it changed. */
public final class Publications {

    private static final int MOST = 20;

    private final AtomicReference<List<Publication>> kept = new AtomicReference<>(List.of());

    /**
     * An edition that took the place of another.
     *
     * @param edition its fingerprint
     * @param back    whether it is an earlier one that was brought back
     */
    public record Publication(Instant at, String edition, EditionChange change, boolean back) {
    }

    /** The last twenty at most, newest first. */
    public List<Publication> latest() {
        return kept.get();
    }

    void add(Publication publication) {
        kept.updateAndGet(before -> {
            List<Publication> now = new ArrayList<>(before);
            now.addFirst(publication);
            return List.copyOf(now.subList(0, Math.min(MOST, now.size())));
        });
    }
}
