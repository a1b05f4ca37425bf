package fr.juliu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the SQLite file in a folder, made and taken back while Juliu runs on it or does not. Either is one transaction
 * of SQLite: whoever reads or writes meanwhile waits at most, and what breaks off changes nothing.
 */
public final class Backup {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    /** What SQLite keeps beside a file. */
    private static final List<String> BESIDE = List.of("-wal", "-shm");

    private final Path database;
    private final Clock clock;

    /**
     * Copies of the database in a folder.
     *
     * @param data the folder for what must last
     */
    public Backup(Path data, Clock clock) {
        database = data.toAbsolutePath().resolve(Database.FILE);
        this.clock = clock;
    }

    /**
     * What a file holds that people would miss.
     *
     * @param pins      answers of groups
     * @param questions questions in the log
     */
    public record Contents(int pins, int questions) {
    }

    /**
     * What came of taking a copy back.
     *
     * @param contents what is there now
     * @param before   the file with what was there before; null when there was nothing
     */
    public record Restored(Contents contents, @Nullable Path before) {
    }

    /**
     * Writes all that is committed by now into a file of its own, which is there as a whole or not at all.
     *
     * @throws StoreException when there is no database, the file is there already, or it cannot be written
     */
    public Contents write(Path file) {
        if (!Files.isRegularFile(database)) {
            throw new StoreException("juliu.data is " + database.getParent() + ", where there is no "
                    + Database.FILE + "; set it to the folder that Juliu runs with", null);
        }
        if (Files.exists(file)) {
            throw new StoreException(file + " is there already; name a file that is not, or move that one away", null);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Connector.unpackBeside(database);
            discard(part);
            DatabaseFile.makeForOwner(part);
            try (Spare live = new Spare(database)) {
                live.copyTo(part);
            }
            try (Spare copy = new Spare(part)) {
                copy.requireSound();
                Contents contents = copy.contents();
                persist(part);
                Files.move(part, file);
                return contents;
            }
        } catch (IOException | SQLException e) {
            throw new StoreException(database + " cannot be copied to " + file + " (" + words(e)
                    + "); look whether that folder is there, may be written to and has room", e);
        } finally {
            discard(part);
        }
    }

    /**
     * Puts what a copy holds in the place of what is there, which is copied first. What is of the moment stays as it is:
     * messages to be sent, updates handled, buttons; an old copy would send again what was sent long ago.
     *
     * @throws StoreException when it is no sound copy of this version or an earlier one, or cannot be taken back; then
     *                        nothing is changed
     */
    public Restored restore(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("there is no file " + file, null);
        }
        Path copy = database.resolveSibling(Database.FILE + ".restoring");
        try {
            if (Files.exists(database) && Files.isSameFile(file, database)) {
                throw new StoreException(file + " is the database itself; name a copy of it", null);
            }
            Files.createDirectories(database.resolveSibling("."));
            Connector.unpackBeside(database);
            discard(copy);
            prepare(file, copy);
            return isSound(database) ? takeOver(copy, file) : putInPlace(copy);
        } catch (IOException | SQLException e) {
            throw new StoreException(file + " cannot be restored (" + words(e) + "); nothing was changed", e);
        } finally {
            discard(copy);
        }
    }

    /** Makes a copy of the copy, brought up to this version, so that the file itself stays as it is. */
    private static void prepare(Path file, Path copy) throws IOException, SQLException {
        DatabaseFile.makeForOwner(copy);
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        Path log = Path.of(file + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, Path.of(copy + "-wal"));
        }
        try (Spare spare = new Spare(copy)) {
            spare.requireSound();
            spare.requireOurs(file);
            spare.closeLog();
        } catch (SQLException e) {
            throw new StoreException(file + " is damaged, or no database (" + words(e) + "); nothing was changed", e);
        }
    }

    private Restored takeOver(Path copy, Path file) throws SQLException {
        Path before = database.resolveSibling("juliu-before-" + STAMP.format(clock.instant()) + ".db");
        try (Spare live = new Spare(database)) {
            live.takeFrom(copy, file, () -> write(before));
            return new Restored(live.contents(), before);
        }
    }

    /** For a database that is missing or damaged, which is moved aside with its log: the log of another file spoils any. */
    private Restored putInPlace(Path copy) throws IOException, SQLException {
        Path before = database.resolveSibling(Database.FILE + ".damaged-" + STAMP.format(clock.instant()));
        boolean damaged = Files.exists(database);
        try (Spare spare = new Spare(copy)) {
            spare.dropMoment();
        }
        persist(copy);
        for (String end : BESIDE) {
            if (Files.exists(Path.of(database + end))) {
                Files.move(Path.of(database + end), Path.of(before + end));
            }
        }
        if (damaged) {
            Files.move(database, before);
        }
        Files.move(copy, database);
        try (Spare live = new Spare(database)) {
            return new Restored(live.contents(), damaged ? before : null);
        }
    }

    private static boolean isSound(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (Spare spare = new Spare(file)) {
            spare.requireSound();
            return spare.holdsTables();
        } catch (SQLException e) {
            if (Fault.of(e) == Fault.PASSING) {
                throw new StoreException(file + " is locked (" + words(e) + "); nothing was changed: try again", e);
            }
            return false;
        }
    }

    /** Has the disk itself hold a file before its name says so. */
    private static void persist(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Deletes a file of ours with what SQLite keeps beside it. */
    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
            for (String end : BESIDE) {
                Files.deleteIfExists(Path.of(file + end));
            }
        } catch (IOException e) {
            throw new StoreException(file + " is left from before and cannot be deleted (" + e + "); delete it", e);
        }
    }

    private static String words(Exception failure) {
        return failure instanceof SQLException ? Fault.words(failure) : failure.toString();
    }
}
