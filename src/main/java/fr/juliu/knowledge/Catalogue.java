package fr.juliu.knowledge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The permits and procedures that people ask about, with the words they use.
 *
 * @param permits    by id, in the order of the file
 * @param words      classes of words that names may refer to as {@code <class>}
 * @param notPermits words that contain a permit's name and mean something else
 */
public record Catalogue(Map<String, Permit> permits, Map<String, List<String>> words, List<String> notPermits) {

    public Catalogue {
        permits = new LinkedHashMap<>(permits);
        words = Map.copyOf(words);
        notPermits = List.copyOf(notPermits);
        for (Permit permit : permits.values()) {
            requireKnown(permits, permit, permit.includes());
            requireKnown(permits, permit, permit.see());
            requireKnown(permits, permit, permit.confused());
            requireKnown(permits, permit, permit.partOf() == null ? List.of() : List.of(permit.partOf()));
        }
    }

    /** The permit with that id. */
    public Optional<Permit> find(String id) {
        return Optional.ofNullable(permits.get(id));
    }

    /** The catalogue without any permit. */
    public Catalogue withoutPermits() {
        return new Catalogue(Map.of(), words, List.of());
    }

    /** All permits, in the order of the file. */
    public Collection<Permit> all() {
        return permits.values();
    }

    private static void requireKnown(Map<String, Permit> permits, Permit permit, List<String> ids) {
        for (String id : ids) {
            if (!permits.containsKey(id)) {
                throw new IllegalArgumentException("permit '" + permit.id() + "' names an unknown permit '" + id + "'");
            }
        }
    }
}
