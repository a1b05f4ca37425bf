package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.ChatRoom;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Following.State;
import fr.juliu.keep.watch.Watchers;
import fr.juliu.keep.watch.Watching;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Bell;
import fr.juliu.store.Database;
import fr.juliu.store.Databases;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.OutgoingMessage;
import fr.juliu.store.Replicas;
import fr.juliu.store.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas on one PostgreSQL, each with a folder of its own; each looks when the test says so. */
@Tag("integration")
final class FollowingTest {

    private static final String APRIL = Articles.table("| 2023 年 4 月 | 学生 étudiant |\n");
    private static final String MAY = APRIL.replace("4 月", "5 月");
    private static final Watching.Reader LAN = new Watching.Reader("telegram", "telegram:781", null, false);

    private final HandClock clock = new HandClock();
    private final String url = Databases.newPostgres();
    private final List<Replica> opened = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        opened.forEach(Replica::close);
    }

    @Test
    void aReindexOnOneIsFollowedByTheOther() {
        Replica one = started("one", APRIL);
        Replica other = started("other", APRIL);
        one.write(MAY);
        other.write(MAY);
        assertThat(one.reindexing.run(Reindexing.Mode.PUBLISH, step -> {
        }).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        Edition held = other.current.get();
        assertThat(Statistics.told(one.following.others())).contains("另有 1 个副本，其中 1 个用的不是这一版");
        other.following.look();
        assertThat(other.current.get().id()).isEqualTo(one.current.get().id());
        assertThat(other.current.get().rollout().getFirst().entry().date()).isEqualTo("2023 年 5 月");
        assertThat(held.rollout().getFirst().entry().date()).as("whoever is answering goes on with the one he holds")
                .isEqualTo("2023 年 4 月");
        assertThat(other.following.state()).isEqualTo(new State.InStep());
        assertThat(other.publications.latest()).as("told once").hasSize(1);
        assertThat(Statistics.told(one.following.others())).isEqualTo("\n另有 1 个副本，用的是同一版");

        one.reindexing.rollback();
        other.following.look();
        assertThat(other.current.get()).as("the one it had before, not built anew").isSameAs(held);
        assertThat(other.publications.latest()).hasSize(2);
    }

    @Test
    void aFolderThatGivesAnotherEditionKeepsTheOldOneUntilItDoes() {
        Replica one = started("one", APRIL);
        Replica other = started("other", APRIL);
        one.write(MAY);
        one.reindexing.run(Reindexing.Mode.PUBLISH, step -> {
        });
        Edition old = other.current.get();
        other.articles.with("b.md", "---\ntitle: [未完\n---\n");
        other.following.look();
        assertThat(other.current.get()).isSameAs(old);
        State.Behind broken = (State.Behind) other.following.state();
        assertThat(broken.published()).isEqualTo(one.current.get().id());
        assertThat(broken.why()).contains("b.md");
        other.articles.without("b.md");
        clock.pass(Duration.ofMinutes(1));
        other.following.look();
        State.Behind behind = (State.Behind) other.following.state();
        assertThat(behind.why()).isEqualTo("its folder gives edition " + old.id());
        assertThat(behind.since()).isEqualTo(broken.since());

        one.reindexing.rollback();
        other.following.look();
        assertThat(other.following.state()).isEqualTo(new State.InStep());
        one.reindexing.rollback();
        other.write(MAY);
        other.following.look();
        assertThat(other.current.get().id()).isEqualTo(one.current.get().id());
    }

    @Test
    void aRollbackToAnEditionThatAReplicaNeverHeldIsBuiltThereOnceItsFolderGivesIt() {
        Replica one = started("one", APRIL);
        one.write(MAY);
        one.reindexing.run(Reindexing.Mode.PUBLISH, step -> {
        });
        Replica late = started("late", MAY);
        assertThat(late.following.state()).isEqualTo(new State.InStep());
        Edition may = late.current.get();
        one.reindexing.rollback();
        late.following.look();
        assertThat(late.current.get()).isSameAs(may);
        assertThat(late.following.state()).isInstanceOfSatisfying(State.Behind.class,
                behind -> assertThat(behind.published()).isEqualTo(one.current.get().id()));
        late.write(APRIL);
        late.following.look();
        assertThat(late.current.get().id()).isEqualTo(one.current.get().id());
        assertThat(late.following.state()).isEqualTo(new State.InStep());
    }

    @Test
    void aStartPublishesNothingWhereTheSameIsPublished() {
        Replica one = started("one", APRIL);
        Replicas.Published first = one.replicas.published().orElseThrow();
        clock.pass(Duration.ofHours(1));
        started("other", APRIL);
        assertThat(one.replicas.published()).contains(first);
        assertThat(one.publications.latest()).isEmpty();
    }

    @Test
    void aStartTakesNoEditionAwayFromThoseWhoAnswerFromIt() {
        Replica one = started("one", APRIL);
        Replica newer = started("newer", MAY);
        assertThat(newer.following.state()).isInstanceOf(State.Behind.class);
        assertThat(newer.replicas.published().orElseThrow().edition()).isEqualTo(one.current.get().id());

        one.following.close();
        newer.following.look();
        assertThat(newer.following.state()).isEqualTo(new State.InStep());
        assertThat(newer.replicas.published().orElseThrow().edition()).as("the last release is gone")
                .isEqualTo(newer.current.get().id());
        assertThat(newer.publications.latest()).hasSize(1);
    }

    @Test
    void whatAKilledReplicaPublishedIsNotTakenBackByOneThatRanBefore() {
        Replica one = started("one", APRIL);
        Replica stale = started("stale", APRIL);
        one.write(MAY);
        one.reindexing.run(Reindexing.Mode.PUBLISH, step -> {
        });
        clock.pass(Replicas.SEEN.plusSeconds(1));
        stale.following.look();
        assertThat(stale.following.state()).isInstanceOf(State.Behind.class);
        assertThat(stale.replicas.published().orElseThrow().edition()).isEqualTo(one.current.get().id());
    }

    @Test
    void aReindexPublishesWhatOnlyThisReplicaAnswersFrom() {
        Replica one = started("one", APRIL);
        Replica newer = started("newer", MAY);
        assertThat(newer.reindexing.run(Reindexing.Mode.PUBLISH, step -> {
        }).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(newer.reindexing.run(Reindexing.Mode.PUBLISH, step -> {
        }).outcome()).isEqualTo(Reindexing.Outcome.UNCHANGED);
        one.write(MAY);
        one.following.look();
        assertThat(one.current.get().id()).isEqualTo(newer.current.get().id());
    }

    @Test
    void whoWatchesIsToldByOneOfThem() {
        Replica one = started("one", APRIL);
        Replica other = started("other", APRIL);
        assertThat(one.watching.add(LAN, Watch.ALL)).isEqualTo(Watching.Added.NEW);
        one.write(MAY);
        other.write(MAY);
        one.reindexing.run(Reindexing.Mode.PUBLISH, step -> {
        });
        other.following.look();
        var due = one.watching.due("telegram", 10);
        var dueThere = other.watching.due("telegram", 10);
        assertThat(due).hasSize(1);
        assertThat(dueThere).hasSize(1);
        assertThat(one.watching.queue(due.getFirst(), message("m1"))).isTrue();
        assertThat(other.watching.queue(dueThere.getFirst(), message("m2"))).isFalse();
        assertThat(other.watching.due("telegram", 10)).isEmpty();
    }

    private OutgoingMessage message(String id) {
        return new OutgoingMessage(id, "telegram", "telegram:781", "{}", null, clock.instant(), clock.instant(), 0);
    }

    private Replica started(String name, String text) {
        Replica replica = new Replica(new Articles(folder.resolve(name)).with("a.md", text));
        opened.add(replica);
        replica.following.begin();
        replica.following.look();
        return replica;
    }

    /** A process, as far as editions go. */
    private final class Replica {

        private final Articles articles;
        private final Database database = Database.postgres(url);
        private final Replicas replicas = new Replicas(database, clock);
        private final CurrentEdition current;
        private final Watching watching;
        private final Publications publications;
        private final Reindexing reindexing;
        private final Following following;

        Replica(Articles articles) {
            this.articles = articles;
            LibraryReader reader = new LibraryReader(articles.folder(), null, clock);
            current = new CurrentEdition(Edition.of(reader.read(), ChatRoom.CONFIG, clock, false));
            watching = Watchers.of(database, current, clock);
            publications = new Publications(new EditionHistory(database, clock), watching, replicas);
            reindexing = new Reindexing(reader, ChatRoom.CONFIG, current, publications, clock);
            following = new Following(reindexing, current, publications, replicas, Bell.NONE, clock);
        }

        void write(String text) {
            articles.with("a.md", text);
        }

        void close() {
            current.get().close();
            database.close();
        }
    }
}
