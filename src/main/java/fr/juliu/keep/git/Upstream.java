package fr.juliu.keep.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeResult;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.CheckoutConflictException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.RevWalkUtils;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The remote that a folder of articles is pulled from, where it is a git clone. */
public final class Upstream {

    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
    private static final String ORIGIN = "origin";
    private static final int SHORT = 7;
    private static final int MOST = 5;
    private static final String ALONE = "不想拉取，就请运行的人把 juliu.git.pull 设为 off。";

    private final Path folder;
    private final Pulling when;
    private final Duration patience;
    private final Clock clock;

    /**
     * The remote of a folder.
     *
     * @param patience how long the remote may be silent
     */
    public Upstream(Path folder, Pulling when, Duration patience, Clock clock) {
        this.folder = folder;
        this.when = when;
        this.patience = patience;
        this.clock = clock;
    }

    /** The commit that the folder stands at; empty when it is no part of a clone, or of one that cannot be read. */
    public Optional<Commit> commit() {
        try {
            Optional<GitClone> clone = around();
            return clone.isEmpty() ? Optional.empty() : commit(clone.get());
        } catch (IOException | GitAPIException | RuntimeException e) {
            LOG.warn("The git clone around {} cannot be read: {}", folder, withoutSecrets(e));
            return Optional.empty();
        }
    }

    /**
     * Fetches what the remote has, and merges it into the folder's branch: all of it or, when a line was changed on both
     * sides or a file has changes that are not committed, nothing.
     */
    public Pull pull() {
        return pull(null);
    }

    /**
     * The same, as far as one commit where the remote has it.
     *
     * @param commit its first digits; null for all that the remote has
     */
    public Pull pull(@Nullable String commit) {
        if (when == Pulling.OFF) {
            return new Pull.Off();
        }
        try {
            Optional<GitClone> clone = around();
            if (clone.isEmpty()) {
                return new Pull.Off();
            }
            try (Repository repository = clone.get().open(); Git git = new Git(repository)) {
                return when == Pulling.AUTO && !clone.get().isOwn(repository)
                        ? new Pull.Off()
                        : pull(git, repository, commit);
            }
        } catch (TransportException e) {
            LOG.warn("Not pulled into {}: {}", folder, withoutSecrets(e));
            return new Pull.Failed("从 git 拉取不到：连不上远程仓库，或者没有权限，日志里有原因。过一会儿再试；一直这样，请找运行的人。" + ALONE);
        } catch (IOException | GitAPIException | RuntimeException e) {
            LOG.warn("Not pulled into {}: {} {}", folder, e.getClass().getSimpleName(), withoutSecrets(e));
            return new Pull.Failed("从 git 拉取不到：本地的仓库有问题，日志里有原因，请找运行的人。" + ALONE);
        }
    }

