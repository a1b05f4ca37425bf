package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.trust.Tried;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a moderator was told is kept, is kept, though the process is killed that very moment. */
@Tried(value = "kill -9 right after a pin is confirmed", part = "crash")
@Tag("integration")
@Order(1)
final class PinsSurviveTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final FakeUser MING = FakeUser.person(5, "明");

    @TempDir
    private Path data = Path.of("");

    private FakeBotApi telegram = new FakeBotApi();
    private FakeChat group = telegram.group(-1, "群");

    @BeforeEach
    void gather() {
        telegram = new FakeBotApi();
        group = telegram.supergroup(-1_004_000_000_001L, "群").member(MING).creator(HONG)
                .administrator(FakeBotApi.BOT, "can_pin_messages");
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void aPinIsThereAfterEachKill() {
        killAndLook(2);
    }

    @Test
    @Tag("benchmark")
    void aPinIsThereAfterFiftyKills() {
        killAndLook(50);
    }

    /** Each process looks for the pin of the one before, keeps another and is killed. */
    private void killAndLook(int rounds) {
        List<Integer> pinned = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (AppProcess app = app()) {
                look(round - 1);
                int said = group.say(MING, answer(round));
                int command = group.reply(HONG, said, "/pin " + question(round));
                assertThat(reply(command).text()).startsWith("记住了。");
                app.kill();
                pinned.add(said);
            }
        }
        try (AppProcess app = app()) {
            look(rounds - 1);
            assertThat(reply(group.say(HONG, "/pins")).text()).startsWith("本群的回答（" + rounds + " 条）");
            // the newest was asked a moment ago: asked again, it would but be pointed at
            IntStream.range(0, rounds - 1).forEach(this::look);
            assertThat(group.pinned()).containsExactlyElementsOf(pinned);
            System.out.println("PINS kept after kill -9 at once behind the confirmation: " + rounds + " of " + rounds
                    + "; pinned in the chat too: " + group.pinned().size());
        }
    }

    private void look(int round) {
        if (round >= 0) {
            int message = group.say(MING, "@" + FakeBotApi.BOT_NAME + " " + question(round));
            assertThat(reply(message).text()).startsWith("本群的回答").contains(answer(round));
        }
    }

    private AppProcess app() {
        return new AppProcess(telegram, data, "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0", "--juliu.model=off");
    }

    /** The first words of the bot under a message; a message whose sending a kill cut off may come twice. */
    private Sent reply(int message) {
        for (int seen = group.sentCount();; seen++) {
            Optional<Sent> found = group.sent().stream().filter(sent -> sent.replyTo() == message).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            group.awaitSent(seen + 1, SOON);
        }
    }

    private static String question(int round) {
        return "第 " + round + " 号楼的宣誓翻译找谁";
    }

    private static String answer(int round) {
        return "找 " + round + " 号楼的王老师。";
    }
}
