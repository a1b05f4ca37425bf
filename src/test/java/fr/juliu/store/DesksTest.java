package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What moderators set, what was not answered in their groups, and what was handed to them. */
@Tag("integration")
final class DesksTest extends StoreTest {

    private static final String OTHER = "telegram:-200";

    @ParameterizedTest
    @EnumSource
    void aGroupHasTheUsualDeskUntilItSetsAnother(Databases.Kind kind) {
        GroupDesks desks = new GroupDesks(open(kind));
        assertThat(desks.of(CHAT)).isEqualTo(GroupDesk.DEFAULT);
        GroupDesk set = GroupDesk.DEFAULT.withPins(false).withTakes(true).withContact("找 @li，手机 0612345678");
        desks.set(CHAT, set.withTakes(false));
        desks.set(CHAT, set);
        assertThat(desks.of(CHAT)).isEqualTo(set);
        assertThat(desks.of(OTHER)).isEqualTo(GroupDesk.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource
    void missedQuestionsAreCountedByGroupAndMasked(Databases.Kind kind) {
        MissedQuestions missed = new MissedQuestions(open(kind));
        missed.add(CHAT, "m1", "签证 0612345678", clock.instant());
        clock.pass(MILLI);
        missed.add(CHAT, "m2", "翻译", clock.instant());
        missed.add(OTHER, "m3", "翻译", clock.instant());
        clock.pass(MILLI);
        missed.add(CHAT, "m4", "签证 0612345678", clock.instant());

        assertThat(missed.of(CHAT)).containsExactly(
                new MissedQuestion("m1", "签证 〔号码〕", 2, clock.instant()),
                new MissedQuestion("m2", "翻译", 1, clock.ago(MILLI)));
        missed.drop(CHAT, List.of("m1", "m3"));
        assertThat(missed.of(CHAT)).extracting(MissedQuestion::id).containsExactly("m2");
        assertThat(missed.of(OTHER)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theNewestMissedQuestionsOfAGroupAreKept(Databases.Kind kind) {
        MissedQuestions missed = new MissedQuestions(open(kind));
        missed.add(OTHER, "other", "早的", clock.instant());
        for (int i = 0; i < MissedQuestions.MOST_OF_GROUP + 5; i++) {
            clock.pass(MILLI);
            missed.add(CHAT, "m" + i, "问题 " + i, clock.instant());
        }
        assertThat(missed.of(CHAT)).hasSize(MissedQuestions.MOST_OF_GROUP).extracting(MissedQuestion::question)
                .contains("问题 5").doesNotContain("问题 4");
        assertThat(missed.of(OTHER)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aHandOverIsTakenOnceAndKeptForTwoDays(Databases.Kind kind) {
        HandOvers handOvers = new HandOvers(open(kind), clock);
        HandOver one = new HandOver("h1", "telegram:5", null, "42", clock.instant());
        HandOver two = new HandOver("h2", CHAT, "7", "43", clock.instant());
        assertThat(handOvers.add(one, 1)).isTrue();
        assertThat(handOvers.add(new HandOver("h3", "telegram:5", null, "44", clock.instant()), 1)).isFalse();
        assertThat(handOvers.add(two, 1)).isTrue();

        assertThat(handOvers.take("h1")).contains(one);
        assertThat(handOvers.take("h1")).isEmpty();
        assertThat(handOvers.add(new HandOver("h3", "telegram:5", null, "44", clock.instant()), 1)).isTrue();
        clock.pass(HandOvers.KEPT);
        assertThat(handOvers.take("h2")).contains(two);
        clock.pass(MILLI);
        assertThat(handOvers.take("h3")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noMoreThanSoManyWaitInAll(Databases.Kind kind) {
        Database database = open(kind);
        HandOvers handOvers = new HandOvers(database, clock);
        database.transaction(() -> IntStream.range(0, HandOvers.MOST).map(i -> database.sql("""
                INSERT INTO hand_over (id, chat, asked, handed) VALUES (:id, :chat, '', :now)
                """).param("id", "x" + i).param("chat", "telegram:" + i).param("now", clock.millis()).update()).sum());
        assertThat(handOvers.add(new HandOver("h", CHAT, null, "", clock.instant()), 9)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theyGoWithTheirTimeTheirGroupAndTheirPerson(Databases.Kind kind) {
        Database database = open(kind);
        MissedQuestions missed = new MissedQuestions(database);
        HandOvers handOvers = new HandOvers(database, clock);
        GroupDesks desks = new GroupDesks(database);
        missed.add(CHAT, "m1", "旧的", clock.ago(Duration.ofDays(90).plus(MILLI)));
        missed.add(CHAT, "m2", "一样的", clock.instant());
        missed.add(OTHER, "m3", "一样的", clock.instant());
        missed.add(CHAT, "m4", "另一个", clock.instant());
        handOvers.add(new HandOver("old", CHAT, null, "1", clock.ago(HandOvers.KEPT.plus(MILLI))), 9);
        handOvers.add(new HandOver("group", CHAT, null, "42", clock.instant()), 9);
        handOvers.add(new HandOver("person", "telegram:5", null, "42", clock.instant()), 9);
        desks.set(CHAT, GroupDesk.DEFAULT.withTakes(true));
        Retention retention = new Retention(database, clock, 90);

        retention.run();
        assertThat(missed.of(CHAT)).extracting(MissedQuestion::id).containsExactlyInAnyOrder("m2", "m4");
        assertThat(database.sql("SELECT id FROM hand_over").query(String.class).list())
                .containsExactlyInAnyOrder("group", "person");
        new Groups(database).move(CHAT, OTHER);
        assertThat(missed.of(OTHER)).extracting(MissedQuestion::id).containsExactlyInAnyOrder("m3", "m4");
        assertThat(desks.of(OTHER).takes()).isTrue();
        assertThat(handOvers.take("group"))
                .contains(new HandOver("group", OTHER, null, "", clock.instant()));
        retention.forget("telegram:5", "telegram:5");
        assertThat(handOvers.take("person")).isEmpty();
    }
}
