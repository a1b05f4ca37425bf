package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Reception;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Json;
import fr.juliu.telegram.fake.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A bot that polls a Bot API server, over HTTP. */
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
final class ReceivingTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final FakeUser HONG = FakeUser.person(6, "红");

    @TempDir
    private Path folder = Path.of("");

    private final FakeBotApi telegram = new FakeBotApi();
    private final FakeChat ming = telegram.privateChat(MING);
    private final FakeChat hong = telegram.privateChat(HONG);
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void messagesOfAChatAreAnsweredInOrder() {
        try (Bot bot = bot(this::hear)) {
            IntStream.range(0, 120).forEach(n -> ming.say(MING, "问题 " + n));
            assertThat(ming.awaitSent(120, SOON).stream().map(Sent::text))
                    .containsExactlyElementsOf(IntStream.range(0, 120).mapToObj(n -> "问题 " + n).toList());
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
            assertThat(bot.way.lastPoll()).isPresent();
            assertThat(new TelegramHealth("polling", bot.way, () -> true, () -> 3, Map::of, bot.lease).health()
                    .getDetails())
                    .containsKey("last successful poll").containsEntry("sending", "locked out")
                    .containsEntry("messages waiting", 3);
        }
    }

    @Test
    void aChatThatHangsKeepsNoOtherBack() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Bot bot = bot(hangingAt("挂", never))) {
            ming.say(MING, "挂");
            ming.say(MING, "后来");
            for (int n = 1; n <= 5; n++) {
                hong.say(HONG, "问 " + n);
                hong.awaitSent(n, SOON);
            }
            assertThat(ming.sentCount()).isZero();
            assertThat(telegram.unconfirmed()).isPositive();
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
            never.countDown();
            assertThat(ming.awaitSent(2, SOON)).extracting(Sent::text).containsExactly("挂", "后来");
        }
    }

    @Test
    void whatHangsIsGivenUp() throws Exception {
        ChatQueues.Limits impatient = new ChatQueues.Limits(200, 64, Duration.ofSeconds(3));
        CountDownLatch never = new CountDownLatch(1);
        try (Bot bot = new Bot(telegram.url(), folder.resolve("juliu.db"), hangingAt("挂", never), null, impatient)) {
            ming.say(MING, "挂");
            ming.say(MING, "后来");
            assertThat(ming.awaitSent(2, SOON)).extracting(Sent::text).satisfiesExactly(
                    sorry -> assertThat(sorry).startsWith("抱歉"), later -> assertThat(later).isEqualTo("后来"));
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
        }
    }

    @Test
    void anUpdateDeliveredTwiceIsHandledOnce() {
        try (Bot bot = bot(this::hear)) {
            ming.say(MING, "一");
            int first = telegram.lastUpdate();
            ming.awaitSent(1, SOON);
            telegram.deliverAgain(first);
            telegram.deliverAgain(first);
            ming.say(MING, "二");
            ming.awaitSent(2, SOON);
            assertThat(heard).containsExactly("一", "二");
            assertThat(bot.registration.self()).map(Self::username).contains(FakeBotApi.BOT_NAME);
        }
    }

    @Test
    void aFailureIsToldToWhoeverAskedAndToNobodyElse(CapturedOutput log) {
        FakeChat group = telegram.supergroup(-1001234567890L, "群").member(MING);
        try (Bot bot = bot(incoming -> {
            throw new IllegalStateException("绝密的问题 of " + incoming);
        })) {
            group.say(MING, "不是问你的");
            ming.say(MING, "绝密的问题");
            assertThat(ming.awaitLast(1, SOON).text()).startsWith("抱歉");
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
            assertThat(group.sentCount()).isZero();
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
        }
        assertThat(log.getAll()).contains("IllegalStateException").doesNotContain("绝密", "不是问你的", FakeBotApi.TOKEN);
    }

    @Test
    void whatACrashInterruptedIsHandledByTheNextProcessOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Bot first = bot(incoming -> {
            begun.countDown();
            hang(never);
            return List.of();
        });
        ming.say(MING, "学生");
        assertThat(begun.await(5, TimeUnit.MINUTES)).isTrue();
        first.crash();
        assertThat(telegram.unconfirmed()).isEqualTo(1);
        try (Bot second = bot(this::hear)) {
            assertThat(ming.awaitLast(1, SOON).text()).isEqualTo("学生");
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
            assertThat(second.way.state()).isEqualTo(TelegramState.OK);
        }
        never.countDown();
        assertThat(heard).containsExactly("学生");
        assertThat(ming.sentCount()).isEqualTo(1);
    }

    @Test
    void aButtonAlwaysStopsWaiting() {
        try (Bot bot = bot(incoming -> incoming instanceof Incoming.Press press && press.data().equals("say")
                ? List.of(new Outgoing.Toast("好", false))
                : Bot.echo(incoming))) {
            ming.say(MING, "学生");
            int message = ming.awaitLast(1, SOON).id();
            assertThat(telegram.awaitToast(ming.pressData(MING, message, "say"), SOON).toString()).contains("好");
            telegram.awaitToast(ming.pressData(MING, message, "nothing"), SOON);
            telegram.awaitToast(ming.pressData(MING, 4, "nothing"), SOON);
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
        }
    }

    @Test
    void closingDoesNotWaitForTheLongPoll() {
        Bot bot = bot(this::hear);
        assertThat(telegram.awaitHeldPoll(SOON)).isTrue();
        bot.close();
        assertThat(telegram.heldPolls()).as("the server has not answered yet").isEqualTo(1);
    }

    @Test
    void updatesThatNobodyUnderstandsAreConfirmed() {
        try (Bot bot = bot(this::hear)) {
            telegram.awaitCalls("getUpdates", 1, SOON);
            telegram.update("message", Json.object().put("message_id", "no number").put("chat", "nowhere"));
            telegram.update("message", Json.object().put("message_id", 7));
            ming.say(MING, "学生");
            ming.awaitSent(1, SOON);
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
            assertThat(bot.way.state()).isEqualTo(TelegramState.OK);
        }
    }

    @Test
    void menusDifferByWhoSeesThem() {
        try (Bot bot = bot(this::hear)) {
            assertThat(telegram.awaitCalls("setMyCommands", 5, SOON)).isTrue();
            assertThat(telegram.commands("all_group_chats", "").toString()).contains("list").doesNotContain("\"pin\"");
            assertThat(telegram.commands("all_chat_administrators", "").toString()).contains("\"pin\"", "settings");
            assertThat(telegram.commands("all_private_chats", "").toString()).contains("forget")
                    .doesNotContain("reindex");
            assertThat(bot.way.state()).isNotNull();
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

    /** A mind that hangs at one message. */
    private Reception hangingAt(String text, CountDownLatch never) {
        return incoming -> {
            if (incoming instanceof Incoming.Message message && message.text().equals(text)) {
                hang(never);
            }
            return hear(incoming);
        };
    }

    /** Does not even mind being interrupted. */
    private static void hang(CountDownLatch never) {
        boolean over = false;
        while (!over) {
            try {
                over = never.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                over = false;
            }
        }
    }
}
