package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How fast the whole app is, how much memory it keeps, and whether many groups are served fairly. */
@Tag("integration")
@Tag("benchmark")
@Timeout(value = 2, unit = TimeUnit.HOURS)
final class LoadTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final int CHATS = 200;
    private static final int ROUNDS = 5;
    private static final int UPDATES = 100_000;
    private static final int LOOK = 10_000;
    private static final int BATCH = 1000;
    private static final int GROUPS = 20;
    private static final int PEOPLE = 40;
    private static final String BOT = "@" + FakeBotApi.BOT_NAME + " ";
    private static final double MILLION = 1e6;

    @TempDir
    private Path data = Path.of("");

    private final FakeBotApi telegram = new FakeBotApi();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void twoHundredChatsAtOnce() throws IOException {
        List<String> questions = questions();
        List<FakeChat> chats = IntStream.range(0, CHATS).mapToObj(n -> telegram.privateChat(person(n))).toList();
        try (App app = unlimited()) {
            List<Long> times = new ArrayList<>();
            for (int round = -2; round < ROUNDS; round++) {
                int first = (round + 2) * CHATS;
                List<Long> took = ask(chats, questions.subList(first, first + CHATS), round + 3);
                times.addAll(round < 0 ? List.of() : took);
                app.awaitNothingWaiting();
            }
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(Locale.ROOT, "LOAD %d chats at once, %d rounds on %d cores: p50 %.0f ms, p99 %.0f ms%n",
                    CHATS, ROUNDS, Runtime.getRuntime().availableProcessors(), sorted[sorted.length / 2] / MILLION,
                    sorted[sorted.length * 99 / 100] / MILLION);
            assertThat(sorted).hasSize(CHATS * ROUNDS);
        }
    }

    @Test
    void memoryIsFlat() throws IOException {
        telegram.history(100);
        List<String> questions = questions();
        List<FakeChat> chats = IntStream.range(0, CHATS).mapToObj(n -> n % 4 == 0
                ? telegram.supergroup(-1_005_000_000_000L - n, "群")
                : telegram.privateChat(person(n))).toList();
        List<Long> heap = new ArrayList<>();
        try (App app = unlimited()) {
            for (int update = 1; update <= UPDATES; update++) {
                FakeChat chat = chats.get(update % CHATS);
                String question = questions.get(update % questions.size());
                chat.say(person(chat.isGroup() ? update % 5000 : (int) chat.id() - 1000),
                        update % 8 == 0 || !chat.isGroup() ? question : BOT + question);
                if (update % BATCH == 0) {
                    assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
                }
                if (update % LOOK == 0) {
                    app.awaitNothingWaiting();
                    heap.add(heapAfterCollection());
                    System.out.println("MEMORY after " + update + " updates: " + heap.getLast() + " MB");
                }
            }
        }
        assertThat(heap.getLast()).isLessThan(heap.get(1) + 20);
    }

    @Test
    void limitsHoldAndGroupsAreServedFairly() {
        List<FakeChat> groups = IntStream.range(0, GROUPS)
                .mapToObj(n -> telegram.supergroup(-1_006_000_000_000L - n, "群 " + n)).toList();
        List<FakeChat> people = IntStream.range(0, PEOPLE).mapToObj(n -> telegram.privateChat(person(n))).toList();
        try (App app = new App(telegram, data)) {
            people.forEach(chat -> chat.say(person((int) chat.id() - 1000), "学生居留能网上申请吗"));
            people.forEach(chat -> chat.awaitSent(1, SOON));
            long begun = System.nanoTime();
            groups.forEach(group -> IntStream.range(0, 12)
                    .forEach(n -> group.say(person(1000 + n), BOT + "学生居留能网上申请吗")));
            people.forEach(chat -> IntStream.range(0, 3)
                    .forEach(n -> chat.say(person((int) chat.id() - 1000), "游客居留能网上申请吗")));
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
            System.out.printf(Locale.ROOT, "FAIR all %d updates handled after %.1f s%n", GROUPS * 12 + PEOPLE * 3,
                    (System.nanoTime() - begun) / MILLION / 1000);
            groups.forEach(group -> group.awaitSent(12, SOON));
            people.forEach(chat -> chat.awaitSent(4, SOON));
            app.awaitNothingWaiting();
            for (int nth : new int[]{1, 4, 8, 12}) {
                spread("groups", nth, groups, begun);
            }
            spread("private chats", 4, people, begun);
            assertThat(telegram.violations()).isEmpty();
        }
    }

    /** Prints when the first and the last chat got their n-th reply. */
    private static void spread(String what, int nth, List<FakeChat> chats, long begun) {
        ToLongFunction<FakeChat> time = chat -> chat.sent().get(nth - 1).nanos() - begun;
        long[] times = chats.stream().mapToLong(time).sorted().toArray();
        System.out.printf(Locale.ROOT, "FAIR reply %d in %d %s: first after %.1f s, last after %.1f s%n", nth,
                chats.size(), what, times[0] / MILLION / 1000, times[times.length - 1] / MILLION / 1000);
    }

    /** Every chat asks, and for each the nanoseconds until its reply. */
    private static List<Long> ask(List<FakeChat> chats, List<String> questions, int replies) {
        long[] asked = new long[chats.size()];
        for (int n = 0; n < asked.length; n++) {
            asked[n] = System.nanoTime();
            chats.get(n).say(person(n), questions.get(n));
        }
        return IntStream.range(0, asked.length)
                .mapToObj(n -> chats.get(n).awaitLast(replies, SOON).nanos() - asked[n]).toList();
    }

    private App unlimited() {
        return new App(telegram, data, "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0");
    }

    private static long heapAfterCollection() {
        for (int n = 0; n < 3; n++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1 << 20);
    }

    private static List<String> questions() throws IOException {
        return Files.readAllLines(Path.of("knowledge/questions.jsonl")).stream()
                .map(line -> Json.read(line, "question").path("q").asString("")).distinct().toList();
    }

    private static FakeUser person(int number) {
        return FakeUser.person(1000L + number, "网友 " + number);
    }
}
