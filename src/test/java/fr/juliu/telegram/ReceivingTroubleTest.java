package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Reception;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.trust.Tried;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A bot that polls a Bot API server which is away, or does not want it. */
@Tried("polling through errors, other pollers and broken connections")
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
final class ReceivingTroubleTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final FakeUser MING = FakeUser.person(5, "明");

    @TempDir
    private Path folder = Path.of("");

    private final FakeBotApi telegram = new FakeBotApi();
    private final FakeChat ming = telegram.privateChat(MING);
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void anotherPollerIsToldOnceAndPollingGoesOn(CapturedOutput log) {
        telegram.faults().conflict();
        try (Bot bot = bot(this::hear)) {
            telegram.awaitCalls("getUpdates", 5, SOON);
            await(() -> bot.way.state() == TelegramState.CONFLICT);
            telegram.faults().clear();
            ming.say(MING, "学生");
            ming.awaitSent(1, SOON);
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
        }
        assertThat(log.getAll()).containsOnlyOnce("another program takes this bot's updates")
                .containsOnlyOnce("Telegram works again").doesNotContain(FakeBotApi.TOKEN);
    }

    @Test
    void aTokenThatIsNotKnownIsToldOnce(CapturedOutput log) {
        telegram.faults().unauthorized();
        try (Bot bot = bot(this::hear)) {
            assertThat(telegram.awaitCalls("getMe", 3, SOON)).isTrue();
            assertThat(bot.way.state()).isEqualTo(TelegramState.UNAUTHORISED);
        }
        assertThat(log.getAll()).containsOnlyOnce("check juliu.telegram.token").doesNotContain(FakeBotApi.TOKEN);
    }

    @Test
    void aTokenThatIsRefusedForAWhileIsTriedOnSoon() {
        try (Bot bot = bot(this::hear)) {
            ming.say(MING, "一");
            ming.awaitSent(1, SOON);
            telegram.faults().unauthorized("getUpdates", 3);
            await(() -> bot.way.state() == TelegramState.UNAUTHORISED);
            ming.say(MING, "二");
            ming.awaitSent(2, SOON);
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
        }
    }

    @Test
    void brokenConnectionsAndServerErrorsAreWaitedOut(CapturedOutput log) {
        try (Bot bot = bot(this::hear)) {
            ming.say(MING, "一");
            ming.awaitSent(1, SOON);
            telegram.faults().resetAfter("getUpdates", 3);
            telegram.faults().serverError("getUpdates", 3, 502);
            telegram.faults().tooMany("getUpdates", 1, 1);
            ming.say(MING, "二");
            ming.say(MING, "三");
            ming.awaitSent(3, SOON);
            assertThat(heard).containsExactly("一", "二", "三");
            await(() -> bot.way.state() == TelegramState.OK);
        }
        assertThat(log.getAll()).doesNotContain(FakeBotApi.TOKEN);
    }

    @Test
    void theAppStartsBeforeTelegramIsReached(CapturedOutput log) throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (Bot bot = new Bot("http://127.0.0.1:" + nobody, folder.resolve("other.db"), this::hear)) {
            assertThat(bot.registration.self()).isEmpty();
            await(() -> bot.way.state() == TelegramState.UNREACHABLE);
        }
        assertThat(log.getAll()).containsOnlyOnce("Telegram cannot be reached").doesNotContain(FakeBotApi.TOKEN);
        telegram.faults().resetBefore("getMe", 4);
        ming.say(MING, "学生");
        try (Bot bot = bot(this::hear)) {
            ming.awaitSent(1, SOON);
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
        }
    }

    private Bot bot(Reception reception) {
        return new Bot(telegram.url(), folder.resolve("juliu.db"), reception);
    }

    private List<Outgoing> hear(Incoming incoming) {
        if (incoming instanceof Incoming.Message message) {
            heard.add(message.text());
        }
        return Bot.echo(incoming);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("it did not come true");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
