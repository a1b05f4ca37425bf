package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is due to be told what the table says, whatever becomes of the messages that tell it. */
@Tag("integration")
final class WatchesTest extends StoreTest {

    private static final String PERSON = "telegram:42";
    private static final Duration LEASE = Duration.ofSeconds(10);

    private Database database = Database.sqlite(java.nio.file.Path.of("target/unused.db"));
    private Watches watches = new Watches(database);
    private Listings listings = new Listings(database, clock);
    private Outbox outbox = new Outbox(database, clock);

    private void begin(Databases.Kind kind) {
        database.close();
        database = open(kind);
        watches = new Watches(database);
        listings = new Listings(database, clock);
        outbox = new Outbox(database, clock);
        listings.take(Map.of("salarie", "none", "visiteur", "listed"), false);
    }

    @ParameterizedTest
    @EnumSource
    void aWatchIsDueUntilItsMessageWentOut(Databases.Kind kind) {
        begin(kind);
        assertThat(watches.add(watch("w1", PERSON, "salarie"))).isTrue();
        assertThat(watches.add(watch("w2", PERSON, "salarie"))).isFalse();
        assertThat(watches.due(MESSENGER, 10)).as("it knows what was said when it began").isEmpty();
        change("listed");
        Watches.Due due = watches.due(MESSENGER, 10).getFirst();
        assertThat(due.state()).isEqualTo("listed");
        assertThat(watches.queue(due, message("m1", PERSON, null))).isTrue();
        assertThat(watches.queue(due, message("m2", PERSON, null))).as("by another process").isFalse();
        assertThat(watches.due(MESSENGER, 10)).isEmpty();
        assertThat(watches.queued(MESSENGER)).isEqualTo(1);
        outbox.sent(take().getFirst(), "7");
        assertThat(watches.due(MESSENGER, 10)).isEmpty();
        assertThat(watches.queued(MESSENGER)).isZero();
        change("none");
        assertThat(watches.due(MESSENGER, 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSentIsTakenBackWhenItIsPast(Databases.Kind kind) {
        begin(kind);
        watches.add(watch("w1", PERSON, "salarie"));
        change("listed");
        watches.queue(watches.due(MESSENGER, 10).getFirst(), message("m1", PERSON, null));
        change("none");
        assertThat(outbox.waiting(MESSENGER)).isZero();
        assertThat(watches.due(MESSENGER, 10)).as("it never heard of the one between").isEmpty();

        change("listed");
        watches.queue(watches.due(MESSENGER, 10).getFirst(), message("m2", PERSON, null));
        OutgoingMessage inHand = take().getFirst();
        change("corrected");
        assertThat(watches.due(MESSENGER, 10)).as("one that is in hand is waited for").isEmpty();
        outbox.sent(inHand, "8");
        assertThat(watches.due(MESSENGER, 10)).extracting(Watches.Due::state).containsExactly("corrected");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDroppedIsToldAnewAndWhatIsRefusedIsNot(Databases.Kind kind) {
        begin(kind);
        watches.add(watch("w1", PERSON, "salarie"));
        change("listed");
        watches.queue(watches.due(MESSENGER, 10).getFirst(), message("m1", PERSON, null));
        outbox.drop(take().getFirst());
        assertThat(watches.due(MESSENGER, 10)).hasSize(1);
        watches.queue(watches.due(MESSENGER, 10).getFirst(), message("m2", PERSON, null));
        outbox.replace(take().getFirst(), message("m3", PERSON, null));
        assertThat(watches.due(MESSENGER, 10)).isEmpty();
        outbox.giveUp(take().getFirst());
        assertThat(watches.due(MESSENGER, 10)).isEmpty();
        assertThat(outbox.waiting(MESSENGER)).isZero();
        assertThat(watches.end(PERSON)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void watchesGoAlongWithAGroupAndWithWhoeverIsForgotten(Databases.Kind kind) {
        begin(kind);
        watches.add(watch("w1", CHAT, Watch.ALL));
        watches.add(watch("w2", PERSON, "salarie"));
        new Groups(database).move(CHAT, "telegram:-200");
        assertThat(watches.of("telegram:-200")).hasSize(1);
        new Retention(database, clock, 90).forget(PERSON, PERSON);
        assertThat(watches.of(PERSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aChatWatchesSoManyAtMost(Databases.Kind kind) {
        begin(kind);
        for (int i = 0; i < Watches.MOST_OF_CHAT; i++) {
            assertThat(watches.add(watch("w" + i, PERSON, "permit" + i))).isTrue();
        }
        assertThat(watches.add(watch("more", PERSON, "salarie"))).isFalse();
        assertThat(watches.end(PERSON, "permit3")).isTrue();
        assertThat(watches.add(watch("more", PERSON, "salarie"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theLastStepsOfAPermitAreKept(Databases.Kind kind) {
        begin(kind);
        for (int i = 0; i < Listings.MOST_STEPS + 3; i++) {
            change("state " + i);
        }
        assertThat(listings.steps("salarie")).hasSize(Listings.MOST_STEPS).first()
                .extracting(Listings.Step::earlier, Listings.Step::state)
                .containsExactly("state " + (Listings.MOST_STEPS + 1), "state " + (Listings.MOST_STEPS + 2));
        assertThat(listings.steps("visiteur")).isEmpty();
    }

    private void change(String state) {
        listings.take(Map.of("salarie", state, "visiteur", "listed"), false);
    }

    private List<OutgoingMessage> take() {
        return outbox.take(MESSENGER, "owner", LEASE, 10);
    }

    private static Watch watch(String id, String chat, String permit) {
        return new Watch(id, MESSENGER, chat, null, chat.contains("-"), permit, "none");
    }
}
