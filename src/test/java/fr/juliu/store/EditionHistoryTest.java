package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of the editions that readers were told of. */
@Tag("integration")
final class EditionHistoryTest extends StoreTest {

    @ParameterizedTest
    @EnumSource
    void theFirstEditionBeginsAndIsFoundAgain(Databases.Kind kind) {
        EditionHistory history = new EditionHistory(open(kind), clock);
        assertThat(history.last()).isEmpty();

        assertThat(history.begin("a", "{\"学\": 1}")).isTrue();
        assertThat(history.begin("b", "{}")).isFalse();

        EditionHistory again = new EditionHistory(open(kind), clock);
        assertThat(again.last()).contains(new EditionHistory.Last("a", "{\"学\": 1}", clock.instant()));
        assertThat(again.steps()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aStepTakesThePlaceOfTheLastEditionAlone(Databases.Kind kind) {
        EditionHistory history = new EditionHistory(open(kind), clock);
        history.begin("a", "A");
        clock.pass(MINUTE);
        assertThat(history.follow("a", "b", "B", "a to b", false)).isTrue();
        assertThat(history.follow("a", "c", "C", "a to c", false)).as("b is the last").isFalse();
        assertThat(history.last()).contains(new EditionHistory.Last("b", "B", clock.instant()));
        assertThat(history.steps())
                .containsExactly(new EditionHistory.Step("b", "a", "a to b", false, clock.instant()));
        assertThat(history.replace("b", "b2", "B")).isTrue();
        assertThat(history.replace("b", "b3", "B")).isFalse();
        assertThat(history.last()).contains(new EditionHistory.Last("b2", "B", clock.instant()));
    }

    @ParameterizedTest
    @EnumSource
    void aStepDoneAnewIsToldOnceAndAsTheNewest(Databases.Kind kind) {
        EditionHistory history = new EditionHistory(open(kind), clock);
        history.begin("a", "A");
        history.follow("a", "b", "B", "there", false);
        history.follow("b", "a", "A", "back", true);
        clock.pass(Duration.ofSeconds(-5));
        history.follow("a", "b", "B", "there again", false);

        assertThat(history.steps()).extracting(EditionHistory.Step::change).containsExactly("there again", "back");
        assertThat(history.steps()).extracting(EditionHistory.Step::back).containsExactly(false, true);
        assertThat(history.steps().getFirst().at()).isAfter(history.steps().getLast().at());
    }

    @ParameterizedTest
    @EnumSource
    void theLastTwentyAreKept(Databases.Kind kind) {
        Database database = open(kind);
        EditionHistory history = new EditionHistory(database, clock);
        history.begin("e0", "");
        for (int i = 1; i <= 25; i++) {
            assertThat(history.follow("e" + (i - 1), "e" + i, "", "", false)).isTrue();
        }
        assertThat(history.steps()).extracting(EditionHistory.Step::edition)
                .containsExactly(IntStream.range(0, 20).mapToObj(i -> "e" + (25 - i)).toArray(String[]::new));
        assertThat(database.sql("SELECT count(*) FROM publication").query(Integer.class).single()).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void twoProcessesTellOfOneStepOnce(Databases.Kind kind) throws Exception {
        EditionHistory one = new EditionHistory(open(kind), clock);
        EditionHistory other = new EditionHistory(open(kind), clock);
        one.begin("a", "A");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> told = both.invokeAll(List.of(() -> one.follow("a", "b", "B", "one", false),
                    () -> other.follow("a", "b", "B", "other", false)));
            assertThat(List.of(told.getFirst().get(), told.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(one.steps()).hasSize(1).isEqualTo(other.steps());
    }
}
