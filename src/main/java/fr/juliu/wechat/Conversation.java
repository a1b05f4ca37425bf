package fr.juliu.wechat;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Incoming;
import fr.juliu.chat.Objection;
import fr.juliu.chat.Person;
import fr.juliu.chat.Reception;
import fr.juliu.store.Ids;
import fr.juliu.store.Readings;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said to people: an answer, its next page, or by the deadline a word that it takes longer. */
final class Conversation implements AutoCloseable {

    /** The longest text of a reply, in bytes of UTF-8; WeChat takes 2,047. */
    static final int LONGEST = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final Duration SLOWEST = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FRAMES = 8;
    private static final int AT_ONCE = 16;

    private final Reception reception;
    private final Readings readings;
    private final Ids turns;
    private final Clock clock;
    private final ByteCutter cutter = new ByteCutter(LONGEST, ByteCutter.READ_ON);
    private final ByteCutter traditional = new ByteCutter(LONGEST, ByteCutter.READ_ON_TRADITIONAL);
    /** Platform threads: an answer in the making must not hold up those who tell that it takes longer. */
    private final ExecutorService work = Executors.newFixedThreadPool(AT_ONCE,
            Thread.ofPlatform().daemon().name("wechat-", 0).factory());
    private final ExecutorService late = Executors.newVirtualThreadPerTaskExecutor();

    Conversation(Reception reception, Readings readings, Ids turns, Clock clock) {
        this.reception = reception;
        this.readings = readings;
        this.turns = turns;
        this.clock = clock;
    }

    /** What to say to a letter, by the deadline; empty for nothing. */
    String reply(Letter letter, Deadline deadline) {
        return switch (letter.wish()) {
            case Letter.Wish.Words words -> words(letter, words.text(), deadline);
            case Letter.Wish.Greeting greeting -> greeting(letter);
            case Letter.Wish.Wordless wordless -> wordless.line();
            case Letter.Wish.Leaving leaving -> {
                readings.drop(letter.person());
                yield "";
            }
            case Letter.Wish.Nothing nothing -> "";
        };
    }

    private String greeting(Letter letter) {
        List<Reading.Choice> examples = Phrases.EXAMPLES.stream().map(text -> new Reading.Choice(text, null)).toList();
        keep(letter, new Reading(List.of(), examples, null, null, 0));
        return Phrases.GREETING;
    }

    private String words(Letter letter, String text, Deadline deadline) {
        if (Phrases.asksForHelp(text)) {
            return Phrases.HELP;
        }
        if (Phrases.readsOn(text)) {
            return readOn(letter, deadline);
        }
        Reading reading = reading(letter);
        String verdict = Phrases.verdict(text);
        if (!verdict.isEmpty()) {
            return judged(letter, reading, verdict, "", deadline);
        }
        Optional<Objection> objection = Objection.read(text);
        if (objection.isPresent()) {
            return judged(letter, reading, "why:", ":" + objection.get().stored(), deadline);
        }
        OptionalInt number = Phrases.number(text);
        return number.isPresent() && !reading.choices().isEmpty()
                ? chosen(letter, reading.choices(), number.getAsInt(), deadline)
                : told(letter, message(letter, Phrases.question(text)), deadline);
    }

    private String judged(Letter letter, Reading reading, String verb, String reason, Deadline deadline) {
        if (reading.until() > clock.millis()) {
            return Phrases.LOOKING;
        }
        return reading.answer() == null
                ? Phrases.NO_ANSWER
                : told(letter, press(letter, verb + reading.answer() + reason), deadline);
    }

    private String chosen(Letter letter, List<Reading.Choice> choices, int number, Deadline deadline) {
        if (number < 1 || number > choices.size()) {
            return "请回复 1 到 " + choices.size() + " 的数字，或者直接写问题。";
        }
        Reading.Choice choice = choices.get(number - 1);
        return told(letter,
                choice.press() == null ? message(letter, choice.label()) : press(letter, choice.press()), deadline);
    }

