package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.store.Databases;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two processes that share a PostgreSQL database; the one that sends, and polls, is killed in the middle. In the long form
 * they are the whole app, and it is also paused for longer than its lease, and goes on.
 */
@Tag("integration")
@Order(1)
@Timeout(3600)
final class ReplicasE2eTest {

    private static final int UPDATES = Amount.of(120, 2000);
    private static final int GROUPS = Amount.of(40, 200);
    private static final boolean WHOLE = Amount.of(0, 1) == 1;
    private static final int OFTEN = 5;
    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final String ASKED = "@" + FakeBotApi.BOT_NAME + " 学生居留能网上申请吗 ";
    private static final long PATIENCE = Duration.ofMinutes(10).toNanos();
    private static final long LOOK = 10_000_000;
    private static final double SECOND = 1e9;

    private final FakeBotApi telegram = new FakeBotApi();
    private final List<FakeChat> groups = IntStream.range(0, GROUPS)
            .mapToObj(n -> telegram.supergroup(-1_009_000_000_000L - n, "群 " + n).member(MING)).toList();
    private final Map<FakeChat, List<Integer>> asked = new HashMap<>();
    private final Random random = new Random(21);
    private final String postgres = Databases.newPostgres();
    private int repeated;

    /** How updates come in, and what happens to the one that sends. */
    static List<Arguments> ways() {
        List<Arguments> ways = new ArrayList<>(
                List.of(Arguments.of("webhook", "killed"), Arguments.of("polling", "killed")));
        if (WHOLE) {
            ways.addAll(List.of(Arguments.of("webhook", "paused"), Arguments.of("polling", "paused")));
        }
        return ways;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyReplyComesOnceAndInOrder(String mode, String fate, @TempDir Path folder) throws IOException {
        telegram.history(10 * UPDATES);
        telegram.enforceLimits();
        List<Integer> ports = List.of(Balancer.freePort(), Balancer.freePort());
        try (telegram; Balancer balancer = new Balancer(ports)) {
            List<AppProcess> replicas = new ArrayList<>();
            try {
                ports.forEach(port -> replicas.add(replica(mode, folder, port, balancer)));
                await(() -> replicas.stream().anyMatch(each -> each.pid() == holder())
                        && telegram.calls("setMyCommands") >= 2);
                run(mode, fate, folder, ports, balancer, replicas);
            } finally {
                replicas.forEach(AppProcess::close);
            }
        }
    }

    private void run(String mode, String fate, Path folder, List<Integer> ports, Balancer balancer,
            List<AppProcess> replicas) {
        long begun = System.nanoTime();
        ask(mode, 0, UPDATES / 2);
        await(() -> sent() >= UPDATES / 4);
        int victim = replicas.getFirst().pid() == holder() ? 0 : 1;
        boolean paused = fate.equals("paused");
        if (paused) {
            replicas.get(victim).pause();
        } else {
            replicas.get(victim).kill();
        }
        long killed = System.nanoTime();
        ask(mode, UPDATES / 2, UPDATES);
        await(() -> replicas.get(1 - victim).pid() == holder());
        double relieved = (System.nanoTime() - killed) / SECOND;
        int then = sent();
        await(() -> sent() > then);
        double replied = (System.nanoTime() - killed) / SECOND;
        if (paused) {
            replicas.get(victim).goOn();
        } else {
            replicas.set(victim, replica(mode, folder, ports.get(victim), balancer));
        }
        await(() -> groups.stream().allMatch(group -> answered(group).containsAll(asked(group)))
                && telegram.unconfirmed() == 0 && waiting() == 0);
        int repeats = sent() - UPDATES;
        List<String> broken = telegram.violations().stream()
                .filter(text -> text.startsWith("chat") || text.startsWith("group")).toList();
        System.out.printf(Locale.ROOT, "REPLICAS %s, %s: %d updates, %d of them twice, holder %s and back:"
                + " lease taken over after %.1f s, next reply after %.1f s, all replies after %.0f s, repeated %d,"
                + " out of order %d, limits of chats broken %d, of all together %d%n", mode,
                WHOLE ? "the whole app" : "echo", UPDATES, repeated + balancer.repeated(), fate, relieved, replied,
                (System.nanoTime() - begun) / SECOND, repeats, outOfOrder(), broken.size(),
                telegram.violations().size() - broken.size());
        assertThat(groups).allSatisfy(
                group -> assertThat(answered(group)).containsExactlyElementsOf(asked(group)));
        assertThat(repeats).as("what was under way when it was stopped").isLessThanOrEqualTo(OFTEN);
        assertThat(broken).isEmpty();
    }

    /** Lets groups ask in turn; where the bot polls, the server gives some updates again. */
    private void ask(String mode, int from, int to) {
        for (int number = from; number < to; number++) {
            FakeChat group = groups.get(number % GROUPS);
            asked.computeIfAbsent(group, each -> new ArrayList<>()).add(group.say(MING, ASKED + number));
            if (mode.equals("polling") && random.nextInt(OFTEN) < 2) {
                telegram.deliverAgain(telegram.lastUpdate() - random.nextInt(Math.min(number + 1, GROUPS)));
                repeated++;
            }
        }
    }

    private List<Integer> asked(FakeChat group) {
        return asked.getOrDefault(group, List.of());
    }

    /** The messages that were answered, in the order of their first answers. */
    private static List<Integer> answered(FakeChat group) {
        return List.copyOf(new LinkedHashSet<>(group.sent().stream().map(Sent::replyTo).toList()));
    }

    private int outOfOrder() {
        return (int) groups.stream().filter(group -> !answered(group).equals(asked(group))).count();
    }

    private int sent() {
        return groups.stream().mapToInt(FakeChat::sentCount).sum();
    }

    private AppProcess replica(String mode, Path folder, int port, Balancer balancer) {
        boolean webhook = mode.equals("webhook");
        return WHOLE
                ? new AppProcess(telegram, folder.resolve("data " + port), "--juliu.database-url=" + postgres,
                        "--juliu.telegram.mode=" + mode, "--juliu.telegram.webhook-secret=secret",
                        "--juliu.public-url=" + balancer.url(), "--server.port=" + port, "--juliu.model=off",
                        "--juliu.limit.person=0", "--juliu.web.limit=0")
                : new AppProcess(EchoProcess.class, List.of(telegram.url(), postgres,
                        String.valueOf(webhook ? port : 0), balancer.url()));
    }

    /** The process that holds the lease; 0 for none. */
    private long holder() {
        try (Connection connection = DriverManager.getConnection(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT owner FROM lease WHERE owner IS NOT NULL")) {
            return row.next() ? Long.parseLong(row.getString(1).split("/", -1)[1]) : 0;
        } catch (SQLException e) {
            // the first replica makes the tables
            return 0;
        }
    }

    private int waiting() {
        try (Connection connection = DriverManager.getConnection(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM outgoing")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + PATIENCE;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not done");
            }
            LockSupport.parkNanos(LOOK);
        }
    }
}
