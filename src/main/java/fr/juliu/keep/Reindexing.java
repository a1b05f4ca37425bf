package fr.juliu.keep;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.edition.Scorecard;
import fr.juliu.keep.git.Commit;
import fr.juliu.keep.git.Pull;
import fr.juliu.keep.git.Pulling;
import fr.juliu.keep.git.Upstream;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the folder anew, builds an edition beside the current one, asks it the known questions, sees what would be lost,
 * and publishes it in one step; or publishes nothing and says why. One at a time.
 */
public final class Reindexing {

    private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);

    private final LibraryReader reader;
    private final ConfigFolder config;
    private final CurrentEdition current;
    private final Clock clock;
    private final Publications publications;
    private final KnownOutcomes outcomes;
    private final ReentrantLock running = new ReentrantLock();
    private final Upstream upstream;
    private final EditionSources sources = new EditionSources();
    private final CatchingUp catching;

    /** Reindexing of a folder whose files come from nowhere else, by which nothing is remembered in another start. */
    public Reindexing(LibraryReader reader, ConfigFolder config, CurrentEdition current, Publications publications,
            Clock clock) {
        this(reader, config, current, publications, KnownOutcomes.in(null),
                new Upstream(reader.folder(), Pulling.OFF, Duration.ZERO, clock), clock);
    }

    /**
     * Reindexing.
     *
     * @param outcomes remember which known questions the published edition answers rightly
     * @param upstream where the folder is pulled from before it is read
     */
    Reindexing(LibraryReader reader, ConfigFolder config, CurrentEdition current, Publications publications,
            KnownOutcomes outcomes, Upstream upstream, Clock clock) {
        this.outcomes = outcomes;
        this.reader = reader;
        this.config = config;
        this.current = current;
        this.publications = publications;
        this.clock = clock;
        this.upstream = upstream;
        sources.put(current.get(), new EditionSources.Source(config.texts(), upstream.commit()));
        catching = new CatchingUp(reader, config, current, upstream, sources, clock);
    }

    /** How far to go. */
    public enum Mode {
        /** To see what would come out; nothing is published. */
        CHECK,
        /** To publish unless a file is broken, a known question that passed would fail, or something would be lost. */
        PUBLISH,
        /** To publish like that, and to let nobody who watches a permit be told for now. */
        HOLD,
        /** To publish whatever would fail or be lost; never with a broken file. */
        FORCE
    }

    /** What came of it. */
    public enum Outcome {
        /** The new edition answers from now on. */
        PUBLISHED,
        /** It was a check alone. */
        CHECKED,
        /** Nothing changed since the current edition was made, which stays as it is, and so does the one before. */
        UNCHANGED,
        /** The folder is a git clone, and what its remote has could not be pulled. */
        NOT_PULLED,
        /** A file is broken, or no article is readable. */
        BROKEN,
        /** Known questions that passed would fail. */
        WORSE,
        /** Sections or rows of the table would be lost, and no known question tells. */
        LOST,
        /** Another one is running. */
        BUSY
    }

    /**
     * What a reindexing found.
     *
     * @param problems what is wrong with files, by file and line
     * @param setbacks what is worse than in the current edition; none when nothing was built
     * @param misses   all known questions that the new edition answers wrongly; none when they were not asked
     * @param right    known questions that the new edition answers rightly
     * @param changes  how the new edition differs from the current one
     * @param watchers how many chats are told of changes of the table, or would be
     * @param held     whether they are not told for now
     * @param git      what git had to do with it, in words for the keeper; empty when the folder is no clone
     */
    public record Report(Outcome outcome, int articles, List<Problem> problems, Setbacks setbacks,
            List<Scorecard.Miss> misses, int right, int questions, List<ChangeList> changes, int watchers,
            boolean held, String git, Duration took) {

        public Report {
            changes = List.copyOf(changes);
            problems = List.copyOf(problems);
            misses = List.copyOf(misses);
        }

        /** What came of it, in words for the keeper. */
        public String verdict() {
            return switch (outcome) {
                case PUBLISHED -> "已发布新版。";
                case CHECKED -> isSound() ? "检查完了，可以发布。" : "检查完了，有问题，什么都没有发布。";
                case UNCHANGED -> "没有改动，不用发布，还用现在的版本。";
                case NOT_PULLED -> "没有拉取到新的文章，没有发布，还用原来的版本。";
                case BROKEN -> "有文件读不了，没有发布，还用原来的版本。";
                case WORSE -> "有本来答对的问题会答错，没有发布，还用原来的版本。";
                case LOST -> "有内容会丢掉，没有发布，还用原来的版本。";
                case BUSY -> "另一次重建还没结束，请等它结束再试。";
            };
        }

        /** Whether it built an edition and asked it the known questions. */
        public boolean isScored() {
            return switch (outcome) {
                case PUBLISHED, CHECKED, WORSE, LOST -> true;
                case UNCHANGED, NOT_PULLED, BROKEN, BUSY -> false;
            };
        }

        /** Whether nothing that was found speaks against publishing. */
        public boolean isSound() {
            return setbacks.isEmpty() && problems.stream().noneMatch(Reindexing::isError);
        }
    }

    /** Does it, telling of each step. */
    public Report run(Mode mode, Consumer<String> progress) {
        Instant begun = clock.instant();
        if (!running.tryLock()) {
            return unscored(Outcome.BUSY, current.get().library(), List.of(), "", Duration.ZERO);
        }
        try {
            Pull pull = upstream.pull();
            if (pull instanceof Pull.Failed failed) {
                return logged(mode, unscored(Outcome.NOT_PULLED, current.get().library(), List.of(), failed.told(),
                        since(begun)));
            }
            Optional<Commit> commit = upstream.commit();
            String git = pull.told() + commit.map(each -> "文章是 git 的" + each.told() + "。").orElse("");
            return read(mode, progress, begun, commit, git);
        } catch (ConfigException e) {
            return logged(mode, unscored(Outcome.BROKEN, current.get().library(), List.of(e.problem()), "",
                    since(begun)));
        } finally {
            running.unlock();
        }
    }

    /** Does something about editions while nobody else does here; false where that is not so now. */
    boolean between(Consumer<CatchingUp> work) {
        if (!running.tryLock()) {
            return false;
        }
        try {
            work.accept(catching);
            return true;
        } finally {
            running.unlock();
        }
    }

    /** The commit that the folder stood at when an edition was made; empty when it is no git clone. */
    public Optional<Commit> commit(Edition edition) {
        return sources.of(edition).commit();
    }

    /** What changed from one edition that was published here to another. */
    public List<ChangeList> changes(Edition before, Edition after) {
        return ChangeList.between(before.library(), after.library(), sources.of(before).words(),
                sources.of(after).words());
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
            Edition before = current.get();
            Optional<Edition> back = current.rollback();
            back.ifPresent(edition -> {
                publications.tell(edition, Publications.Manner.BACK, commitId(edition));
                LOG.info("Brought back edition {} in place of {}", edition.id(), before.id());
            });
            return back.<Rollback>map(Rollback.Done::new).orElseGet(Rollback.Nothing::new);
        } finally {
            running.unlock();
        }
    }

    private Report read(Mode mode, Consumer<String> progress, Instant begun, Optional<Commit> commit, String git) {
        progress.accept("正在读文章…");
        Library library = reader.read();
        if (library.articles().isEmpty() || library.problems().stream().anyMatch(Reindexing::isError)) {
            return logged(mode, unscored(Outcome.BROKEN, library, library.problems(), git, since(begun)));
        }
        EditionSources.Source source = new EditionSources.Source(config.texts(), commit);
        Edition now = current.get();
        if (mode != Mode.CHECK && library.equals(now.library()) && source.words().equals(sources.of(now).words())
                && publications.isShared(now)) {
            sources.put(now, source);
            return logged(mode, unscored(Outcome.UNCHANGED, library, now.problems(), git, since(begun)));
        }
        progress.accept("读了 " + library.articles().size() + " 篇文章，正在建索引…");
        return build(library, source, mode, progress, begun, git);
    }

    private Report build(Library library, EditionSources.Source source, Mode mode, Consumer<String> progress,
            Instant begun,
            String git) {
        Edition now = current.get();
        Edition next = now.next(library, config, clock);
        next.warmUp();
        progress.accept("索引建好了，正在问 " + library.questions().size() + " 个已知问题…");
        List<Scorecard.Miss> misses = Scorecard.of(next, library.questions()).misses();
        Setbacks setbacks = Setbacks.of(now, library, misses);
        Outcome outcome = switch (mode) {
            case CHECK -> Outcome.CHECKED;
            case PUBLISH, HOLD -> setbacks.isEmpty()
                    ? Outcome.PUBLISHED
                    : setbacks.worse().isEmpty() ? Outcome.LOST : Outcome.WORSE;
            case FORCE -> Outcome.PUBLISHED;
        };
        List<ChangeList> changes = ChangeList.between(now.library(), library, sources.of(now).words(),
                source.words());
        int watchers = publications.wouldTell(next);
        if (outcome == Outcome.PUBLISHED) {
            sources.put(next, source);
            current.publish(next);
            publications.tell(next, mode == Mode.HOLD ? Publications.Manner.HELD : Publications.Manner.FORTH,
                    commitId(next));
            outcomes.published(library, misses);
        }
        return logged(mode, new Report(outcome, library.articles().size(), next.problems(), setbacks, misses,
                library.questions().size() - misses.size(), library.questions().size(), changes,
                watchers, mode == Mode.HOLD, git, since(begun)));
    }

    private @Nullable String commitId(Edition edition) {
        return commit(edition).map(Commit::id).orElse(null);
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, clock.instant());
    }

    private Report logged(Mode mode, Report report) {
        ReindexLog.tell(mode, report, current.get().id());
        return report;
    }

    private static Report unscored(Outcome outcome, Library library, List<Problem> problems, String git,
            Duration took) {
        return new Report(outcome, library.articles().size(), problems, Setbacks.NONE, List.of(), 0,
                library.questions().size(), List.of(), 0, false, git, took);
    }

    static boolean isError(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR;
    }
}
