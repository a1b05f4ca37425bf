package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.Databases.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What replicas share of talks and of wrong passwords, in both kinds of database. */
@Tag("integration")
final class TalksTest {

    private static final String LAN = "chat 8:telegram 12:telegram:781 - -";
    private static final String QUESTION = "学生居留能网上申请吗";

    private final MovableClock clock = new MovableClock();
    private final Databases databases;

    TalksTest(@TempDir Path folder) {
        databases = new Databases(folder);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @ParameterizedTest
    @EnumSource
    void anotherProcessReadsATalkAndTheDatabaseDoesNot(Kind kind) {
        Database database = databases.open(kind);
        Talks one = talks(database, "secret");
        Talks other = talks(databases.open(kind), "secret");
        one.keep(LAN, "telegram:781", List.of(QUESTION, "那游客呢"));
        Talks.Kept kept = other.of(LAN).orElseThrow();
        assertThat(kept.questions()).containsExactly(QUESTION, "那游客呢");
        assertThat(other.of(LAN.replace("781", "782"))).isEmpty();
        assertThat(talks(database, "another").of(LAN)).isEmpty();
        List<String> rows = database.sql("SELECT name || ' ' || person || ' ' || sealed FROM talk")
                .query(String.class).list();
        assertThat(rows).hasSize(1).first().asString().doesNotContain("781", "学生", "telegram");

        database.sql("UPDATE talk SET name = :name").param("name", new Seal("secret").name("somebody else's"))
                .update();
        assertThat(other.of("somebody else's")).as("sealed for one talk alone").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTalkIsForgottenAfterHalfAnHourOrWhenItsPersonWantsIt(Kind kind) {
        Database database = databases.open(kind);
        Talks talks = talks(database, "");
        talks.keep(LAN, "telegram:781", List.of(QUESTION));
        talks.keep("another", "telegram:782", List.of(QUESTION));
        talks.forget("telegram:781");
        assertThat(talks.of(LAN)).isEmpty();
        assertThat(talks.of("another")).isPresent();
        clock.pass(Talks.KEPT);
        assertThat(talks.of("another")).isEmpty();
        new Retention(database, clock, 90).runOften();
        assertThat(database.sql("SELECT count(*) FROM talk").query(Integer.class).single()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void triesAreCountedByAllTogether(Kind kind) {
        Tries one = new Tries(databases.open(kind), clock);
        Tries other = new Tries(databases.open(kind), clock);
        Duration minute = Duration.ofMinutes(1);
        assertThat(one.count("x", 2, minute)).isEmpty();
        assertThat(other.count("x", 2, minute)).isEmpty();
        clock.pass(Duration.ofSeconds(20));
        assertThat(one.count("x", 2, minute)).contains(Duration.ofSeconds(40));
        assertThat(one.count("y", 2, minute)).isEmpty();
        other.forgive("x");
        assertThat(one.count("x", 2, minute)).isEmpty();
        assertThat(other.count("x", 2, minute)).isPresent();
        clock.pass(minute);
        assertThat(other.count("x", 2, minute)).isEmpty();
        assertThat(one.count("x", 2, minute)).isEmpty();
        assertThat(one.count("x", 2, minute)).contains(minute);
    }

    private Talks talks(Database database, String secret) {
        return new Talks(database, new Seal(secret), new Ids(clock), clock);
    }
}
