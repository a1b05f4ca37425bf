package fr.juliu.wechat;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Objection;
import fr.juliu.chat.Objections;
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
    private final Objections objections;
    private final Readings readings;
    private final Ids turns;
    private final CustomerMessages customers;
    private final Clock clock;
    private final ByteCutter cutter = new ByteCutter(LONGEST, ByteCutter.READ_ON);
    private final ByteCutter traditional = new ByteCutter(LONGEST, ByteCutter.READ_ON_TRADITIONAL);
    /** Platform threads: an answer in the making must not hold up those who tell that it takes longer. */
    private final ExecutorService work = Executors.newFixedThreadPool(AT_ONCE,
            Thread.ofPlatform().daemon().name("wechat-", 0).factory());
    private final ExecutorService late = Executors.newVirtualThreadPerTaskExecutor();

    Conversation(Reception reception, Objections objections, Readings readings, Ids turns, CustomerMessages customers,
            Clock clock) {
        this.reception = reception;
        this.objections = objections;
        this.readings = readings;
        this.turns = turns;
        this.customers = customers;
        this.clock = clock;
    }

    /** What to say to a message, by the deadline; empty for nothing. */
    String reply(InboundMessage message, Deadline deadline) {
        return switch (message.wish()) {
            case InboundMessage.Wish.Words words -> words(message, words.text(), deadline);
            case InboundMessage.Wish.Greeting greeting -> greeting(message);
            case InboundMessage.Wish.Wordless wordless -> wordless.line();
            case InboundMessage.Wish.Leaving leaving -> {
                readings.drop(message.person());
                yield "";
            }
            case InboundMessage.Wish.Nothing nothing -> "";
        };
    }

    private String greeting(InboundMessage message) {
        List<Reading.Choice> examples = Phrases.EXAMPLES.stream().map(text -> new Reading.Choice(text, null)).toList();
        keep(message, new Reading(List.of(), examples, null, null, 0));
        return Phrases.GREETING;
    }

    private String words(InboundMessage message, String text, Deadline deadline) {
        if (Phrases.asksForHelp(text)) {
            return Phrases.HELP;
        }
        if (Phrases.readsOn(text)) {
            return readOn(message, deadline);
        }
        Reading reading = reading(message);
        String verdict = Phrases.verdict(text);
        if (!verdict.isEmpty()) {
            return judged(message, reading, verdict, "", deadline);
        }
        Optional<Objection> objection = objections.read(text);
        if (objection.isPresent()) {
            return judged(message, reading, "why:", ":" + objection.get().stored(), deadline);
        }
        OptionalInt number = Phrases.number(text);
        return number.isPresent() && !reading.choices().isEmpty()
                ? chosen(message, reading.choices(), number.getAsInt(), deadline)
                : told(message, message.asking(Phrases.question(text)), deadline);
    }

    private String judged(InboundMessage message, Reading reading, String verb, String reason, Deadline deadline) {
        if (reading.until() > clock.millis()) {
            return looking();
        }
        return reading.answer() == null
                ? Phrases.NO_ANSWER
                : told(message, message.pressing(verb + reading.answer() + reason), deadline);
    }

    private String chosen(InboundMessage message, List<Reading.Choice> choices, int number, Deadline deadline) {
        if (number < 1 || number > choices.size()) {
            return choices.size() == 1
                    ? "请回复 1，或者直接写问题。"
                    : "请回复 1 到 " + choices.size() + " 的数字，或者直接写问题。";
        }
        Reading.Choice choice = choices.get(number - 1);
        return told(message,
                choice.press() == null ? message.asking(choice.label()) : message.pressing(choice.press()), deadline);
    }

    /** The next page; of an answer still in the making, the first, once it is there. */
    private String readOn(InboundMessage message, Deadline deadline) {
        Reading reading = reading(message);
        boolean late = reading.until() > 0;
        while (reading.until() > clock.millis() && !deadline.isOver()) {
            LockSupport.parkNanos(LOOK.toNanos());
            reading = reading(message);
        }
        if (reading.until() > 0) {
            return reading.until() > clock.millis() ? looking() : Phrases.SORRY;
        }
        if (!reading.pages().isEmpty()) {
            return firstPage(message, reading);
        }
        if (late) {
            return Phrases.SENT;
        }
        return reading.more() == null
                ? Phrases.NO_MORE
                : told(message, message.pressing(reading.more()), deadline);
    }

    /** What comes of an event, by the deadline; what comes later is kept to be read on with. */
    private String told(InboundMessage message, Incoming incoming, Deadline deadline) {
        Reading offered = reading(message);
        Reading before = offered.until() > 0 ? Reading.NONE : offered;
        CompletableFuture<TextRenderer.Told> coming = CompletableFuture
                .supplyAsync(() -> TextRenderer.of(reception.receive(incoming)), work);
        try {
            return now(message, before, coming.get(deadline.left(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            String turn = turns.next();
            readings.keep(message.person(), turn,
                    Reading.pending(clock.instant().plus(SLOWEST).toEpochMilli()).state());
            late.execute(() -> tellLate(message, turn, before, ended(coming)));
            return looking();
        } catch (ExecutionException e) {
            return failed(e).text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Phrases.SORRY;
        }
    }

    private String now(InboundMessage message, Reading before, TextRenderer.Told told) {
        List<String> pages = pages(told);
        if (told.reading() != null || pages.size() > 1) {
            keep(message, before.then(told, pages.subList(Math.min(1, pages.size()), pages.size())));
        }
        return pages.isEmpty() ? "" : pages.getFirst();
    }

    /** Sends the first page where that may be done and nothing else was asked meanwhile; the rest is kept to read on. */
    private void tellLate(InboundMessage message, String turn, Reading before, TextRenderer.Told told) {
        List<String> pages = pages(told);
        boolean sent = !pages.isEmpty() && readings.isAt(message.person(), turn)
                && customers.send(message.openId(), pages.getFirst());
        readings.fill(message.person(), turn,
                before.then(told, sent ? pages.subList(1, pages.size()) : pages).state());
    }

    private String looking() {
        return customers.maySend() ? Phrases.LOOKING_AND_TELLING : Phrases.LOOKING;
    }

    private List<String> pages(TextRenderer.Told told) {
        return (told.traditional() ? traditional : cutter).pages(told.text());
    }

    private String firstPage(InboundMessage message, Reading reading) {
        List<String> pages = reading.pages();
        keep(message, reading.withPages(pages.subList(Math.min(1, pages.size()), pages.size())));
        return pages.isEmpty() ? "" : pages.getFirst();
    }

    private void keep(InboundMessage message, Reading reading) {
        if (reading.equals(Reading.NONE)) {
            readings.drop(message.person());
        } else {
            readings.keep(message.person(), turns.next(), reading.state());
        }
    }

    private Reading reading(InboundMessage message) {
        return readings.of(message.person()).map(Reading::read).orElse(Reading.NONE);
    }

    /** What came out in the end. */
    private static TextRenderer.Told ended(CompletableFuture<TextRenderer.Told> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            return failed(e);
        }
    }

    /** What failed and where, without its message, which may hold what somebody wrote. */
    private static TextRenderer.Told failed(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.error("A message of WeChat's failed: {}", cause.getClass().getName() + Arrays.stream(cause.getStackTrace())
                .limit(FRAMES).map(frame -> " at " + frame).collect(Collectors.joining()));
        return TextRenderer.Told.word(Phrases.SORRY);
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
