package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.trust.Tried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The file of the database is deleted, replaced or moved while it is open. */
@Tried("a database deleted, replaced, moved away and back")
@ResourceLock(LogLines.LOCK)
final class RescueTest {

    private static final String CHAT = "telegram:-100";

    @TempDir
    private Path folder = Path.of("");
    private Path data = Path.of("");
    private Path file = Path.of("");
    private Database database = Database.sqlite(Path.of("target/data/none.db"));

    @BeforeEach
    void open() {
        database.close();
        data = folder.resolve("data");
        file = data.resolve("juliu.db");
        database = Database.sqlite(file);
        pin(database, "p1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDeletedDatabaseIsWrittenAnewAndNothingOfItIsLost() throws IOException {
        try (LogLines lines = new LogLines(Rescue.class)) {
            delete();
            pin(database, "p2");
            assertThat(lines.all()).singleElement().asString().startsWith("WARN " + file)
                    .contains("was deleted", "nothing of it is lost");
        }
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new Pins(database).of(CHAT)).hasSize(2);
        assertThat(database.report().reason()).isNull();
        assertThat(pinsInTheFile()).isEqualTo(2);
        assertThat(data.resolve("juliu.db.rescued")).doesNotExist();
    }

    @Test
    void itIsNoticedWithoutAWriteToo() throws IOException {
        delete();
        database.look();
        assertThat(pinsInTheFile()).isEqualTo(1);
    }

    @Test
    void aDatabaseWhoseLogIsDeletedIsWrittenToItsFile() throws IOException {
        Files.delete(data.resolve("juliu.db-wal"));
        pin(database, "p2");
        assertThat(pinsInTheFile()).isEqualTo(2);
    }

    @Test
    void aBackupPutInItsPlaceIsUsed() throws IOException {
        Path backup = folder.resolve("backup.db");
        try (Database other = Database.sqlite(backup)) {
            pin(other, "b1");
            pin(other, "b2");
        }
        delete();
        Files.move(backup, file);
        database.look();

        assertThat(new Pins(database).of(CHAT)).extracting(Pin::id).containsExactly("b1", "b2");
        pin(database, "b3");
        assertThat(pinsInTheFile()).isEqualTo(3);
    }

    @Test
    void aFolderThatIsGoneIsToldUntilItIsThereAgain() throws IOException {
        delete();
        try (var rest = Files.list(data.resolve("native"))) {
            rest.forEach(library -> assertThat(library.toFile().delete()).isTrue());
        } catch (IOException e) {
            // it was unpacked elsewhere
        }
        Files.deleteIfExists(data.resolve("native"));
        Files.delete(data);
        Files.writeString(data, "not a folder");
        database.look();
        assertThat(database.report().reason()).contains("was deleted while Juliu runs", "cannot be written anew",
                "give Juliu a folder");
        pin(database, "p2");
        assertThat(new Pins(database).of(CHAT)).hasSize(2);
        assertThat(database.report().reason()).as("what is written now is lost with the process").isNotNull();

        Files.delete(data);
        database.look();
        assertThat(database.report().reason()).isNull();
        assertThat(pinsInTheFile()).isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsMovedAwayAndBackIsTheSame() throws IOException {
        Path away = folder.resolve("away");
        Files.move(data, away);
        Files.writeString(data, "not a folder");
        database.look();
        assertThat(database.report().reason()).isNotNull();
        Files.delete(data);
        Files.move(away, data);
        database.look();
        assertThat(database.report().reason()).isNull();
        assertThat(pinsInTheFile()).isEqualTo(1);
    }

    private void delete() throws IOException {
        for (String end : new String[]{"", "-wal", "-shm"}) {
            Files.delete(data.resolve("juliu.db" + end));
        }
    }

    /** What another process finds there. */
    private int pinsInTheFile() {
        try (Database other = Database.sqlite(file)) {
            return new Pins(other).of(CHAT).size();
        }
    }

    private static void pin(Database database, String id) {
        new Pins(database).keep(new Pin(id, CHAT, "问题 " + id, "可以", "42", null, null, Instant.EPOCH, "e", "v"));
    }
}
