package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.ChatRoom;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.watch.Watchers;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Database;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.Replicas;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reindexing that nobody waits for ends, whatever happens to it. */
final class BackgroundReindexingTest {

    private static final String TABLE = Articles.table("| 2023 年 4 月 | 学生 étudiant |\n");

    private final Articles articles;
    private final TrickyClock clock = new TrickyClock();
    private final CurrentEdition current;
    private final Database database;
    private final BackgroundReindexing background;

    BackgroundReindexingTest(@TempDir Path folder) throws IOException {
        articles = new Articles(folder.resolve("articles")).with("a.md", TABLE);
        LibraryReader reader = new LibraryReader(articles.folder(), null, new HandClock());
        current = new CurrentEdition(Edition.of(reader.read(), ChatRoom.CONFIG, new HandClock(), false));
        database = Database.sqlite(folder.resolve("data/juliu.db"));
        Publications publications = new Publications(new EditionHistory(database, new HandClock()),
                Watchers.of(database, current, new HandClock()), new Replicas(database, new HandClock()));
        background = new BackgroundReindexing(
                new Reindexing(reader, ChatRoom.CONFIG, current, publications, clock), new HandClock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A clock that fails on demand as a Java without memory does. */
    private static final class TrickyClock extends Clock {

        private final AtomicBoolean broken = new AtomicBoolean();

        @Override
        public Instant instant() {
            if (broken.get()) {
                throw new StackOverflowError("for the test");
            }
            return Instant.parse("2026-11-10T12:00:00Z");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void afterAnErrorTheNextOneMayStart() throws InterruptedException {
        clock.broken.set(true);
        assertThat(background.start(Reindexing.Mode.CHECK)).isTrue();
        assertThat(end()).isInstanceOf(BackgroundReindexing.State.Failed.class);
        clock.broken.set(false);
        assertThat(background.start(Reindexing.Mode.CHECK)).isTrue();
        assertThat(end()).isInstanceOf(BackgroundReindexing.State.Ended.class);
    }

    @Test
    void closingEndsTheOneThatRuns() throws InterruptedException {
        articles.with("questions.jsonl", IntStream.range(0, 5_000)
                .mapToObj(i -> Articles.known("k" + i, "第 " + i + " 区的学生居留能网上申请吗", "2023 年 4 月", "学生"))
                .collect(Collectors.joining()));
        Edition before = current.get();
        background.start(Reindexing.Mode.FORCE);
        while (background.state() instanceof BackgroundReindexing.State.Running run && run.steps().size() < 3) {
            Thread.sleep(20);
        }
        assertThat(background.state()).isInstanceOf(BackgroundReindexing.State.Running.class);
        background.close();
        assertThat(background.state()).isInstanceOf(BackgroundReindexing.State.Failed.class);
        assertThat(current.get()).isSameAs(before);
    }

    private BackgroundReindexing.State end() throws InterruptedException {
        while (background.state() instanceof BackgroundReindexing.State.Running) {
            Thread.sleep(20);
        }
        return background.state();
    }
}
