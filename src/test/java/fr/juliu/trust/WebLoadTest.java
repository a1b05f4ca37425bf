package fr.juliu.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Different questions over HTTP, asked for the first time and again, over few and many connections, on one processor and
 * on two. What it costs is counted in seconds of the server's processors, so that the client beside it does not matter.
 */
@Isolated
@Tag("trust")
@Tag("integration")
@Tag("benchmark")
@Timeout(3600)
final class WebLoadTest {

    private static final Path KNOWLEDGE = Path.of("knowledge");
    private static final int PORTION = Trust.of(200, 2000);
    private static final int AGAIN = 5;
    private static final double UNCACHED = 200;
    private static final double CACHED = 5000;
    private static final double SOON = 50;
    private static final double START = 3;
    private static final long LOOK = 20_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"0", "0,1"})
    void questionsOverHttp(String cpus, @TempDir Path data) {
        String where = cpus.length() > 1 ? "2 CPUs" : "1 CPU";
        Questions questions = new Questions();
        try (Server server = Server.start(Server.Plan.of(data, KNOWLEDGE, null).on(cpus)).awaitReady()) {
            asked(server, "right after start, 8 connections, " + where, 8, questions.next(PORTION), 0, 0);
            asked(server, "second portion, 8 connections, " + where, 8, questions.next(PORTION), 0, 0);
            for (int connections : new int[]{8, 1, 64, 512}) {
                List<String> portion = questions.next(PORTION);
                String how = connections + " connection" + (connections == 1 ? ", " : "s, ") + where;
                asked(server, "uncached, " + how, connections, portion, UNCACHED, connections == 8 ? SOON : 0);
                List<String> again = new ArrayList<>();
                for (int n = 0; n < AGAIN; n++) {
                    again.addAll(portion);
                }
                Collections.shuffle(again);
                asked(server, "cached, " + how, connections, again, CACHED, 0);
            }
        }
    }

    private static void asked(Server server, String what, int connections, List<String> questions, double most,
            double soon) {
        double before = server.cpuSeconds();
        LoadClient.Result result = new LoadClient(server.address(), connections).ask(questions);
        double cpu = server.cpuSeconds() - before;
        double each = result.nanos().length / Math.max(0.01, cpu);
        boolean held = each >= most && (soon == 0 || result.percentile(99) < soon) && result.failed() == 0;
        Trust.row("load", what, String.format(Locale.ROOT, "%.0f a CPU-second, %.0f a second, p50 %.1f ms, p99 %.1f ms,"
                + " %d of %d shed, %d failed, RSS %d MB", each, result.nanos().length / result.seconds(),
                result.percentile(50), result.percentile(99), result.shed(), questions.size(), result.failed(),
                server.memory("VmRSS")),
                most == 0
                        ? ""
                        : String.format(Locale.ROOT, "≥ %.0f a CPU-second%s", most,
                                soon == 0 ? "" : ", p99 < " + (int) soon + " ms"),
                held);
        assertThat(result.failed()).as(what).isZero();
        assertThat(result.nanos()).isNotEmpty();
    }

    /** The second start uses what a first one, as in the image's build, has left. */
    @Test
    void theFirstAnswerAfterAStart(@TempDir Path data) throws IOException {
        Path cache = Trust.FOLDER.resolve("juliu.aot").toAbsolutePath();
        Files.createDirectories(Trust.FOLDER);
        Files.deleteIfExists(cache);
        Server.Plan plan = Server.Plan.of(data, KNOWLEDGE, null);
        double plain = firstAnswer(plan);
        try (Server training = Server.start(plan.with("-XX:AOTCacheOutput=" + cache)).awaitReady()) {
            assertThat(training.ask("学生居留能网上申请吗")).isEqualTo(200);
            training.stop();
        }
        double cached = firstAnswer(plan.with("-XX:AOTCache=" + cache));
        Trust.row("load", "first answer after the start", String.format(Locale.ROOT,
                "%.1f s with the AOT cache, %.1f s without", cached, plain), "≤ 3 s with the AOT cache",
                cached <= START);
    }

    private static double firstAnswer(Server.Plan plan) {
        long begun = System.nanoTime();
        try (Server server = Server.start(plan).awaitReady()) {
            while (server.ask("学生居留能网上申请吗") != 200) {
                LockSupport.parkNanos(LOOK);
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }
}