    /** The next page; of an answer still in the making, the first, once it is there. */
    private String readOn(Letter letter, Deadline deadline) {
        Reading reading = reading(letter);
        while (reading.until() > clock.millis() && !deadline.isOver()) {
            LockSupport.parkNanos(LOOK.toNanos());
            reading = reading(letter);
        }
        if (reading.until() > 0) {
            return reading.until() > clock.millis() ? Phrases.LOOKING : Phrases.SORRY;
        }
        if (!reading.pages().isEmpty()) {
            return firstPage(letter, reading);
        }
        return reading.more() == null
                ? Phrases.NO_MORE
                : told(letter, press(letter, reading.more()), deadline);
    }

    /** What comes of an event, by the deadline; what comes later is kept to be read on with. */
    private String told(Letter letter, Incoming incoming, Deadline deadline) {
        Reading offered = reading(letter);
        Reading before = offered.until() > 0 ? Reading.NONE : offered;
        CompletableFuture<Wording.Told> coming = CompletableFuture
                .supplyAsync(() -> Wording.of(reception.receive(incoming)), work);
        try {
            return now(letter, before, coming.get(deadline.left(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            String turn = turns.next();
            readings.keep(letter.person(), turn,
                    Reading.pending(clock.instant().plus(SLOWEST).toEpochMilli()).state());
            late.execute(() -> readings.fill(letter.person(), turn, later(before, ended(coming)).state()));
            return Phrases.LOOKING;
        } catch (ExecutionException e) {
            return failed(e).text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Phrases.SORRY;
        }
    }

    private String now(Letter letter, Reading before, Wording.Told told) {
        List<String> pages = pages(told);
        if (told.reading() != null || pages.size() > 1) {
            keep(letter, before.then(told, pages.subList(Math.min(1, pages.size()), pages.size())));
        }
        return pages.isEmpty() ? "" : pages.getFirst();
    }

    private Reading later(Reading before, Wording.Told told) {
        return before.then(told, pages(told));
    }

    private List<String> pages(Wording.Told told) {
        return (told.traditional() ? traditional : cutter).pages(told.text());
    }

    private String firstPage(Letter letter, Reading reading) {
        List<String> pages = reading.pages();
        keep(letter, reading.withPages(pages.subList(Math.min(1, pages.size()), pages.size())));
        return pages.isEmpty() ? "" : pages.getFirst();
    }

    private void keep(Letter letter, Reading reading) {
        if (reading.equals(Reading.NONE)) {
            readings.drop(letter.person());
        } else {
            readings.keep(letter.person(), turns.next(), reading.state());
        }
    }

    private Reading reading(Letter letter) {
        return readings.of(letter.person()).map(Reading::read).orElse(Reading.NONE);
    }

    private static Incoming message(Letter letter, String text) {
        return new Incoming.Message(letter.key(), chat(letter), person(letter), letter.key(), text, letter.sent(), true,
                false, null);
    }

    private static Incoming press(Letter letter, String data) {
        return new Incoming.Press(letter.key(), chat(letter), person(letter), letter.key(), data);
    }

    private static Chat chat(Letter letter) {
        return new Chat(letter.person(), Chat.Kind.PRIVATE, null);
    }

    private static Person person(Letter letter) {
        return new Person(letter.person(), "微信用户", false);
    }

    /** What came out in the end. */
    private static Wording.Told ended(CompletableFuture<Wording.Told> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            return failed(e);
        }
    }

    /** What failed and where, without its message, which may hold what somebody wrote. */
    private static Wording.Told failed(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.error("A message of WeChat's failed: {}", cause.getClass().getName() + Arrays.stream(cause.getStackTrace())
                .limit(FRAMES).map(frame -> " at " + frame).collect(Collectors.joining()));
        return Wording.Told.word(Phrases.SORRY);
    }

    /** Waits a little for what is in the making. */
    @Override
    public void close() {
        work.shutdown();
        late.shutdown();
        try {
            if (!late.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                late.shutdownNow();
            }
            work.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
