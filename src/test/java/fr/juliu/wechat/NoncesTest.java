package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.Database;
import fr.juliu.store.Replays;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoncesTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private final Database database;

    NoncesTest(@TempDir Path folder) {
        database = Database.sqlite(folder.resolve("juliu.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSignatureIsGoodForItsMessageWhileTheReplyIsKept() {
        assertThat(after(0).use("s1", "a")).isTrue();
        assertThat(after(0).use("s1", "b")).isFalse();
        assertThat(after(0).use("s2", "b")).isTrue();
        assertThat(after(60).use("s1", "a")).as("asked again").isTrue();
        for (int seconds : new int[]{61, 300, 600}) {
            assertThat(after(seconds).use("s1", "a")).as(seconds + " s later").isFalse();
            assertThat(after(seconds).use("s1", "b")).as(seconds + " s later").isFalse();
        }
    }

    @Test
    void ofManyAtOnceOneMessageWins() {
        Nonces nonces = after(0);
        List<CompletableFuture<Boolean>> uses = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> nonces.use("s", "message " + i % 8))).toList();
        List<Integer> passed = IntStream.range(0, 40).filter(i -> uses.get(i).join()).mapToObj(i -> i % 8).toList();
        assertThat(passed).as("each time that it came").hasSize(5).containsOnly(passed.getFirst());
    }

    private Nonces after(int seconds) {
        Clock clock = Clock.offset(NOW, Duration.ofSeconds(seconds));
        return new Nonces(new Replays(database, clock), new Pseudonyms(WeChatApp.TOKEN), clock);
    }
}
