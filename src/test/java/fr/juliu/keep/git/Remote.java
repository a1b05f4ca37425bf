package fr.juliu.keep.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A bare repository in a folder, somebody who pushes to it, and clones of it. */
public final class Remote {

    private static final PersonIdent SOMEBODY = new PersonIdent("somebody", "somebody@example.org");

    private final Path bare;
    private final Path desk;

    /** A remote with one commit, that of these files. */
    public Remote(Path folder) throws GitAPIException {
        bare = folder.resolve("remote.git");
        desk = folder.resolve("somebody");
        Git.init().setBare(true).setInitialBranch("main").setDirectory(bare.toFile()).call().close();
        Git.init().setInitialBranch("main").setDirectory(desk.toFile()).call().close();
    }

    /** Where it is. */
    public Path bare() {
        return bare;
    }

    /** Somebody writes a file and pushes it; the first digits of his commit. */
    public String push(String name, String text) {
        return commit(desk, name, text, true);
    }

    /** A clone of it. */
    public Path cloneInto(Path folder) throws GitAPIException {
        Git.cloneRepository().setURI(bare.toUri().toString()).setDirectory(folder.toFile()).call().close();
        return folder;
    }

    /** Somebody commits a file in a clone, and keeps it there. */
    static String commit(Path clone, String name, String text) {
        return commit(clone, name, text, false);
    }

    private static String commit(Path clone, String name, String text, boolean push) {
        try (Git git = Git.open(clone.toFile())) {
            Path file = clone.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
            git.add().addFilepattern(name).call();
            String id = git.commit().setMessage(name).setAuthor(SOMEBODY).setCommitter(SOMEBODY).setSign(false).call()
                    .abbreviate(7).name();
            if (push) {
                git.push().setRemote(clone.resolveSibling("remote.git").toUri().toString()).add("main").call();
            }
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }
}
