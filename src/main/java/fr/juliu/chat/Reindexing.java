package fr.juliu.chat;

import fr.juliu.answer.Edition;
import fr.juliu.answer.EditionChange;
import fr.juliu.answer.Scorecard;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folder anew, builds an edition beside the current one, asks it the known questions, and publishes it in one
 * step; or publishes nothing and says why. One at a time.
 */
public final class Reindexing {

    private final LibraryReader reader;
    private final ConfigFolder config;
    private final CurrentEdition current;
    private final Clock clock;
    private final Publications publications;
    private final ReentrantLock running = new ReentrantLock();

    public Reindexing(LibraryReader reader, ConfigFolder config, CurrentEdition current, Publications publications,
            Clock clock) {
        this.reader = reader;
        this.config = config;
        this.current = current;
        this.publications = publications;
        this.clock = clock;
    }

    /** How far to go. */
    public enum Mode {
        /** To see what would come out; nothing is published. */
        CHECK,
        /** To publish unless a file is broken or a known question that passed would fail. */
        PUBLISH,
        /** To publish although known questions that passed would fail; never with a broken file. */
        FORCE
    }

    /** What came of it. */
    public enum Outcome {
        /** The new edition answers from now on. */
        PUBLISHED,
        /** It was a check alone. */
        CHECKED,
        /** A file is broken, or no article is readable. */
        BROKEN,
        /** Known questions that passed would fail. */
        WORSE,
        /** Another one is running. */
        BUSY
    }

    /**
     * What a reindexing found.
     *
     * @param problems what is wrong with files, by file and line
     * @param worse    known questions that pass now and would fail
     * @param misses   all known questions that the new edition answers wrongly; none when they were not asked
     * @param right    known questions that the new edition answers rightly
     * @param change   how the new edition differs from the current one
     */
    public record Report(Outcome outcome, int articles, List<Problem> problems, List<Scorecard.Miss> worse,
            List<Scorecard.Miss> misses, int right, int questions, EditionChange change, Duration took) {

        public Report {
            problems = List.copyOf(problems);
            worse = List.copyOf(worse);
            misses = List.copyOf(misses);
        }

        /** Whether nothing that was found speaks against publishing. */
        public boolean isSound() {
            return worse.isEmpty() && problems.stream().noneMatch(Reindexing::isError);
        }
    }

    /** Does it, telling of each step. */
    public Report run(Mode mode, Consumer<String> progress) {
        Instant begun = clock.instant();
        if (!running.tryLock()) {
            return report(Outcome.BUSY, current.get().library(), List.of(), List.of(), List.of(), begun);
        }
        try {
            progress.accept("正在读文章…");
            Library library = reader.read();
            if (library.articles().isEmpty() || library.problems().stream().anyMatch(Reindexing::isError)) {
                return report(Outcome.BROKEN, library, library.problems(), List.of(), List.of(), begun);
            }
            progress.accept("读了 " + library.articles().size() + " 篇文章，正在建索引…");
            return build(library, mode, progress, begun);
        } catch (ConfigException e) {
            Problem broken = new Problem("config", 0, Problem.Severity.ERROR, String.valueOf(e.getMessage()));
            return report(Outcome.BROKEN, current.get().library(), List.of(broken), List.of(), List.of(), begun);
        } finally {
            running.unlock();
        }
    }

    /** What came of bringing the last edition back. */
    public sealed interface Rollback {

        /** This edition is back. */
        record Done(Edition edition) implements Rollback {
        }

        /** There is none since the start. */
        record Nothing() implements Rollback {
        }

        /** A reindexing is running, which would publish over it. */
        record Busy() implements Rollback {
        }
    }

    /** Brings the last edition back; a second time, the one that it took the place of. */
    public Rollback rollback() {
        if (!running.tryLock()) {
            return new Rollback.Busy();
        }
        try {
            Optional<Edition> back = current.rollback();
            back.ifPresent(edition -> publications.tell(edition.library(), true));
            return back.<Rollback>map(Rollback.Done::new).orElseGet(Rollback.Nothing::new);
        } finally {
            running.unlock();
        }
    }

    private Report build(Library library, Mode mode, Consumer<String> progress, Instant begun) {
        Edition now = current.get();
        Edition next = now.next(library, config, clock);
        next.warmUp();
        progress.accept("索引建好了，正在问 " + library.questions().size() + " 个已知问题…");
        List<Scorecard.Miss> misses = Scorecard.of(next, library.questions()).misses();
        List<Scorecard.Miss> worse = worse(now, library, misses);
        Outcome outcome = switch (mode) {
            case CHECK -> Outcome.CHECKED;
            case PUBLISH -> worse.isEmpty() ? Outcome.PUBLISHED : Outcome.WORSE;
            case FORCE -> Outcome.PUBLISHED;
        };
        Report report = report(outcome, library, next.problems(), worse, misses, begun);
        if (outcome == Outcome.PUBLISHED) {
            current.publish(next);
            publications.tell(library, false);
        }
        return report;
    }

    private Report report(Outcome outcome, Library library, List<Problem> problems, List<Scorecard.Miss> worse,
            List<Scorecard.Miss> misses, Instant begun) {
        return new Report(outcome, library.articles().size(), problems, worse, misses,
                library.questions().size() - misses.size(), library.questions().size(),
                EditionChange.between(current.get().library(), library), Duration.between(begun, clock.instant()));
    }

    /** The misses that the current edition answers rightly: the question is the same, and the new expectation counts. */
    private static List<Scorecard.Miss> worse(Edition now, Library library, List<Scorecard.Miss> misses) {
        Map<String, KnownQuestion> before = now.library().questions().stream()
                .collect(Collectors.toMap(KnownQuestion::id, Function.identity(), (a, b) -> a));
        Set<String> asked = misses.stream().map(miss -> miss.question().id()).collect(Collectors.toSet());
        List<KnownQuestion> same = library.questions().stream().filter(question -> asked.contains(question.id()))
                .filter(question -> isSame(question, before.get(question.id())))
                .map(question -> before.getOrDefault(question.id(), question)).toList();
        Set<String> failed = Scorecard.of(now, same).misses().stream().map(miss -> miss.question().id())
                .collect(Collectors.toSet());
        Set<String> passed = same.stream().map(KnownQuestion::id).filter(id -> !failed.contains(id))
                .collect(Collectors.toSet());
        return misses.stream().filter(miss -> passed.contains(miss.question().id())).toList();
    }

    private static boolean isSame(KnownQuestion question, @Nullable KnownQuestion before) {
        return before != null && before.question().equals(question.question())
                && before.after().equals(question.after());
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR;
    }
}
