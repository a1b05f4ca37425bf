package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The databases of all versions that came before, with what was in them, opened by this one. */
@Tag("integration")
final class UpgradeTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path DATA = Path.of("src/test/resources/released/data.sql");
    private static final String CHAT = "telegram:-100";

    @TempDir
    private Path folder = Path.of("");

    /** The schemas that there were, one for each migration. */
    static List<String> schemas() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))
                    .sorted(Comparator.comparing(Integer::valueOf)).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aFileOfThatTimeIsOpenedAndHoldsWhatItHeld(String schema) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        asItWas("jdbc:sqlite:" + data.resolve("juliu.db"), schema);
        try (Database database = Database.open(settings(data, null))) {
            holdsWhatItHeld(database);
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aPostgresDatabaseOfThatTimeIsOpenedAndHoldsWhatItHeld(String schema) throws Exception {
        String url = Databases.newPostgres();
        asItWas(url, schema);
        try (Database database = Database.postgres(url)) {
            holdsWhatItHeld(database);
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aBackupOfThatTimeIsRestored(String schema) throws Exception {
        Path file = folder.resolve("backup.db");
        asItWas("jdbc:sqlite:" + file, schema);
        Path data = folder.resolve("data");
        try (Database database = Database.open(settings(data, null))) {
            new Groups(database).set("telegram:-200", new GroupSettings(true, 0.7));
            assertThat(new Backup(data, new MovableClock()).restore(file).contents())
                    .isEqualTo(new Backup.Contents(1, 1));
            holdsWhatItHeld(database);
            assertThat(new Groups(database).settings("telegram:-200")).as("of before").isEqualTo(
                    GroupSettings.DEFAULT);
        }
    }

    @Test
    void aDatabaseOfALaterVersionIsNotOpened() {
        StoreSettings settings = settings(folder.resolve("data"), null);
        try (Database database = Database.open(settings)) {
            database.sql("UPDATE flyway_schema_history SET version = '999' WHERE installed_rank = 1").update();
            database.sql("UPDATE flyway_schema_history SET installed_rank = 99 WHERE installed_rank = 1").update();
        }
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Database.open(settings).close())
                .withMessageContaining("another version of Juliu");
    }

    /** Makes a database as the version with that schema left it. */
    private static void asItWas(String url, String schema) throws Exception {
        Flyway.configure().dataSource(url, null, null).target(MigrationVersion.fromVersion(schema)).load().migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String one : Files.readString(DATA).strip().split(";\\s*\n", -1)) {
                execute(statement, one, Integer.parseInt(schema));
            }
        }
    }

    /** What a statement writes was there from the version on that it names in the line above it. */
    private static void execute(Statement statement, String text, int schema) throws SQLException {
        int since = Integer.parseInt(text.replaceFirst("(?s).*?-- since (\\d+).*", "$1"));
        if (since <= schema) {
            statement.execute(text.replaceFirst("(?s).*?-- since \\d+\n", ""));
        }
    }

    private static void holdsWhatItHeld(Database database) {
        Pin pin = new Pins(database).byId(CHAT, "p1").orElseThrow();
        assertThat(pin).isEqualTo(new Pin("p1", "p1", CHAT, "学生居留能网上申请吗", "可以", null, "42", true, "7", "小王",
                Instant.ofEpochMilli(1_763_900_000_000L), "e1", "listed"));
        assertThat(new Groups(database).settings(CHAT)).isEqualTo(new GroupSettings(true, 0.8));
        assertThat(new QuestionLog(database, new Bounds(100, 100)).since(Instant.EPOCH))
                .extracting(LoggedQuestion::question).containsExactly("多久能拿到卡");
        assertThat(new FeedbackBox(database, new Bounds(100, 100)).since(Instant.EPOCH))
                .extracting(Feedback::question).containsExactly("游客居留能网上申请吗");
    }

    private static StoreSettings settings(Path data, @Nullable String url) {
        return new StoreSettings(data, url, new StoreSettings.Questions(90, 1000, 100));
    }
}
