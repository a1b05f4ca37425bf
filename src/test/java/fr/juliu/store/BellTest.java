package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who hears that an edition was published. */
@Tag("integration")
final class BellTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void whoListensHearsWhatAnotherProcessPublishes() throws InterruptedException {
        String url = Databases.newPostgres();
        try (Database database = Database.postgres(url); Bell bell = new Bell(url)) {
            Replicas replicas = new Replicas(database, new MovableClock());
            assertThat(bell.await(Duration.ofMillis(1))).as("listens from now on").isFalse();
            replicas.publish("1234", "abcdef0");
            assertThat(bell.await(PATIENCE)).isTrue();
            database.transaction(() -> {
                replicas.publish("5678", null);
                return null;
            });
            assertThat(bell.await(PATIENCE)).as("at the end of the work that publishes").isTrue();
            assertThat(replicas.published().orElseThrow().edition()).isEqualTo("5678");
        }
    }

    @Test
    void whereNobodyCanListenTheTimeIsWaitedOut() throws InterruptedException {
        try (Bell deaf = new Bell("jdbc:postgresql://127.0.0.1:1/nothing")) {
            assertThat(deaf.await(Duration.ofMillis(5))).isFalse();
            assertThat(deaf.await(Duration.ofMillis(5))).isFalse();
        }
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> Bell.NONE.await(PATIENCE));
    }
}
