package fr.juliu.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file of a SQLite database as it was when it was opened, told from another file or none in its place. */
final class DatabaseFile {

    /** Some shared folders number a file anew now and then; who is fooled so often looks at numbers no more. */
    private static final int MOST_EXCHANGES = 5;

    private final Path path;
    private int exchanges;
    private volatile @Nullable Object opened;
    private volatile @Nullable Object openedLog;

    DatabaseFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    /** A file beside it whose name begins like its own. */
    Path beside(String end) {
        return path.resolveSibling(path.getFileName() + end);
    }

    /** Where SQLite writes first. */
    Path log() {
        return beside("-wal");
    }

    /** How large it is, with what SQLite has not written into it yet. */
    long bytes() {
        try {
            return Files.size(path) + (Files.exists(log()) ? Files.size(log()) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isThere() {
        return Files.exists(path);
    }

    /** Keeps in mind which file it is now. */
    void remember() {
        exchanges++;
        opened = identity(path);
        openedLog = identity(log());
    }

    /** Whether it is the file still that was opened; else what is written is lost with the process. */
    boolean isOurs() {
        Object log = openedLog;
        if (log == null) {
            // it is made with the first write
            log = identity(log());
            openedLog = log;
        }
        return Objects.equals(opened, identity(path)) && (log == null || log.equals(identity(log())));
    }

    /** Makes a file, which SQLite takes for an empty database, so that no other user of the machine reads it. */
    static void makeForOwner(Path file) throws IOException {
        if (Files.notExists(file) && Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** What tells a file from another of the same name; null when there is none. */
    private @Nullable Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null || exchanges > MOST_EXCHANGES ? file : key;
        } catch (IOException e) {
            return null;
        }
    }
}
