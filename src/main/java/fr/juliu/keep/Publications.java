package fr.juliu.keep;

import fr.juliu.edition.Edition;
import fr.juliu.edition.EditionChange;
import fr.juliu.edition.EditionContents;
import fr.juliu.keep.watch.Watching;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.Replicas;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What readers are told of editions: how each differed from the one told before, whoever published it and whether or not
 * the app ran meanwhile.
 */
public final class Publications {

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

    private final EditionHistory history;
    private final Watching watching;
    private final Replicas replicas;
    private final JsonMapper json = new JsonMapper();

    public Publications(EditionHistory history, Watching watching, Replicas replicas) {
        this.history = history;
        this.watching = watching;
        this.replicas = replicas;
    }

    /**
     * An edition that took the place of another.
     *
     * @param id   the same wherever and whenever this edition takes the place of that one
     * @param back whether it is an earlier one that was brought back
     */
    public record Publication(Instant at, String id, EditionChange change, boolean back) {
    }

    /**
     * The edition that readers were told of last.
     *
     * @param edition its fingerprint
     * @param since   when they were
     */
    public record Told(String edition, Instant since) {
    }

    /** The last twenty at most, newest first. */
    public List<Publication> latest() {
        return history.steps().stream().flatMap(step -> read(step.change(), EditionChange.class)
                .map(change -> new Publication(step.at(), step.edition() + "-" + step.earlier(), change, step.back()))
                .stream()).toList();
    }

    /** The edition told last; empty before the first. */
    public Optional<Told> last() {
        return history.last().map(last -> new Told(last.edition(), last.since()));
    }

    /** Tells of the edition that the app starts with; of none while files are broken and so left out for now. */
    void start(Edition edition) {
        if (isSound(edition)) {
            tell(edition, Manner.FORTH, null);
        }
    }

    /** Whether no file was left out of an edition for being broken. */
    static boolean isSound(Edition edition) {
        return edition.library().problems().stream().noneMatch(Reindexing::isError);
    }

    /** Whether an edition is the one that all replicas are to answer from. */
    boolean isShared(Edition edition) {
        return !replicas.isShared() || replicas.published()
                .filter(published -> published.edition().equals(edition.id())).isPresent();
    }

    /** How an edition is told of. */
    enum Manner {
        /** It is a new one. */
        FORTH,
        /** It is an earlier one that was brought back. */
        BACK,
        /** It is a new one, of which watchers are not to be told for now. */
        HELD
    }

    /**
     * Tells how an edition differs from the one told last, if it does, and has all replicas answer from it; the first one
     * is told by itself. What its tables say of each permit is taken down for watchers together with it or not at all.
     *
     * @param commit what git calls the state of the folder that it was made of; null when that is no clone
     */
    void tell(Edition edition, Manner manner, @Nullable String commit) {
        EditionContents now = EditionContents.of(edition.library());
        Map<String, String> states = Watching.states(edition);
        boolean done;
        do {
            // again where another process told of its edition meanwhile
            done = history.together(() -> {
                boolean told = told(history.last().orElse(null), now, manner == Manner.BACK);
                if (told) {
                    watching.published(states, manner == Manner.HELD);
                    replicas.publish(edition.id(), commit);
                }
                return told;
            });
        } while (!done);
    }

    /** How many chats would be told of changes if an edition were published. */
    int wouldTell(Edition next) {
        return watching.wouldTell(next);
    }

    private boolean told(EditionHistory.@Nullable Last last, EditionContents now, boolean back) {
        String edition = now.fingerprint();
        if (last == null) {
            return history.begin(edition, json.writeValueAsString(now));
        }
        if (last.edition().equals(edition)) {
            return true;
        }
        String contents = json.writeValueAsString(now);
        Optional<EditionChange> change = read(last.contents(), EditionContents.class)
                .map(before -> EditionChange.between(before, now)).filter(found -> !found.isEmpty());
        return change.isEmpty()
                ? history.replace(last.edition(), edition, contents)
                : history.follow(last.edition(), edition, contents, json.writeValueAsString(change.get()), back);
    }

    /** What was written; empty when another version of the app wrote it. */
    private <T> Optional<T> read(String text, Class<T> kind) {
        try {
            return Optional.of(json.readValue(text, kind));
        } catch (JacksonException e) {
            LOG.warn("What changed in an edition was written by another version, and is not told", e);
            return Optional.empty();
        }
    }
}
