package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.keep.HandClock;
import fr.juliu.store.Database;
import fr.juliu.store.Ids;
import fr.juliu.store.Listings;
import fr.juliu.store.Watch;
import fr.juliu.store.Watches;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who wait for one permit, told by a process that is killed twice on the way, by a Telegram that stumbles. */
@Tag("integration")
final class WatchCrowdTest {

    private static final int CROWD = Amount.of(120, 10_000);
    private static final int KILLS = Amount.of(1, 2);
    private static final String NOTHING = "{\"rows\":[]}";
    private static final int GROUP_EVERY = 50;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long PATIENCE = Duration.ofMinutes(30).toNanos();
    private static final String ROW = "| 2020 年 9 月 | 学生 étudiant |";
    private static final double SECOND = 1e9;

    @Test
    void allAreToldAndHardlyAnyTwice(@TempDir Path folder) throws InterruptedException {
        KnowledgeFolder articles = new KnowledgeFolder(folder.resolve("knowledge"));
        Path data = folder.resolve("data");
        try (FakeBotApi telegram = new FakeBotApi()) {
            telegram.history(CROWD);
            telegram.enforceLimits();
            List<FakeChat> crowd = IntStream.range(0, CROWD).mapToObj(n -> chat(telegram, n)).toList();
            gather(data, crowd);
            articles.edit(ROW, "| 2024 年 6 月 | 普通工作居留 salarié |\n" + ROW);
            telegram.faults().tooMany("sendMessage", 3, 1);
            telegram.faults().resetBefore("sendMessage", 5);
            long begun = System.nanoTime();
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = CROWD * kill / (KILLS + 1);
                try (AppProcess app = app(telegram, data, articles)) {
                    await(() -> told(crowd) >= enough);
                    app.kill();
                }
            }
            try (AppProcess app = app(telegram, data, articles)) {
                await(() -> crowd.stream().allMatch(chat -> chat.sentCount() > 0));
                await(() -> due(data) == 0);
            }
            int repeats = crowd.stream().mapToInt(FakeChat::sentCount).sum() - CROWD;
            System.out.printf(Locale.ROOT,
                    "WATCHERS %d told of one permit, %d kill -9 on the way: repeated %d, %.0f s, limits broken %d%n",
                    CROWD,
                    KILLS, repeats, (System.nanoTime() - begun) / SECOND, telegram.violations().size());
            assertThat(crowd).allMatch(chat -> chat.sentCount() >= 1);
            assertThat(repeats).isLessThanOrEqualTo(2 * KILLS);
        }
    }

    private static FakeChat chat(FakeBotApi telegram, int number) {
        return number % GROUP_EVERY == 0
                ? telegram.supergroup(-1_006_000_000_000L - number, "群").administrator(FakeBotApi.BOT,
                        "can_pin_messages")
                : telegram.privateChat(FakeUser.person(1000 + number, "人"));
    }

    /** All wait for the permit that the table will list. */
    private static void gather(Path data, List<FakeChat> crowd) {
        HandClock clock = new HandClock();
        try (Database database = Database.sqlite(data.resolve("juliu.db"))) {
            new Listings(database, clock).take(Map.of("salarie", NOTHING), false);
            Ids ids = new Ids(clock);
            Watches watches = new Watches(database);
            crowd.forEach(chat -> watches.add(new Watch(ids.next(), Addresses.MESSENGER, "telegram:" + chat.id(), null,
                    chat.isGroup(), "salarie", NOTHING)));
            assertThat(new Listings(database, clock).waiting()).isEqualTo(new Listings.Waiting(0, 0));
        }
    }

    private static int told(List<FakeChat> crowd) {
        return (int) crowd.stream().filter(chat -> chat.sentCount() > 0).count();
    }

    private static int due(Path data) {
        try (Database database = Database.sqlite(data.resolve("juliu.db"))) {
            return new Listings(database, new HandClock()).waiting().due();
        }
    }

    private static AppProcess app(FakeBotApi telegram, Path data, KnowledgeFolder articles) {
        return new AppProcess(telegram, data, "--juliu.model=off", articles.setting());
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not done");
            }
            Thread.sleep(LOOK);
        }
    }
}
