package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.trust.Tried;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A full disk and a locked file: what people wait for goes on without the store, and what it costs is counted. */
@Tried("a full disk and a locked file")
@ResourceLock(LogLines.LOCK)
final class StoreTroubleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofHours(1);
    private static final String CHAT = "telegram:5";
    /** More than a page has room for. */
    private static final String BIG = "材料".repeat(4_000);

    private final MovableClock clock = new MovableClock();
    private final AtomicLong ticks = new AtomicLong();
    @TempDir
    private Path folder = Path.of("");
    private Database database = Database.sqlite(Path.of("target/data/none.db"));

    @BeforeEach
    void open() {
        database.close();
        database = open(LONG);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsLostOnAFullDiskIsCountedAndSaidOnceAMinute() {
        QuestionLog log = new QuestionLog(database);
        try (LogLines lines = new LogLines(Trouble.class)) {
            fill(true);
            for (int i = 0; i < 50; i++) {
                log.add(question(BIG));
            }
            database.settle();
            assertThat(database.report().lost()).isEqualTo(50);
            assertThat(database.report().reason()).contains("full");
            assertThat(lines.all()).singleElement().asString().startsWith("WARN The store does not work")
                    .contains("full").doesNotContain("材料");

            ticks.addAndGet(MINUTE.toNanos());
            log.add(question(BIG));
            database.settle();
            assertThat(lines.all()).hasSize(2).last().asString().contains("51 entries are lost");

            fill(false);
            log.add(question(BIG));
            database.settle();
            assertThat(database.report().reason()).isNull();
            assertThat(lines.all()).hasSize(3).last().asString()
                    .isEqualTo("INFO The store works again; 51 entries are lost since the start");
        }
        assertThat(log.since(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void aFullDiskTakesNoReplyWithIt() {
        Outbox outbox = new Outbox(database, clock);
        Claims claims = new Claims(database, clock);
        Replays replays = new Replays(database, clock);
        fill(true);

        assertThat(outbox.accept("telegram:1", MINUTE, List.of(mail("a", BIG), mail("b", BIG)))).isTrue();
        assertThat(outbox.accept("telegram:1", MINUTE, List.of(mail("c", BIG)))).as("the same again").isFalse();
        assertThat(claims.isClaimed("telegram:1")).isTrue();
        assertThat(outbox.waiting("telegram")).isEqualTo(2);
        assertThat(outbox.take("telegram", "one", MINUTE, 9)).containsExactly(mail("a", BIG), mail("b", BIG));
        assertThat(outbox.take("telegram", "one", MINUTE, 9)).isEmpty();
        outbox.postpone(mail("a", BIG), "one", clock.instant().plus(MINUTE));
        outbox.sent(mail("b", BIG), "42");
        assertThat(outbox.take("telegram", "one", MINUTE, 9)).isEmpty();
        clock.pass(MINUTE);
        assertThat(outbox.take("telegram", "one", MINUTE, 9)).extracting(OutgoingMessage::attempts).containsExactly(1);
        outbox.drop(mail("a", BIG));
        assertThat(outbox.waiting("telegram")).isZero();

        assertThat(replays.settle("m", BIG)).isEqualTo(BIG);
    }

    @Test
    void aLockedFileHoldsUpNoAnswerAndLosesNothing() throws SQLException {
        QuestionLog log = new QuestionLog(database);
        Exchanges exchanges = new Exchanges(database, clock);
        Outbox outbox = new Outbox(database, clock);
        Readings readings = new Readings(database, clock);
        Replays replays = new Replays(database, clock);
        try (OutsideLock lock = new OutsideLock(folder.resolve("juliu.db"))) {
            for (int i = 0; i < 6; i++) {
                log.add(question("签证 " + i));
                exchanges.add(exchange("e" + i));
            }
            readings.keep("wechat:p", "t", "state");
            assertThat(exchanges.byId("e3")).contains(exchange("e3"));
            assertThat(exchanges.byAsked(CHAT, "7")).contains(exchange("e5"));
            exchanges.update(new Exchange("e3", CHAT, "7", null, "list", "学生", "{}", clock.instant()));
            assertThat(exchanges.byId("e3")).map(Exchange::kind).contains("list");
            assertThat(readings.of("wechat:p")).contains("state");
            assertThat(outbox.accept("telegram:1", MINUTE, List.of(mail("a", "{}")))).isTrue();
            assertThat(outbox.take("telegram", "one", MINUTE, 9)).containsExactly(mail("a", "{}"));
            assertThat(replays.take("m", MINUTE, MINUTE)).isEqualTo(new Replays.Turn.Mine());
            assertThat(replays.take("m", MINUTE, MINUTE)).isEqualTo(new Replays.Turn.Elsewhere());
            assertThat(replays.settle("m", "可以")).isEqualTo("可以");
            assertThat(replays.take("m", MINUTE, MINUTE)).isEqualTo(new Replays.Turn.Made("可以"));
            assertThat(database.waiting()).isPositive();
        }
        database.settle();

        assertThat(database.waiting()).isZero();
        assertThat(database.report().lost()).as(String.valueOf(database.report())).isZero();
        assertThat(log.since(Instant.EPOCH)).hasSize(6);
        assertThat(exchanges.byId("e3")).map(Exchange::kind).contains("list");
        assertThat(exchanges.bySent(CHAT, "8")).isEmpty();
        assertThat(readings.of("wechat:p")).contains("state");
        assertThat(replays.take("m", MINUTE, MINUTE)).isEqualTo(new Replays.Turn.Made("可以"));
    }

    @Test
    void ofWhatWaitsTheOldestIsLostBeforeTheMemoryIs() throws SQLException {
        QuestionLog log = new QuestionLog(database);
        int more = 10;
        try (OutsideLock lock = new OutsideLock(folder.resolve("juliu.db"))) {
            // one of them is in the writer's hands
            for (int i = 0; i <= Writer.MOST_WAITING + more; i++) {
                log.add(question("签证 " + i));
            }
            assertThat(database.waiting()).isEqualTo(Writer.MOST_WAITING);
        }
        database.settle();

        List<LoggedQuestion> kept = log.since(Instant.EPOCH);
        assertThat(kept.size() + database.report().lost()).isEqualTo(Writer.MOST_WAITING + more + 1L);
        assertThat(database.report().lost()).isBetween((long) more, more + 1L);
        assertThat(kept.getLast().question()).isEqualTo("签证 " + (Writer.MOST_WAITING + more));
    }

    @Test
    void whoIsToldThatItIsKeptIsNotToldSoWhenItIsNot() throws SQLException {
        database.close();
        database = open(SHORT);
        FeedbackBox box = new FeedbackBox(database);
        Feedback word = new Feedback("学生", "listed", null, true, null, clock.instant());
        try (OutsideLock lock = new OutsideLock(folder.resolve("juliu.db"))) {
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> box.give(word, "e1", CHAT))
                    .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
        }
        assertThat(box.since(Instant.EPOCH)).isEmpty();
        // SQLite's driver takes transactions apart after a lock at the beginning of one
        for (int i = 0; i < 3; i++) {
            box.give(word, "e" + i, CHAT);
        }
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> database.lasting().transaction(() -> {
            box.give(word, "e3", CHAT);
            throw new IllegalStateException("on the way");
        }));
        assertThat(box.since(Instant.EPOCH)).hasSize(3);
    }

    @Test
    void whatIsWrongWithTheWorkItselfIsNoTroubleOfTheStore() {
        database.sql("INSERT INTO claim (name, over) VALUES ('a', 1)").update();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> database.sql("INSERT INTO claim (name, over) VALUES ('a', 1)").update())
                .isNotInstanceOf(StoreUnavailableException.class);
        assertThatExceptionOfType(RuntimeException.class)
                .as("what reads cannot write")
                .isThrownBy(() -> database.sql("DELETE FROM claim").query(Integer.class).list());
        assertThat(database.sql("SELECT count(*) FROM claim").query(Integer.class).single()).isEqualTo(1);
    }

    private Database open(Duration patience) {
        Ticker ticker = ticks::get;
        return Database.sqlite(folder.resolve("juliu.db"), patience, ticker);
    }

    /** Lets the file not grow, as on a full disk, or lets it grow again. */
    private void fill(boolean full) {
        for (Database door : List.of(database, database.lasting())) {
            door.transaction(() -> {
                int pages = door.sql("PRAGMA page_count").query(Integer.class).single();
                return door.sql("PRAGMA max_page_count = " + (full ? pages : 1_000_000)).query(Integer.class).single();
            });
        }
    }

    private LoggedQuestion question(String text) {
        return new LoggedQuestion(text, "unknown", "NOT_KNOWN", null, 0.5, "web", clock.instant());
    }

    private Exchange exchange(String id) {
        return new Exchange(id, CHAT, "7", null, "answer", "学生", "{}", clock.instant());
    }

    private OutgoingMessage mail(String id, String payload) {
        return new OutgoingMessage(id, "telegram", CHAT, payload, null, Instant.EPOCH, Instant.EPOCH, 0);
    }
}