    /** The clone around the folder; where there is none, nothing of the library is loaded. */
    private Optional<GitClone> around() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        for (Path place = folder.toRealPath(); place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(Constants.DOT_GIT))) {
                return GitClone.around(folder);
            }
        }
        return Optional.empty();
    }

    private static Optional<Commit> commit(GitClone clone) throws IOException, GitAPIException {
        try (Repository repository = clone.open();
                Git git = new Git(repository);
                RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            StatusCommand status = git.status();
            String within = clone.within(repository);
            Status found = (within.isEmpty() ? status : status.addPath(within)).call();
            RevCommit commit = walk.parseCommit(head);
            return Optional
                    .of(new Commit(commit.abbreviate(SHORT).name(), Instant.ofEpochSecond(commit.getCommitTime()),
                            !found.isClean()));
        }
    }

    private Pull pull(Git git, Repository repository, @Nullable String commit) throws IOException, GitAPIException {
        String branch = repository.getFullBranch();
        if (branch == null || !branch.startsWith(Constants.R_HEADS)) {
            return new Pull.Off();
        }
        BranchConfig follows = new BranchConfig(repository.getConfig(), Repository.shortenRefName(branch));
        String remote = Objects.requireNonNullElse(follows.getRemote(), ORIGIN);
        if (!repository.getRemoteNames().contains(remote)) {
            return new Pull.Off();
        }
        if (repository.getRepositoryState() != RepositoryState.SAFE) {
            return new Pull.Failed("从 git 拉取不到：文件夹里有一次合并还没做完。请运行的人先做完，或者取消。");
        }
        Ref fetched = fetch(git, repository, remote, Objects.requireNonNullElse(follows.getMerge(), branch));
        ObjectId ours = repository.resolve(Constants.HEAD);
        ObjectId theirs = fetched == null ? null : fetched.getObjectId();
        if (theirs == null || ours == null) {
            return new Pull.Failed("从 git 拉取不到：这里或者远程的分支上还没有提交。请找运行的人。");
        }
        return merge(git, repository, ours, as(repository, commit, theirs));
    }

    /** The commit of that name, if what was fetched holds it, else all that was fetched. */
    private static ObjectId as(Repository repository, @Nullable String commit, ObjectId fetched)
            throws IOException {
        ObjectId named = commit == null ? null : repository.resolve(commit + "^{commit}");
        if (named == null) {
            return fetched;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(named), walk.parseCommit(fetched)) ? named : fetched;
        }
    }

    private @Nullable Ref fetch(Git git, Repository repository,
            String remote, String branch) throws IOException, GitAPIException {
        String tracking = Constants.R_REMOTES + remote + "/" + Repository.shortenRefName(branch);
        git.fetch().setRemote(remote).setRefSpecs(new RefSpec("+" + branch + ":" + tracking))
                .setTagOpt(TagOpt.NO_TAGS).setTimeout((int) Math.max(1, patience.toSeconds())).call();
        return repository.exactRef(tracking);
    }

    private Pull merge(Git git, Repository repository, ObjectId ours, ObjectId theirs)
            throws IOException, GitAPIException {
        int commits = newer(repository, ours, theirs);
        if (commits == 0) {
            return new Pull.UpToDate();
        }
        // tried in memory first: what conflicts leaves no mark in the files
        if (MergeStrategy.RECURSIVE.newMerger(repository, true) instanceof ResolveMerger trial
                && !trial.merge(ours, theirs)) {
            return new Pull.Failed("没有合并远程的新提交：两边都改了 " + named(trial.getUnmergedPaths())
                    + "。这里的改动都在。请运行的人在文件夹里合并（git pull），再 /reindex。");
        }
        MergeResult result;
        try {
            result = git.merge().include(theirs).setCommit(false).call();
        } catch (CheckoutConflictException e) {
            return edited(e.getConflictingPaths());
        }
        return taken(git, repository, result, commits);
    }

    private Pull taken(Git git, Repository repository, MergeResult result, int commits) throws GitAPIException {
        return switch (result.getMergeStatus()) {
            case FAST_FORWARD -> new Pull.Moved(commits);
            case MERGED_NOT_COMMITTED -> {
                PersonIdent who = GitClone.author(repository, clock);
                git.commit().setMessage("Merge what the remote has").setAuthor(who).setCommitter(who).setSign(false)
                        .setNoVerify(true).call();
                yield new Pull.Moved(commits);
            }
            case CHECKOUT_CONFLICT -> edited(result.getCheckoutConflicts());
            case FAILED -> edited(result.getFailingPaths().keySet());
            case ABORTED, ALREADY_UP_TO_DATE, CONFLICTING, FAST_FORWARD_SQUASHED, MERGED, MERGED_SQUASHED,
                    MERGED_SQUASHED_NOT_COMMITTED, NOT_SUPPORTED ->
                throw new IllegalStateException("the merge is " + result.getMergeStatus());
        };
    }

    private static Pull edited(Collection<String> files) {
        return new Pull.Failed(
                "没有合并远程的新提交：" + named(files) + " 在这里有还没提交的改动，远程也改了。这里的改动都在。请运行的人先在文件夹里提交，或者撤掉，再 /reindex。");
    }

    /** How many commits the remote has that are not here. */
    private static int newer(Repository repository, ObjectId ours, ObjectId theirs) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return RevWalkUtils.count(walk, walk.parseCommit(theirs), walk.parseCommit(ours));
        }
    }

    private static String named(Collection<String> files) {
        List<String> sorted = files.stream().sorted().toList();
        String first = sorted.stream().limit(MOST).collect(Collectors.joining("、"));
        return sorted.size() > MOST ? first + " 等 " + sorted.size() + " 个文件" : first;
    }

    /** What failed, without what an address may hold before its host. */
    private static String withoutSecrets(Exception failure) {
        return String.valueOf(failure.getMessage()).replaceAll("//[^/@\\s]*@", "//");
    }
}
