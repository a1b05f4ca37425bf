package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is forgotten stands in none of the files, not even where nothing is read any more. */
final class ForgottenBytesTest {

    private static final int PEOPLE = 300;
    private static final int MESSAGES = 4_000;

    private final MovableClock clock = new MovableClock();
    private final AtomicLong ticks = new AtomicLong();
    private final Random random = new Random(1);

    @Test
    void noByteOfAPersonIsLeft(@TempDir Path folder) {
        Ticker ticker = ticks::get;
        try (Database database = Database.sqlite(folder.resolve("juliu.db"), Duration.ofHours(1), ticker)) {
            write(database);
            assertThat(left(folder, 7)).isPositive();
            Retention retention = new Retention(database, clock, 30);

            retention.forget(person(7), person(7));
            database.settle();
            assertThat(left(folder, 7)).isZero();

            // what comes within the minute is overwritten when it is over
            for (int i = 0; i < PEOPLE; i += 3) {
                retention.forget(person(i), person(i));
            }
            ticks.addAndGet(Duration.ofMinutes(1).toNanos());
            retention.runOften();
            database.settle();
            for (int i = 0; i < PEOPLE; i += 3) {
                assertThat(left(folder, i)).as(person(i)).isZero();
            }
            assertThat(left(folder, 1)).isPositive();
        }
    }

    @Test
    void whatWasSentIsSoonInNoFileEither(@TempDir Path folder) {
        try (Database database = Database.sqlite(folder.resolve("juliu.db"))) {
            Outbox outbox = new Outbox(database, clock);
            outbox.accept("telegram:1", Duration.ofDays(2), List.of(mail("a", person(7))));
            outbox.sent(mail("a", person(7)), "42");
            new Retention(database, clock, 30).runOften();
            database.settle();
            assertThat(left(folder, 7)).isZero();
        }
    }

    /** A busy week: much comes, and much of it goes again. */
    private void write(Database database) {
        Outbox outbox = new Outbox(database, clock);
        Exchanges exchanges = new Exchanges(database, clock);
        Pins pins = new Pins(database);
        FeedbackBox box = new FeedbackBox(database);
        Claims claims = new Claims(database, clock);
        Readings readings = new Readings(database, clock);
        List<OutgoingMessage> waiting = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            String person = person(i < PEOPLE ? i : random.nextInt(PEOPLE));
            String id = "%020d".formatted(i);
            exchanges.add(new Exchange(id, person, String.valueOf(random.nextInt()), null, "answer",
                    "问".repeat(random.nextInt(90)), "d".repeat(random.nextInt(300)), clock.instant()));
            OutgoingMessage mail = new OutgoingMessage(id, "telegram", person, person + "x".repeat(random.nextInt(900)),
                    id, Instant.EPOCH, Instant.EPOCH, 0);
            outbox.add(mail);
            waiting.add(mail);
            if (waiting.size() > 20) {
                outbox.sent(waiting.remove(random.nextInt(waiting.size())), String.valueOf(i));
            }
            if (i < PEOPLE) {
                pins.keep(
                        new Pin(id, "telegram:-" + i % 9, "问题 " + i, "答", "1", person, person + " 小王", clock.instant(),
                                "e", "v"));
                box.give(new Feedback("学生", "listed", null, true, null, clock.instant()), id, person);
                claims.claim("late:" + person, person, Duration.ofMinutes(30));
                readings.keep(person, id, "{}");
            }
        }
        database.settle();
    }

    private static OutgoingMessage mail(String id, String chat) {
        return new OutgoingMessage(id, "telegram", chat, "{}", null, Instant.EPOCH, Instant.EPOCH, 0);
    }

    private static String person(int number) {
        return "telegram:p%05dq".formatted(number);
    }

    private static int left(Path folder, int number) {
        String person = person(number).substring("telegram:".length());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToInt(file -> text(file).split(person, -1).length - 1).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
