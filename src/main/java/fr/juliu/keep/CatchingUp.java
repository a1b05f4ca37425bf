package fr.juliu.keep;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.edition.EditionId;
import fr.juliu.keep.git.Commit;
import fr.juliu.keep.git.Pull;
import fr.juliu.keep.git.Upstream;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Problem;
import fr.juliu.store.Replicas;
import java.time.Clock;
import java.util.Optional;

/**
 * Puts an edition in place that another replica published: the one before, if it is that, else one built from this
 * replica's own folder, which has to give the very same content. Readers are told of it by whoever published it.
 */
final class CatchingUp {

    private final LibraryReader reader;
    private final ConfigFolder config;
    private final CurrentEdition current;
    private final Upstream upstream;
    private final EditionSources sources;
    private final Clock clock;

    CatchingUp(LibraryReader reader, ConfigFolder config, CurrentEdition current, Upstream upstream,
            EditionSources sources, Clock clock) {
        this.reader = reader;
        this.config = config;
        this.current = current;
        this.upstream = upstream;
        this.sources = sources;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** It answers from now on. */
        record Done() implements Outcome {
        }

        /**
         * It cannot be built here, and the one in place stays.
         *
         * @param why in words for the operator
         */
        record Unable(String why) implements Outcome {
        }
    }

    Outcome to(Replicas.Published published) {
        if (current.last().filter(last -> last.id().equals(published.edition())).isPresent()) {
            current.rollback();
            return new Outcome.Done();
        }
        Pull pull = upstream.pull(published.commit());
        try {
            return fromFolder(published, pull);
        } catch (ConfigException e) {
            return new Outcome.Unable(e.problem().toString());
        }
    }

    private Outcome fromFolder(Replicas.Published published, Pull pull) {
        Library library = reader.read();
        Optional<Commit> commit = upstream.commit();
        EditionSources.Source source = new EditionSources.Source(config.texts(), commit);
        String here = EditionId.of(library, source.words());
        if (!here.equals(published.edition())) {
            return new Outcome.Unable(why(library, here, commit, pull));
        }
        Edition next = current.get().next(library, config, clock);
        if (!next.id().equals(here)) {
            return new Outcome.Unable("its settings changed while they were read");
        }
        next.warmUp();
        sources.put(next, source);
        current.publish(next);
        return new Outcome.Done();
    }

    private static String why(Library library, String here, Optional<Commit> commit, Pull pull) {
        Optional<Problem> broken = library.problems().stream().filter(Reindexing::isError).findFirst();
        if (broken.isPresent()) {
            return broken.get().toString();
        }
        return (pull instanceof Pull.Failed ? "its clone could not be pulled; " : "") + "its folder gives edition "
                + here + commit.map(each -> " (commit " + each.id() + (each.edited() ? ", edited since)" : ")"))
                        .orElse("");
    }
}
