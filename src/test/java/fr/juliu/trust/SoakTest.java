package fr.juliu.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Half of what a server can bear, for half an hour, while the knowledge changes every ten seconds. */
@Tag("trust")
@Tag("integration")
@Tag("benchmark")
@Timeout(3600)
final class SoakTest {

    private static final int CONNECTIONS = 4;
    private static final int SECONDS = Trust.of(20, 1800);
    private static final int BETWEEN = 10;
    private static final int PORTION = 200;
    /** What the heap may hold more at the end than half-way, in MB, after a collection. */
    private static final long GROWTH = 64;
    private static final FakeUser KEEPER = FakeUser.person(9, "管事的");

    @Test
    void halfOfWhatItCanBear(@TempDir Path folder) throws IOException {
        Path knowledge = copied(folder.resolve("knowledge"));
        List<String> questions = new Questions().next(Integer.MAX_VALUE);
        try (FakeBotApi telegram = new FakeBotApi();
                Server server = Server.start(Server.Plan.of(folder.resolve("data"), knowledge, telegram,
                        "--juliu.admins=" + KEEPER.id())).awaitReady()) {
            FakeChat keeper = telegram.privateChat(KEEPER);
            LoadClient.Result most = new LoadClient(server.address(), CONNECTIONS).ask(questions.subList(0, 4000));
            long pause = (long) (most.seconds() / most.nanos().length * CONNECTIONS * 1e9);
            LoadClient half = new LoadClient(server.address(), CONNECTIONS, pause);
            long begun = System.nanoTime();
            long changed = 0;
            long answered = 0;
            long failed = 0;
            long shed = 0;
            List<Double> slowest = new ArrayList<>();
            long halfWay = 0;
            for (int portion = 0; seconds(begun) < SECONDS; portion++) {
                if (seconds(begun) >= changed * BETWEEN) {
                    changed++;
                    change(knowledge.resolve("etudiant.md"), changed);
                    keeper.say(KEEPER, "/reindex");
                }
                int from = portion * PORTION % (questions.size() - PORTION);
                LoadClient.Result result = half.ask(questions.subList(from, from + PORTION));
                answered += result.nanos().length;
                failed += result.failed();
                shed += result.shed();
                slowest.add(result.percentile(99));
                if (halfWay == 0 && seconds(begun) >= SECONDS / 2.0) {
                    halfWay = server.liveHeap();
                }
            }
            long published = keeper.sent().stream().filter(sent -> sent.text().contains("已发布新版")).count();
            long atTheEnd = server.liveHeap();
            long growth = atTheEnd - halfWay;
            slowest.sort(Double::compare);
            Trust.row("soak",
                    "half load for " + SECONDS / 60 + " minutes, a reindexing asked for every " + BETWEEN + " s",
                    String.format(Locale.ROOT,
                            "%s answered, %d failed, %d shed, p99 of a portion: %.0f ms in the middle, "
                                    + "%.0f ms at most; %d reindexings asked for, %d published; heap after a collection %d MB half-way, %d MB"
                                    + " at the end, RSS %d MB; health %s",
                            Trust.number(answered), failed, shed, slowest.get(slowest.size() / 2),
                            slowest.getLast(), changed, published, halfWay, atTheEnd,
                            server.memory("VmRSS"), server.health()),
                    "0 failed, memory flat, UP", failed == 0 && growth <= GROWTH && server.health().equals("UP"));
            assertThat(failed).isZero();
            assertThat(published).isPositive();
            assertThat(growth).as("growth in MB").isLessThanOrEqualTo(GROWTH);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / (double) Duration.ofSeconds(1).toNanos();
    }

    private static void change(Path article, long number) throws IOException {
        Files.writeString(article, Files.readString(article).replaceAll("\n第 \\d+ 次改动。\n", "") + "\n第 " + number
                + " 次改动。\n");
    }

    /** A copy of the project's own folder, to change. */
    static Path copied(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("knowledge"))) {
            files.forEach(file -> {
                try {
                    Path copy = target.resolve(Path.of("knowledge").relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return target;
    }
}
