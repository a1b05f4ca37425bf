package fr.juliu.keep;

import fr.juliu.edition.Edition;
import fr.juliu.edition.EditionChange;
import fr.juliu.edition.EditionContents;
import fr.juliu.keep.watch.Watching;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import fr.juliu.store.EditionHistory;
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
    private final JsonMapper json = new JsonMapper();

    public Publications(EditionHistory history, Watching watching) {
        this.history = history;
        this.watching = watching;
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
        if (edition.library().problems().stream()
                .noneMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            tell(edition, Manner.FORTH);
        }
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

    /** Tells how an edition differs from the one told last, if it does; the first one is told by itself. */
    void tell(Edition edition, Manner manner) {
        tell(edition.library(), Watching.states(edition), manner);
    }

    /**
     * The same.
     *
     * @param states what its tables say of each permit, for watchers: taken down with it or not at all
     */
    void tell(Library library, Map<String, String> states, Manner manner) {
        EditionContents now = EditionContents.of(library);
        boolean done;
        do {
            // again where another process told of its edition meanwhile
            done = history.together(() -> {
                boolean told = told(history.last().orElse(null), now, manner == Manner.BACK);
                if (told) {
                    watching.published(states, manner == Manner.HELD);
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
