package fr.juliu.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.store.Database;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.Pin;
import fr.juliu.store.Pins;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process killed at any moment of its work: what was confirmed is there, and the next start goes on. Every second kill
 * comes soon after a confirmation, the others whenever chance has it.
 */
@Tag("trust")
@Tag("integration")
@Tag("benchmark")
@Timeout(3600)
final class KillsTest {

    private static final int KILLS = Trust.of(2, 200);
    private static final long LONGEST = Duration.ofMillis(1500).toNanos();
    private static final long SOON = Duration.ofMillis(200).toNanos();
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();
    private static final long LOOK = Duration.ofMillis(10).toNanos();
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final FakeUser MING = FakeUser.person(5, "明");

    private final Random random = new Random(18);
    private final List<String> pinned = new ArrayList<>();
    private int feedback;

    @Test
    void whatWasConfirmedIsThere(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path knowledge = FirstArticle.and("etudiant.md", folder.resolve("knowledge"));
        try (FakeBotApi telegram = new FakeBotApi()) {
            FakeChat group = telegram.supergroup(-1_008_000_000_001L, "群").member(MING).creator(HONG)
                    .administrator(FakeBotApi.BOT, "can_pin_messages");
            FakeChat keeper = telegram.privateChat(HONG);
            for (int kill = 0; kill < KILLS; kill++) {
                killed(telegram, data, knowledge, group, keeper, kill);
                check(data.resolve("juliu.db"), kill);
            }
            boolean some = !pinned.isEmpty() && feedback > 0;
            Trust.row("crash", KILLS + " times kill -9 under pins, feedback and reindexing",
                    pinned.size() + " pins and " + feedback + " judgements confirmed, all there after each kill",
                    "some confirmed, none of it lost", some);
            assertThat(some).as("something was confirmed").isTrue();
        }
    }

    private void killed(FakeBotApi telegram, Path data, Path knowledge, FakeChat group, FakeChat keeper, int kill)
            throws IOException {
        Path article = knowledge.resolve("etudiant.md");
        try (Server server = Server.start(Server.Plan
                .of(data, knowledge, telegram, "--juliu.model=off", "--juliu.admins=" + HONG.id())
                .with("-XX:TieredStopAtLevel=1")).awaitReady()) {
            Files.writeString(article, Files.readString(article).replaceAll("\n第 \\d+ 次改动。\n", "")
                    + "\n第 " + kill + " 次改动。\n");
            keeper.say(HONG, "/reindex");
            int answer = group.say(MING, "找 " + kill + " 号楼的王老师。");
            String question = "第 " + kill + " 号楼的宣誓翻译找谁";
            int command = group.reply(HONG, answer, "/pin " + question);
            FakeUser asker = FakeUser.person(100 + kill, "网友 " + kill);
            FakeChat chat = telegram.privateChat(asker);
            chat.say(asker, "学生居留能网上申请吗");
            boolean soon = kill % 2 == 0;
            long until = System.nanoTime() + (soon ? PATIENCE : random.nextLong(LONGEST));
            String press = "";
            while (System.nanoTime() < until) {
                if (press.isEmpty() && chat.sentCount() > 0) {
                    press = chat.press(asker, chat.sent().getFirst(), "👍 有用");
                }
                if (soon && !press.isEmpty() && telegram.isAnswered(press) && isConfirmed(group, command)) {
                    until = System.nanoTime() + random.nextLong(SOON);
                    soon = false;
                }
                LockSupport.parkNanos(LOOK);
            }
            server.close();
            if (isConfirmed(group, command)) {
                pinned.add(question);
            }
            feedback += !press.isEmpty() && telegram.isAnswered(press) ? 1 : 0;
        }
    }

    private static boolean isConfirmed(FakeChat group, int command) {
        return group.sent().stream()
                .anyMatch(sent -> sent.replyTo() == command && sent.text().startsWith("记住了。"));
    }

    /** Looks into the file that the killed process has left. */
    private void check(Path file, int kill) {
        try (Database database = Database.sqlite(file)) {
            List<String> kept = new Pins(database).of("telegram:-1008000000001").stream().map(Pin::question).toList();
            assertThat(kept).as("after kill %d", kill).containsAll(pinned);
            assertThat(new FeedbackBox(database).since(Instant.EPOCH)).hasSizeGreaterThanOrEqualTo(feedback);
        }
    }
}
