package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("integration")
final class RetentionTest extends StoreTest {

    private static final int DAYS = 30;
    private static final Duration LONG = Duration.ofDays(DAYS);

    @ParameterizedTest
    @EnumSource
    void whatIsOlderThanItsTimeGoesToTheMillisecond(Databases.Kind kind) {
        Database database = open(kind);
        for (Duration more : new Duration[]{Duration.ZERO, MILLI}) {
            store(database, more);
        }

        new Retention(database, clock, DAYS).run();

        assertThat(new QuestionLog(database).since(Instant.EPOCH)).extracting(LoggedQuestion::question)
                .containsExactly("PT0S");
        assertThat(new FeedbackBox(database).since(Instant.EPOCH)).extracting(Feedback::question)
                .containsExactly("long PT0S", "PT0.001S", "PT0S");
        assertThat(database.sql("SELECT question FROM feedback WHERE person IS NOT NULL OR exchange IS NOT NULL")
                .query(String.class).list()).containsExactly("PT0S");
        assertThat(ids(database, "exchange")).containsExactly("PT0S");
        assertThat(ids(database, "outgoing")).containsExactly("PT0S");
        assertThat(database.sql("SELECT name FROM claim").query(String.class).list()).containsExactly("still");
    }

    @ParameterizedTest
    @EnumSource
    void aPersonForgottenLeavesHisPinsAndFeedbackWithoutAName(Databases.Kind kind) {
        Database database = open(kind);
        Exchanges exchanges = new Exchanges(database, clock);
        Outbox outbox = new Outbox(database, clock);
        Pins pins = new Pins(database);
        FeedbackBox box = new FeedbackBox(database);
        exchanges.add(exchange("e1", "telegram:5", "7"));
        exchanges.add(exchange("e2", CHAT, "7"));
        outbox.add(message("a", "telegram:5", "e1"));
        outbox.add(message("b"));
        pins.keep(pin("p1", CHAT, "问题"));
        box.give(new Feedback("学生", "listed", null, true, null, clock.instant()), "e2", "telegram:5");
        box.give(new Feedback("签证", "listed", null, true, null, clock.instant()), "e2", "telegram:6");

        new Retention(database, clock, DAYS).forget("telegram:5", "telegram:5");

        assertThat(ids(database, "exchange")).containsExactly("e2");
        assertThat(ids(database, "outgoing")).containsExactly("b");
        assertThat(pins.byId(CHAT, "p1")).contains(new Pin("p1", CHAT, "问题", "可以", "42", null, null,
                clock.instant(), "2024-07", "listed"));
        assertThat(box.since(clock.instant())).hasSize(2);
        assertThat(database.sql("SELECT question FROM feedback WHERE person IS NOT NULL").query(String.class).list())
                .containsExactly("签证");
    }

    @Test
    void theJobRunsAtOnceAgainAndAfterAFailure() throws Exception {
        CountDownLatch turns = new CountDownLatch(3);
        try (RetentionJob job = new RetentionJob(() -> {
            turns.countDown();
            throw new IllegalStateException("the database is away");
        }, MILLI)) {
            assertThat(turns.await(5, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** One of each kind, older than its time by so much. */
    private void store(Database database, Duration more) {
        String name = more.toString();
        Instant beyond = clock.ago(LONG.plus(more));
        Instant twoDays = clock.ago(Duration.ofDays(2).plus(more));
        Instant day = clock.ago(Duration.ofDays(1).plus(more));
        new QuestionLog(database).add(new LoggedQuestion(name, "listed", null, null, 1, "web", beyond));
        FeedbackBox box = new FeedbackBox(database);
        box.give(new Feedback("long " + name, "listed", null, true, null, beyond), "old" + name, "telegram:5");
        box.give(new Feedback(name, "listed", null, true, null, twoDays), "new" + name, "telegram:5");
        new Exchanges(database, clock)
                .add(new Exchange(name, CHAT, "7", null, "answer", "学生", "{}", twoDays));
        new Outbox(database, clock).add(new OutgoingMessage(name, MESSENGER, CHAT, "{}", null, day, day, 0));
        Claims claims = new Claims(database, clock);
        claims.claim("still", MILLI);
        claims.claim("over" + name, Duration.ZERO);
    }

    private static List<String> ids(Database database, String table) {
        return database.sql("SELECT id FROM " + table + " ORDER BY id").query(String.class).list();
    }
}
