package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a database, for the first time, again after a crash, and when it cannot be. */
@Tag("integration")
final class DatabaseTest {

    private static final String CHAT = "telegram:-100";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsMadeWithItsFolderAndOpenedAgain() throws IOException {
        StoreSettings settings = settings(folder.resolve("deep/data"), null);
        try (Database database = Database.open(settings)) {
            new Groups(database).set(CHAT, new GroupSettings(true, 0.8));
            assertThat(database.sql("PRAGMA journal_mode").query(String.class).single()).isEqualTo("wal");
            assertThat(synchronous(database)).as("normal").isEqualTo(1);
            assertThat(synchronous(database.lasting())).as("full").isEqualTo(2);
        }
        assertThat(folder.resolve("deep/data/juliu.db")).isRegularFile();
        assertThat(Files.getPosixFilePermissions(folder.resolve("deep/data/juliu.db")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Database database = Database.open(settings)) {
            assertThat(new Groups(database).settings(CHAT)).isEqualTo(new GroupSettings(true, 0.8));
        }
    }

    private static int synchronous(Database database) {
        return database.transaction(() -> database.sql("PRAGMA synchronous").query(Integer.class).single());
    }

    @Test
    void postgresIsOpenedByItsAddressAndAgain() {
        StoreSettings settings = settings(folder.resolve("data"), Databases.newPostgres());
        try (Database database = Database.open(settings); Database other = Database.open(settings)) {
            new Groups(database).set(CHAT, new GroupSettings(true, 0.8));
            assertThat(new Groups(other).settings(CHAT)).isEqualTo(new GroupSettings(true, 0.8));
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        fails(settings(file.resolve("data"), null), "juliu.data is " + file.resolve("data"), "a folder that cannot");
        Files.createDirectories(folder.resolve("taken/juliu.db"));
        fails(settings(folder.resolve("taken"), null), "juliu.data is " + folder.resolve("taken"), "juliu.db");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("juliu.db"), "no database at all, ".repeat(100));
        fails(settings(folder, null), "juliu.data is " + folder, "not a database", "backup");
    }

    @Test
    void aFileDamagedInsideIsNamed() throws IOException {
        try (Database database = Database.open(settings(folder, null))) {
            assertThat(new Pins(database).of(CHAT)).isEmpty();
        }
        Path file = folder.resolve("juliu.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = 'x';
        }
        Files.write(file, bytes);
        fails(settings(folder, null), "juliu.data is " + folder, "backup");
    }

    @Test
    void anotherVersionsTablesAreNamed() {
        try (Database database = Database.open(settings(folder, null))) {
            database.sql("UPDATE flyway_schema_history SET checksum = 1").update();
        }
        fails(settings(folder, null), "juliu.data is " + folder, "another version");
    }

    @Test
    void aDatabaseOutOfReachIsNamedWithoutItsPassword() {
        String url = "jdbc:postgresql://127.0.0.1:1/juliu";
        fails(settings(folder, url + "?user=juliu&password=secret"), "juliu.database-url is " + url + ", ",
                "cannot be reached");
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> settings(folder, "postgres://juliu:secret@host/db"))
                .withMessageStartingWith("juliu.database-url is postgres://host/db; ");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new StoreSettings.Questions(0, 1, 1))
                .withMessageStartingWith("juliu.questions.keep-days is 0; ");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new StoreSettings.Questions(1, 1, -1))
                .withMessageStartingWith("juliu.questions.most-of-one is -1; ");
        assertThat(settings(folder, " ").databaseUrl()).isNull();
    }

    @Test
    void whatIsKeptOutlivesTheProcessThatIsKilled() throws Exception {
        Path file = folder.resolve("juliu.db");
        Path machine = Files.createDirectories(folder.resolve("machine"));
        for (int round = 1; round <= 3; round++) {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + machine,
                    "-cp",
                    System.getProperty("java.class.path"), PinKeeper.class.getName(), file.toString(), "p" + round)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(output.lines().anyMatch("OK"::equals)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(128 + 9);
            try (Database database = Database.sqlite(file)) {
                assertThat(new Pins(database).byId(CHAT, "p" + round)).isPresent();
                assertThat(new Pins(database).of(CHAT)).hasSize(round);
            }
            assertThat(machine).as("no native library lies where everybody writes").isEmptyDirectory();
            try (Stream<Path> left = Files.list(folder.resolve("native"))) {
                assertThat(left.filter(library -> library.toString().endsWith(".so"))).as("of one process").hasSize(1);
            }
        }
    }

    private static StoreSettings settings(Path data, @Nullable String url) {
        return new StoreSettings(data, url, new StoreSettings.Questions(90, 1000, 100));
    }

    /** The one line that says what is wrong. */
    private static void fails(StoreSettings settings, String start, String... words) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Database.open(settings).close())
                .withMessageStartingWith(start).withMessageNotContaining("secret")
                .satisfies(failure -> assertThat(failure.getMessage()).contains(words));
    }

    /** A process that keeps a pin, says so, and waits for its end. */
    static final class PinKeeper {

        private PinKeeper() {
        }

        public static void main(String[] args) throws IOException {
            try (Database database = Database.sqlite(Path.of(args[0]))) {
                new Pins(database).keep(new Pin(args[1], CHAT, "问题 " + args[1], "可以", "42", null, null, Instant.EPOCH,
                        "2024-07", "listed"));
                System.out.println("OK");
                System.out.flush();
                int end = System.in.read();
                System.exit(end);
            }
        }
    }
}
