package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Copies of a database that is open and written to, made and taken back; and files that are none. */
@ResourceLock(LogLines.LOCK)
final class BackupTest {

    private static final String CHAT = "telegram:-100";

    @TempDir
    private Path folder = Path.of("");
    private Path data = Path.of("");
    private Database database = Database.sqlite(Path.of("target/data/none.db"));
    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void open() {
        database.close();
        data = folder.resolve("data");
        database = Database.sqlite(data.resolve("juliu.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCopyMadeUnderWritesHoldsWhatWasConfirmedBefore() throws Exception {
        try (Pinning pinning = new Pinning(database, "p")) {
            for (int round = 1; round <= 4; round++) {
                Path file = folder.resolve("backup" + round + ".db");
                int before = pinning.confirmed();
                Backup.Contents contents = backup().write(file);
                assertThat(contents.pins()).isGreaterThanOrEqualTo(before);
                assertThat(pins(file)).as("a prefix of what was written")
                        .containsExactlyInAnyOrderElementsOf(names("p", contents.pins()));
                pinning.goesOn();
            }
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("backup1.db")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(left(folder)).containsExactlyInAnyOrder("data", "backup1.db", "backup2.db", "backup3.db",
                "backup4.db");
        assertThat(database.report().lost()).isZero();
    }

    @Test
    void aCopyTakenBackUnderWritesLosesNothingThatIsConfirmed() throws Exception {
        pin("kept");
        Path file = folder.resolve("backup.db");
        backup().write(file);
        pin("later");
        int known;
        Backup.Restored restored;
        try (Pinning pinning = new Pinning(database, "n")) {
            restored = backup().restore(file);
            known = pinning.goesOn();
        }
        List<String> there = new Pins(database).of(CHAT).stream().map(Pin::id).toList();
        List<String> before = pins(Path.of(String.valueOf(restored.before())));

        assertThat(there).contains("kept").doesNotContain("later");
        assertThat(before).contains("kept", "later");
        assertThat(Stream.concat(there.stream(), before.stream())).containsAll(names("n", known));
        assertThat(there).contains("n" + known);
        assertThat(database.report().reason()).isNull();
    }

    @Test
    void whatIsOfTheMomentStaysAsItIs() {
        Outbox outbox = new Outbox(database, clock);
        Claims claims = new Claims(database, clock);
        claims.claim("long ago", Duration.ofDays(1));
        Path file = folder.resolve("backup.db");
        backup().write(file);
        database.sql("DELETE FROM claim").update();
        claims.claim("now", Duration.ofDays(1));
        outbox.add(new OutgoingMessage("o1", "telegram", CHAT, "{}", null, clock.instant(), clock.instant(), 0));
        backup().restore(file);

        assertThat(claims.isClaimed("now")).isTrue();
        assertThat(claims.isClaimed("long ago")).isFalse();
        assertThat(database.sql("SELECT id FROM outgoing").query(String.class).list()).containsExactly("o1");
    }

    @Test
    void aDatabaseThatIsGoneOrDamagedIsPutBack() throws IOException {
        pin("kept");
        Path file = folder.resolve("backup.db");
        backup().write(file);
        database.close();
        Files.writeString(data.resolve("juliu.db"), "no database at all, ".repeat(500));
        Backup.Restored restored = backup().restore(file);
        assertThat(restored.before()).isNotNull().hasFileName("juliu.db.damaged-20260115-120000");
        assertThat(pins(data.resolve("juliu.db"))).containsExactly("kept");

        Files.delete(data.resolve("juliu.db"));
        assertThat(backup().restore(file)).isEqualTo(new Backup.Restored(new Backup.Contents(1, 0), null));
        assertThat(pins(data.resolve("juliu.db"))).containsExactly("kept");
    }

    @Test
    void aFileThatIsNoSoundCopyIsRefusedAndNothingIsLost() throws Exception {
        pin("kept");
        Path good = folder.resolve("good.db");
        backup().write(good);
        Path noise = Files.writeString(folder.resolve("noise.db"), "no database at all, ".repeat(500));
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path cut = Files.write(folder.resolve("cut.db"), middle(good));
        Path foreign = folder.resolve("foreign.db");
        execute(foreign, "CREATE TABLE pin (chat TEXT)");
        Path later = Files.copy(good, folder.resolve("later.db"));
        execute(later,
                "INSERT INTO flyway_schema_history SELECT installed_rank + 100, '999', description, type, script,"
                        + " checksum, installed_by, installed_on, execution_time, success FROM flyway_schema_history LIMIT 1");
        Path altered = Files.copy(good, folder.resolve("altered.db"));
        execute(altered, "UPDATE flyway_schema_history SET checksum = 1");

        refused(folder.resolve("none.db"), "there is no file");
        refused(folder, "there is no file");
        refused(noise, "noise.db is damaged, or no database");
        refused(cut, "cut.db is damaged, or no database");
        refused(empty, "no database of this version of Juliu or an earlier one");
        refused(foreign, "no database of this version");
        refused(later, "if a later version wrote it");
        refused(altered, "no database of this version");
        refused(data.resolve("juliu.db"), "is the database itself");
    }

    @Test
    void aCopyIsNeverWrittenOverAFileNorWithoutADatabase() throws IOException {
        Path there = Files.writeString(folder.resolve("there.db"), "mine");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> backup().write(there))
                .withMessageContaining("is there already");
        assertThat(there).hasContent("mine");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> backup().write(folder.resolve("no/folder/x.db")))
                .withMessageContaining("look whether that folder is there");
        Path elsewhere = folder.resolve("elsewhere");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new Backup(elsewhere, clock).write(folder.resolve("x.db")))
                .withMessageContaining("juliu.data is " + elsewhere, "there is no juliu.db");
        assertThat(elsewhere).doesNotExist();
    }

