package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exchanges, pins, groups, questions, feedback and ids. */
@Tag("integration")
final class RecordsTest extends StoreTest {

    @ParameterizedTest
    @EnumSource
    void anExchangeIsFoundByEachOfItsIdsFor48Hours(Databases.Kind kind) {
        Exchanges exchanges = new Exchanges(open(kind), clock);
        Exchange first = exchange("e1", CHAT, "7");
        exchanges.add(first);
        clock.pass(MILLI);
        Exchange second = new Exchange("e2", CHAT, "7", "8", "list", "0612345678 学生\0", "{\"x\": 1}", clock.instant());
        exchanges.add(second);

        assertThat(exchanges.byId("e1")).contains(first);
        assertThat(exchanges.byId("e2")).hasValueSatisfying(exchange -> assertThat(exchange.about())
                .isEqualTo("〔号码〕 学生\uFFFD"));
        assertThat(exchanges.byAsked(CHAT, "7")).map(Exchange::id).contains("e2");
        assertThat(exchanges.bySent(CHAT, "8")).map(Exchange::id).contains("e2");
        assertThat(exchanges.bySent("telegram:other", "8")).isEmpty();
        clock.pass(Exchanges.KEPT);
        assertThat(exchanges.byId("e1")).isEmpty();
        assertThat(exchanges.byId("e2")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void anExchangeTakesAnotherKindQuestionAndDetails(Databases.Kind kind) {
        Exchanges exchanges = new Exchanges(open(kind), clock);
        Exchange old = exchange("e1", CHAT, "7");
        exchanges.add(old);

        exchanges.update(new Exchange("e1", "ignored", "ignored", null, "pinned", "护照 E12345678", "[]",
                clock.instant()));

        assertThat(exchanges.byId("e1"))
                .contains(new Exchange("e1", CHAT, "7", null, "pinned", "护照 〔号码〕", "[]", old.at()));
    }

    @ParameterizedTest
    @EnumSource
    void whoKeepsQuestionsFromASecondReaderIsRememberedAndGoesAlongWithTheGroup(Databases.Kind kind) {
        Database database = open(kind);
        Unread unread = new Unread(database);
        unread.set(CHAT, true);
        unread.set(CHAT, true);
        new Groups(database).move(CHAT, "telegram:-200");

        assertThat(unread.holds(CHAT)).isFalse();
        assertThat(unread.holds("telegram:-200")).isTrue();
        unread.set("telegram:-200", false);
        assertThat(unread.holds("telegram:-200")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatASecondReaderChoseIsCountedAndListedUntilTheKeeperHasDealtWithIt(Databases.Kind kind) {
        Database database = open(kind);
        QuestionLog log = new QuestionLog(database);
        LoggedQuestion changed = new LoggedQuestion("交了没消息", "section", null, "工作许可", 0.9, "web", clock.instant(),
                new LoggedQuestion.Second("changed", "unknown"));
        log.add(changed);
        log.add(changed);
        log.add(new LoggedQuestion("别的", "unknown", "NOT_KNOWN", null, 0.9, "web", clock.instant(),
                new LoggedQuestion.Second("late", null)));
        log.add(new LoggedQuestion("学生", "listed", null, "居留", 0.97, "web", clock.instant()));

        assertThat(log.since(clock.instant())).contains(changed);
        assertThat(log.readings(clock.instant())).containsOnly(Map.entry("changed", 2), Map.entry("late", 1));
        assertThat(log.chosen(clock.instant())).containsExactly(new QuestionLog.Chosen("交了没消息", "unknown", "section",
                "工作许可", 2, clock.instant()));
    }

    @ParameterizedTest
    @EnumSource
    void aPinIsKeptOnceAQuestion(Databases.Kind kind) {
        Pins pins = new Pins(open(kind));
        pins.keep(pin("p1", CHAT, "问题一"));
        clock.pass(MILLI);
        pins.keep(pin("p2", CHAT, "问题二"));
        clock.pass(MILLI);
        Pin newer = new Pin("p3", CHAT, "问题一", "打 34 39 或 01 53 71 53 71，我的号 9903123456", "43", null, null,
                clock.instant(), "2024-08", "unknown");
        pins.keep(newer);
        pins.keep(pin("p1", "telegram:other", "问题一"));

        assertThat(pins.of(CHAT)).extracting(Pin::id).containsExactly("p2", "p3");
        assertThat(pins.byId(CHAT, "p1")).isEmpty();
        assertThat(pins.byId(CHAT, "p3")).contains(new Pin("p3", CHAT, "问题一",
                "打 34 39 或 01 53 71 53 71，我的号 〔号码〕", "43", null, null, newer.at(), "2024-08", "unknown"));
        assertThat(pins.byMessage(CHAT, "42")).map(Pin::id).contains("p2");
        assertThat(pins.byMessage("telegram:none", "42")).isEmpty();
        assertThat(pins.remove(CHAT, "p2")).isTrue();
        assertThat(pins.remove(CHAT, "p2")).isFalse();
        assertThat(pins.of(CHAT)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aNoteThatGetsOtherQuestionsTakesThePlaceOfOthers(Databases.Kind kind) {
        Pins pins = new Pins(open(kind));
        pins.keep(pin("p1", CHAT, "问题一"));
        pins.keep(pin("p2", CHAT, "问题二"));

        pins.replace(CHAT, "p2", List.of(ofNote("p3", "p2", "我 06 12 34 56 78"), ofNote("p4", "p2", "问题三")));
        assertThat(pins.of(CHAT)).extracting(Pin::question).containsExactly("问题一", "我 〔号码〕", "问题三");
        assertThat(pins.ofNote(CHAT, "p2")).extracting(Pin::id).containsExactly("p3", "p4");
        assertThat(pins.byQuestion(CHAT, "我 06 12 34 56 78")).map(Pin::id).contains("p3");
        pins.replace(CHAT, "p2", List.of(ofNote("p5", "p2", "问题一")));
        assertThat(pins.of(CHAT)).containsExactly(ofNote("p5", "p2", "问题一"));
    }

    @ParameterizedTest
    @EnumSource
    void aNoteDroppedCanBeBroughtBackForTwoDays(Databases.Kind kind) {
        Database database = open(kind);
        Pins pins = new Pins(database);
        Pin one = ofNote("p1", "n", "问题一");
        Pin two = ofNote("p2", "n", "问题二");
        pins.keep(one);
        pins.keep(two);
        pins.keep(pin("p9", CHAT, "另一个"));

        assertThat(pins.drop(CHAT, "n", clock.instant())).isEqualTo(2);
        assertThat(pins.drop(CHAT, "n", clock.instant())).isZero();
        assertThat(pins.of(CHAT)).extracting(Pin::id).containsExactly("p9");
        assertThat(pins.byMessage(CHAT, "42")).map(Pin::id).contains("p9");
        assertThat(pins.byId(CHAT, "p1")).isEmpty();
        pins.keep(pin("p3", CHAT, "问题二"));
        clock.pass(Pins.RESTORABLE);
        new Retention(database, clock, 90).run();
        assertThat(pins.restore(CHAT, "n", clock.instant())).isEqualTo(1);
        assertThat(pins.ofNote(CHAT, "n")).containsExactly(one);

        pins.drop(CHAT, "n", clock.instant());
        clock.pass(Pins.RESTORABLE.plus(MILLI));
        assertThat(pins.restore(CHAT, "n", clock.instant())).isZero();
        new Retention(database, clock, 90).run();
        assertThat(database.sql("SELECT id FROM pin").query(String.class).list()).containsExactlyInAnyOrder("p3", "p9");
    }

    private Pin ofNote(String id, String note, String question) {
        return new Pin(id, note, CHAT, question, "", "photo:AgAC", "42", false, "telegram:5", "小王", clock.instant(),
                "e", "v");
    }

    @ParameterizedTest
    @EnumSource
    void aGroupHasTheDefaultSettingsUntilItSetsOthers(Databases.Kind kind) {
        Groups groups = new Groups(open(kind));
        assertThat(groups.settings(CHAT)).isEqualTo(GroupSettings.DEFAULT);
        groups.set(CHAT, new GroupSettings(true, 0.8));
        groups.set(CHAT, new GroupSettings(true, 0.95));
        assertThat(groups.settings(CHAT)).isEqualTo(new GroupSettings(true, 0.95));
    }

    @ParameterizedTest
    @EnumSource
    void aGroupKeepsWhenItWantsTheBotToSpeak(Databases.Kind kind) {
        Groups groups = new Groups(open(kind));
        GroupSettings settings = new GroupSettings(GroupSettings.Speaks.NAMED, 0.85,
                new GroupSettings.QuietHours(22, 8), Duration.ofMinutes(5));
        groups.set(CHAT, settings);
        assertThat(groups.settings(CHAT)).isEqualTo(settings);
        groups.set(CHAT, settings.withQuiet(null).withSpeaks(GroupSettings.Speaks.ASKED));
        assertThat(groups.settings(CHAT).quiet()).isNull();
        assertThat(groups.settings(CHAT).speaks()).isEqualTo(GroupSettings.Speaks.ASKED);
        assertThat(settings.quiet()).isNotNull().satisfies(quiet -> assertThat(IntStream.range(0, 24)
                .filter(quiet::holds)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 22, 23));
    }

    @ParameterizedTest
    @EnumSource
    void aMuteHoldsUntilItsTimeInItsGroup(Databases.Kind kind) {
        Database database = open(kind);
        Mutes mutes = new Mutes(database, clock);
        mutes.keep(new Mute(CHAT, "telegram:5", "小王", clock.instant().plus(MINUTE)));
        mutes.keep(new Mute(CHAT, "telegram:6", "小李", clock.instant().plus(MINUTE)));
        mutes.keep(new Mute(CHAT, "telegram:6", "小李", clock.instant().plus(MINUTE).plus(MINUTE)));
        assertThat(mutes.holds(CHAT, "telegram:5")).isTrue();
        assertThat(mutes.holds("telegram:-200", "telegram:5")).isFalse();
        new Groups(database).move(CHAT, "telegram:-200");
        assertThat(mutes.of("telegram:-200")).extracting(Mute::name).containsExactly("小王", "小李");
        new Retention(database, clock, 90).forget("telegram:6", "telegram:6");
        assertThat(mutes.of("telegram:-200")).extracting(Mute::name).containsExactly("小王", null);
        clock.pass(MINUTE);
        assertThat(mutes.holds("telegram:-200", "telegram:5")).isFalse();
        assertThat(mutes.holds("telegram:-200", "telegram:6")).isTrue();
        mutes.end("telegram:-200", "telegram:6");
        assertThat(mutes.of("telegram:-200")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aKeptMessageGetsAnotherAnswerForAllItsQuestions(Databases.Kind kind) {
        Pins pins = new Pins(open(kind));
        pins.keep(pin("p1", CHAT, "问题一"));
        pins.keep(pin("p2", CHAT, "问题二"));
        pins.rewrite(CHAT, pin("p1", CHAT, "问题一").message(), "新的回答，居留号 9912345678");
        assertThat(pins.of(CHAT)).extracting(Pin::answer).containsOnly("新的回答，居留号 〔号码〕");
    }

    @ParameterizedTest
    @EnumSource
    void aGroupThatMovesTakesEverythingAlong(Databases.Kind kind) {
        Database database = open(kind);
        Pins pins = new Pins(database);
        Groups groups = new Groups(database);
        Outbox outbox = new Outbox(database, clock);
        String to = "telegram:-200";
        pins.keep(pin("p1", CHAT, "问题一"));
        pins.keep(pin("p2", CHAT, "问题二"));
        pins.keep(pin("p3", to, "问题二"));
        groups.set(CHAT, new GroupSettings(true, 0.8));
        outbox.add(message("a"));

        groups.move(CHAT, to);
        groups.move(to, to);

        assertThat(pins.of(CHAT)).isEmpty();
        assertThat(pins.of(to)).extracting(Pin::id).containsExactly("p1", "p3");
        assertThat(groups.settings(to)).isEqualTo(new GroupSettings(true, 0.8));
        assertThat(groups.settings(CHAT)).isEqualTo(GroupSettings.DEFAULT);
        assertThat(outbox.take(MESSENGER, "one", MINUTE, 9)).containsExactly(message("a", to, null));
        groups.set(CHAT, new GroupSettings(false, 0.1));
        groups.move(CHAT, to);
        assertThat(groups.settings(to)).isEqualTo(new GroupSettings(true, 0.8));
    }

    @ParameterizedTest
    @EnumSource
    void aGroupThatMovesNumbersItsMessagesAnew(Databases.Kind kind) {
        Database database = open(kind);
        Pins pins = new Pins(database);
        Exchanges exchanges = new Exchanges(database, clock);
        String to = "telegram:-200";
        pins.keep(pin("p1", CHAT, "问题一"));
        pins.keep(pin("p2", to, "问题二"));
        exchanges.add(exchange("e1", CHAT, "7"));
        exchanges.add(exchange("e2", CHAT, "8"));
        new Outbox(database, clock).add(message("a", CHAT, "e2"));

        new Groups(database).move(CHAT, to);

        assertThat(pins.byId(to, "p1")).map(Pin::message).contains("");
        assertThat(pins.byMessage(to, "42")).map(Pin::id).contains("p2");
        assertThat(exchanges.byId("e1")).isEmpty();
        assertThat(exchanges.byId("e2")).map(Exchange::chat).contains(to);
        assertThat(exchanges.byAsked(to, "8")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void questionsAreCountedAndMasked(Databases.Kind kind) {
        QuestionLog log = new QuestionLog(open(kind));
        log.add(question("旧的", "unknown", "NOT_KNOWN"));
        clock.pass(MILLI);
        for (String question : new String[]{"签证", "护照 EA1234567", "签证"}) {
            log.add(question(question, "unknown", "NOT_KNOWN"));
        }
        log.add(question("学费", "unknown", "POINT_NOT_KNOWN"));
        log.add(question("你好", "unknown", "GREETING"));
        log.add(new LoggedQuestion("学生", "listed", null, "居留", 0.97, "web", clock.instant()));

        Instant hour = clock.ago(MILLI);
        assertThat(log.counts(clock.instant(), clock.instant().plus(MILLI))).containsExactlyInAnyOrder(
                new QuestionLog.Counted(hour, "web", "unknown", "NOT_KNOWN", null, 3),
                new QuestionLog.Counted(hour, "web", "unknown", "POINT_NOT_KNOWN", null, 1),
                new QuestionLog.Counted(hour, "web", "unknown", "GREETING", null, 1),
                new QuestionLog.Counted(hour, "web", "listed", null, "居留", 1));
        assertThat(log.counts(clock.ago(MILLI), clock.instant())).singleElement()
                .isEqualTo(new QuestionLog.Counted(hour, "web", "unknown", "NOT_KNOWN", null, 1));
        assertThat(log.unanswered(clock.instant()).getFirst())
                .isEqualTo(new QuestionLog.Asked("签证", 2, clock.instant()));
        assertThat(log.unanswered(clock.instant())).extracting(QuestionLog.Asked::question)
                .containsExactlyInAnyOrder("签证", "护照 〔号码〕", "学费");
        assertThat(log.since(clock.instant())).hasSize(6)
                .contains(new LoggedQuestion("学生", "listed", null, "居留", 0.97, "web", clock.instant()));
        assertThat(log.since(clock.ago(MILLI)).getFirst()).isEqualTo(
                new LoggedQuestion("旧的", "unknown", "NOT_KNOWN", null, 0.5, "web", clock.ago(MILLI)));
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionLogHasNoPlaceForAPerson(Databases.Kind kind) {
        Database database = open(kind);
        new QuestionLog(database).add(question("签证", "unknown", "NOT_KNOWN"));

        database.settle();

        assertThat(database.sql("SELECT * FROM question").query((row, number) -> columns(row)).single())
                .containsExactlyInAnyOrder("id", "question", "outcome", "reason", "section", "confidence", "messenger",
                        "asked", "second", "local");
    }

    @ParameterizedTest
    @EnumSource
    void aSecondWordOnAnAnswerReplacesTheFirst(Databases.Kind kind) {
        FeedbackBox box = new FeedbackBox(open(kind));
        Feedback good = new Feedback("学生", "listed", "居留", true, null, clock.instant());
        Feedback bad = new Feedback("护照 14AA12345", "unknown", null, false, "过时，打我 0612345678", clock.instant());

        box.give(good, "e1", "telegram:5");
        box.give(good, "e1", "telegram:6");
        box.give(bad, "e1", "telegram:5");

        assertThat(box.since(clock.instant())).containsExactlyInAnyOrder(good,
                new Feedback("护照 〔号码〕", "unknown", null, false, "过时，打我 〔号码〕", clock.instant()));
        assertThat(box.since(clock.instant().plus(MILLI))).isEmpty();
    }

    @Test
    void idsAreShortDifferentAndInOrder() {
        Ids ids = new Ids(clock);
        TreeSet<String> sorted = new TreeSet<>();
        for (int i = 0; i < 1000; i++) {
            String id = ids.next();
            assertThat(id).matches("[0-9a-z]{20}");
            assertThat(sorted.isEmpty() || sorted.last().compareTo(id) < 0).isTrue();
            sorted.add(id);
        }
        clock.pass(MILLI);
        assertThat(new Ids(clock).next()).isGreaterThan(sorted.first());
        Ids live = new Ids(Clock.systemUTC());
        Ids other = new Ids(Clock.systemUTC());
        assertThat(IntStream.range(0, 1000).boxed().flatMap(i -> Stream.of(live.next(), other.next())))
                .doesNotHaveDuplicates();
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        ResultSetMetaData table = row.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= table.getColumnCount(); column++) {
            columns.add(table.getColumnName(column));
        }
        return columns;
    }

    private LoggedQuestion question(String question, String outcome, @Nullable String reason) {
        return new LoggedQuestion(question, outcome, reason, null, 0.5, "web", clock.instant());
    }
}
