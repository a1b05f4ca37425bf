package fr.juliu.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done when the file of an open SQLite database is deleted or replaced. */
final class Rescue {

    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

    private final DatabaseFile file;

    Rescue(DatabaseFile file) {
        this.file = file;
    }

    /** A rescue that did not work yet; it says what is to be done. */
    static final class FailedException extends Exception {

        private final transient @Nullable Pools pools;

        FailedException(String message, @Nullable Pools pools) {
            super(message);
            this.pools = pools;
        }

        /** What is open still; null for nothing. */
        @Nullable
        Pools pools() {
            return pools;
        }
    }

    /**
     * Connections to the file that stands there. Where none does, all that is in the database is written into a new one
     * first, as long as it is open.
     */
    Pools exchange(@Nullable Pools old, Supplier<Pools> opener) throws FailedException {
        boolean deleted = !file.isThere();
        if (old != null && deleted) {
            write(old);
        }
        if (old != null) {
            old.close();
        }
        try {
            if (deleted) {
                Files.deleteIfExists(file.log());
                Files.deleteIfExists(file.beside("-shm"));
            }
            Pools fresh = opener.get();
            LOG.warn(told(old, deleted), file.path());
            return fresh;
        } catch (RuntimeException | IOException e) {
            throw new FailedException(String.valueOf(e.getMessage()), null);
        }
    }

    private static String told(@Nullable Pools old, boolean deleted) {
        if (!deleted) {
            return "{} was replaced, or its log was, while Juliu runs: what stands there is used from now on";
        }
        return old == null
                ? "{} was deleted while Juliu runs: it is made anew, and empty; put a backup in its place"
                : "{} was deleted while Juliu runs: it is written anew, and nothing of it is lost";
    }

    private void write(Pools old) throws FailedException {
        Path fresh = file.beside(".rescued");
        try {
            Files.createDirectories(fresh.resolveSibling("."));
            Files.deleteIfExists(fresh);
            DatabaseFile.makeForOwner(fresh);
            old.writer(false).sql("VACUUM INTO :file").param("file", fresh.toString()).update();
            putInPlace(fresh);
        } catch (IOException | RuntimeException e) {
            throw new FailedException(file.path() + " was deleted while Juliu runs, and cannot be written anew ("
                    + (e instanceof RuntimeException failure ? Fault.words(failure) : e) + "); give Juliu a folder"
                    + " that it may write to, or what is in the database is lost when it ends", old);
        }
    }

    private void putInPlace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file.path());
        } catch (FileAlreadyExistsException e) {
            LOG.warn("{} is there again, and used from now on; what was in it before is in {}", file.path(), fresh);
        }
    }
}