    private Backup backup() {
        return new Backup(data, clock);
    }

    private void refused(Path file, String words) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> backup().restore(file))
                .withMessageContaining(words);
        assertThat(new Pins(database).of(CHAT)).extracting(Pin::id).containsExactly("kept");
        assertThat(left(data)).as("no leftovers").filteredOn(name -> !name.equals("native")).containsExactlyInAnyOrder(
                "juliu.db", "juliu.db-wal",
                "juliu.db-shm");
    }

    private static byte[] middle(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static void execute(Path file, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static List<String> left(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String prefix, int most) {
        return IntStream.rangeClosed(1, most).mapToObj(number -> prefix + number).toList();
    }

    private static List<String> pins(Path file) {
        try (Database other = Database.sqlite(file)) {
            return new Pins(other).of(CHAT).stream().map(Pin::id).toList();
        }
    }

    private void pin(String id) {
        new Pins(database).keep(pinned(id));
    }

    private static Pin pinned(String id) {
        return new Pin(id, CHAT, "问题 " + id, "可以", "42", null, null, Instant.EPOCH, "e", "v");
    }

    /** One who pins an answer after the other until he is told to end, and knows which ones are confirmed. */
    private static final class Pinning implements AutoCloseable {

        private final AtomicInteger confirmed = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final CountDownLatch first = new CountDownLatch(1);
        private final CompletableFuture<Void> work;
        private final Database database;
        private final String prefix;

        Pinning(Database database, String prefix) throws InterruptedException {
            this.database = database;
            this.prefix = prefix;
            work = CompletableFuture.runAsync(this::run);
            first.await();
        }

        int confirmed() {
            return confirmed.get();
        }

        /** The last one that is confirmed, begun after now: the next one may have been written before, and confirmed since. */
        int goesOn() {
            int next = confirmed.get() + 1;
            while (confirmed.get() <= next && !work.isDone()) {
                Thread.onSpinWait();
            }
            return confirmed.get();
        }

        private void run() {
            while (!over.get()) {
                int number = confirmed.get() + 1;
                try {
                    new Pins(database).keep(pinned(prefix + number));
                    confirmed.set(number);
                    first.countDown();
                } catch (StoreUnavailableException e) {
                    // not confirmed, and never there: on a slow machine whoever waits too long is told so
                }
            }
        }

        @Override
        public void close() {
            over.set(true);
            work.join();
        }
    }
}
