package fr.juliu.keep.git;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.api.AddCommand;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/** The git clone that a folder is part of. */
public final class GitClone {

    private static final String NAME = "Juliu";
    private static final String MAIL = "juliu@localhost";
    private static final int SHORT = 7;

    static {
        SystemReader.setInstance(new Surroundings(SystemReader.getInstance()));
    }

    private final Path folder;
    private final Path settings;

    private GitClone(Path folder, Path settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * The clone around a folder: its own, or one that has files of the folder under its care. A folder that merely lies
     * within somebody's clone is none.
     *
     * @throws IOException when there is one that cannot be read
     */
    public static Optional<GitClone> around(Path folder) throws IOException {
        if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
            return Optional.empty();
        }
        Path real = folder.toRealPath();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().readEnvironment().findGitDir(real.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        GitClone clone = new GitClone(real, builder.getGitDir().toPath());
        try (Repository repository = clone.open()) {
            return !repository.isBare() && clone.caresForFolder(repository) ? Optional.of(clone) : Optional.empty();
        }
    }

    /**
     * Commits some files as they are now, and nothing else, whatever else is staged.
     *
     * @return the first digits of the commit
     * @throws IOException when it cannot be done; the files stay as they are
     */
    public String commit(Collection<Path> files, String message, Clock clock) throws IOException {
        try (Repository repository = open(); Git git = new Git(repository)) {
            List<String> paths = files.stream().map(file -> path(repository, file)).toList();
            AddCommand add = git.add();
            paths.forEach(add::addFilepattern);
            add.call();
            PersonIdent who = author(repository, clock);
            CommitCommand commit = git.commit().setMessage(message).setAuthor(who).setCommitter(who).setSign(false)
                    .setNoVerify(true);
            paths.forEach(commit::setOnly);
            RevCommit done = commit.call();
            return done.abbreviate(SHORT).name();
        } catch (GitAPIException | RuntimeException e) {
            throw new IOException("git cannot commit: " + e, e);
        }
    }

    /** The repository, to be closed. */
    Repository open() throws IOException {
        return new FileRepositoryBuilder().setGitDir(settings.toFile()).setMustExist(true).build();
    }

    /** Whether the folder is the clone's own root. */
    boolean isOwn(Repository repository) throws IOException {
        return folder.equals(repository.getWorkTree().toPath().toRealPath());
    }

    /** The folder's path within the clone; empty when it is the root. */
    String within(Repository repository) throws IOException {
        return slashed(repository.getWorkTree().toPath().toRealPath().relativize(folder));
    }

    private boolean caresForFolder(Repository repository) throws IOException {
        Path root = repository.getWorkTree().toPath().toRealPath();
        if (folder.equals(root)) {
            return true;
        }
        DirCache staged = repository.readDirCache();
        return staged.getEntriesWithin(slashed(root.relativize(folder))).length > 0;
    }

    private String path(Repository repository, Path file) {
        try {
            Path root = repository.getWorkTree().toPath().toRealPath();
            Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent()).toRealPath();
            return slashed(root.relativize(parent.resolve(file.getFileName())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Whoever the clone's settings name, else the app: never the account that it runs as. */
    static PersonIdent author(Repository repository, Clock clock) {
        String name = repository.getConfig().getString("user", null, "name");
        String mail = repository.getConfig().getString("user", null, "email");
        return new PersonIdent(Objects.requireNonNullElse(name, NAME), Objects.requireNonNullElse(mail, MAIL),
                clock.instant(), ZoneId.of("Europe/Paris"));
    }
}
