package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.juliu.trust.Tried;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that goes away and comes back. */
@Tried("a database server that goes away and comes back")
@Tag("integration")
final class ServerAwayTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock();

    @Test
    void itTakesNoReplyWithItAndIsUsedAgain(@TempDir Path folder) throws IOException {
        EmbeddedPostgres server = server(folder, 0);
        String url = server.getJdbcUrl("postgres", "postgres");
        int port = server.getPort();
        try (Database database = Database.postgres(url)) {
            QuestionLog log = new QuestionLog(database);
            Groups groups = new Groups(database);
            groups.set("telegram:-1", new GroupSettings(true, 0.5));
            server.close();

            log.add(new LoggedQuestion("签证", "listed", null, null, 1, "web", clock.instant()));
            assertThat(new Outbox(database, clock).accept("telegram:1", MINUTE, List.of())).isTrue();
            assertThat(new Claims(database, clock).isClaimed("telegram:1")).isTrue();
            assertThat(groups.settings("telegram:-1")).isEqualTo(GroupSettings.DEFAULT);
            assertThat(new Pins(database).answering("telegram:-1")).isEmpty();
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> new Pins(database).of("telegram:-1"));
            assertThat(database.report().reason()).isNotNull();

            try (EmbeddedPostgres again = server(folder, port)) {
                awaitWork(database, groups);
                assertThat(log.since(Instant.EPOCH)).hasSize(1);
                assertThat(database.report().lost()).isZero();
            }
        }
    }

    private static void awaitWork(Database database, Groups groups) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (database.report().reason() != null || !groups.settings("telegram:-1").auto()) {
            assertThat(System.nanoTime()).isLessThan(end);
            try {
                database.look();
            } catch (StoreUnavailableException e) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private static EmbeddedPostgres server(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder().setDataDirectory(folder.resolve("pg")).setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(5))
                .setPort(port).start();
    }
}
