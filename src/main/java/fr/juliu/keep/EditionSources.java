package fr.juliu.keep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.juliu.edition.Edition;
import fr.juliu.keep.git.Commit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What editions were made of beside their articles; by identity, and as long as an edition is held. */
final class EditionSources {

    private static final Source UNKNOWN = new Source(Map.of(), Optional.empty());

    private final Cache<Edition, Source> sources = Caffeine.newBuilder().weakKeys().build();

    /**
     * What an edition was made of.
     *
     * @param words  the settings files by name
     * @param commit the commit that the folder stood at; empty when it is no git clone
     */
    record Source(Map<String, String> words, Optional<Commit> commit) {
    }

    void put(Edition edition, Source source) {
        sources.put(edition, source);
    }

    Source of(Edition edition) {
        return Objects.requireNonNullElse(sources.getIfPresent(edition), UNKNOWN);
    }
}
