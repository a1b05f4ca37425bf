package fr.juliu.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole server that lacks what it needs for a while: it answers all the same, and is well again without a restart. */
@Tag("trust")
@Tag("integration")
@Tag("benchmark")
@Timeout(3600)
final class ServerFaultsTest {

    private static final String QUESTION = "学生居留能网上申请吗";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int SLOW = Trust.of(100, 3000);
    private static final int SPARE = 64;
    private static final FakeUser KEEPER = FakeUser.person(9, "管事的");
    private static final byte[] BEGUN = ("POST /api/ask HTTP/1.1\r\nHost: juliu\r\nContent-Type: application/json\r\n"
            + "Content-Length: 60000\r\n\r\n{\"question\": \"").getBytes(StandardCharsets.UTF_8);

    @Test
    void slowBodiesKeepNobodyOut(@TempDir Path data) throws IOException {
        try (Server server = plain(data)) {
            List<Socket> slow = begun(server.address(), SLOW);
            int answered = answered(server, 20);
            told("open bodies that never end: " + SLOW, answered + " of 20 questions beside them answered",
                    answered == 20 && server.health().equals("UP"));
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void fewDescriptorsAreBorne(@TempDir Path data) throws IOException, InterruptedException {
        try (Server server = plain(data)) {
            int open;
            try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(server.pid()), "fd"))) {
                open = (int) files.count();
            }
            new ProcessBuilder("prlimit", "--pid", String.valueOf(server.pid()), "--nofile=" + (open + SPARE) + ":")
                    .inheritIO().start().waitFor();
            List<Socket> crowd = begun(server.address(), 4 * SPARE);
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            for (Socket socket : crowd) {
                socket.close();
            }
            boolean well = becomes(() -> answered(server, 1) == 1 && server.health().equals("UP"));
            told(SPARE + " file descriptors left, " + 4 * SPARE + " connections", "alive " + server.isAlive()
                    + ", answers again once they are gone: " + well, server.isAlive() && well);
        }
    }

    @Test
    void aDeletedAndADamagedDatabaseAreBorne(@TempDir Path data) throws IOException {
        try (Server server = plain(data)) {
            Path file = data.resolve("juliu.db");
            Files.delete(file);
            int deleted = answered(server, 20);
            boolean back = becomes(() -> answered(server, 1) == 1 && Files.exists(file));
            told("database deleted", deleted + " of 20 answered meanwhile, the file is there again: " + back,
                    deleted == 20 && back);
            Files.write(file, new byte[64 * 1024]);
            int damaged = answered(server, 20);
            String health = server.health();
            told("database overwritten with zeros", damaged + " of 20 answered meanwhile, health " + health,
                    damaged == 20);
        }
    }

    @Test
    void theKnowledgeVanishesAndComesHalf(@TempDir Path folder) throws IOException {
        Path knowledge = FirstArticle.and("etudiant.md", folder.resolve("knowledge"));
        Path away = folder.resolve("away");
        try (FakeBotApi telegram = new FakeBotApi();
                Server server = Server.start(Server.Plan.of(folder.resolve("data"), knowledge, telegram,
                        "--juliu.model=off", "--juliu.admins=" + KEEPER.id())).awaitReady()) {
            FakeChat keeper = telegram.privateChat(KEEPER);
            Files.move(knowledge, away);
            String gone = reindexed(keeper, 1);
            int meanwhile = answered(server, 20);
            Files.move(away, knowledge);
            Path article = knowledge.resolve("etudiant.md");
            String whole = Files.readString(article);
            Files.writeString(article, whole.substring(0, 20));
            String half = reindexed(keeper, 2);
            Files.writeString(article, whole + "\n一次改动。\n");
            String again = reindexed(keeper, 3);
            told("the folder of knowledge is gone, then a file is half written, then whole again", "「" + gone + "」「"
                    + half + "」「" + again + "」, " + meanwhile + " of 20 answered meanwhile",
                    meanwhile == 20 && gone.contains("没有发布") && half.contains("没有发布") && again.contains("已发布"));
        }
    }

    @Test
    void whoHasAskedIsAnsweredBeforeItStops(@TempDir Path data) {
        Server server = plain(data);
        List<String> many = new ArrayList<>(Collections.nCopies(Trust.of(500, 20_000), QUESTION));
        LoadClient client = new LoadClient(server.address(), 8);
        CompletableFuture<LoadClient.Result> load = CompletableFuture.supplyAsync(() -> client.ask(many));
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        int exit = server.stop();
        LoadClient.Result result = load.join();
        told("SIGTERM under load", "ended with " + exit + ", " + result.cut() + " requests cut off without an answer",
                exit == 143 && result.cut() == 0);
    }

    private static Server plain(Path data) {
        return Server.start(Server.Plan.of(data, FirstArticle.folder(), null, "--juliu.model=off",
                "--juliu.web.arrival=10m", "--juliu.operators=127.0.0.1")).awaitReady();
    }

    private static void told(String what, String found, boolean held) {
        Trust.row("faults", what, found, "answers go on, and all is well without a restart", held);
        assertThat(held).as("%s: %s", what, found).isTrue();
    }

    private static int answered(Server server, int times) {
        int answered = 0;
        for (int n = 0; n < times; n++) {
            answered += server.ask(QUESTION) == 200 ? 1 : 0;
        }
        return answered;
    }

    private static boolean becomes(BooleanSupplier state) {
        long until = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < until) {
            if (state.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return false;
    }

    /** Connections on which a request has begun and does not go on; those that are not taken are left out. */
    private static List<Socket> begun(InetSocketAddress server, int count) {
        List<Socket> sockets = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Socket socket = new Socket();
            try {
                socket.connect(server, 1000);
                socket.getOutputStream().write(BEGUN);
            } catch (IOException e) {
                // not taken
            }
            sockets.add(socket);
        }
        return sockets;
    }

    /** What the keeper is told of a reindexing, the n-th that he asks for. */
    private static String reindexed(FakeChat keeper, int nth) {
        keeper.say(KEEPER, "/reindex");
        assertThat(becomes(() -> keeper.sent().stream().filter(sent -> sent.text().contains("发布")).count() >= nth))
                .isTrue();
        return keeper.sent().stream().filter(sent -> sent.text().contains("发布")).skip(nth - 1).findFirst()
                .orElseThrow().text().lines().findFirst().orElse("");
    }
}
