package fr.juliu.choose;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.juliu.decide.Choice;
import fr.juliu.decide.Chooser;
import fr.juliu.decide.Shortlist;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks a server to choose, at most once for a question and within its time. Choices are kept by all that was asked, the
 * texts of the passages included, so that an edition that says something else asks anew. A server that fails again and
 * again is let alone for a while.
 */
public final class ServerChooser implements Chooser {

    private static final int KEPT = 5_000;
    private static final Duration KEPT_FOR = Duration.ofHours(12);
    private static final int JUDGED = 20;
    private static final int FEWEST = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ChooserSettings settings;
    private final Prompts prompts;
    private final ChatServer server;
    private final DailyCalls calls;
    private final CircuitBreaker breaker;
    private final ChoiceListener listener;
    private final ChoiceReader reader = new ChoiceReader();
    private final AsyncCache<List<Prompt.Message>, Choice> kept = Caffeine.newBuilder().maximumSize(KEPT)
            .expireAfterWrite(KEPT_FOR).buildAsync();
    /** A thread for each call: virtual ones, so that many may wait. */
    private final Executor threads = work -> Thread.ofVirtual().name("chooser").start(work);

    /**
     * A chooser that asks the server of the settings.
     *
     * @param trouble is told when the server is let alone, and why, and when it is asked again
     */
    public ServerChooser(ChooserSettings settings, Prompts prompts, ChoiceListener listener, Clock clock,
            Consumer<String> trouble) {
        this.settings = settings;
        this.prompts = prompts;
        this.listener = listener;
        server = new ChatServer(settings);
        calls = new DailyCalls(settings.dailyCalls(), clock);
        breaker = CircuitBreaker.of("chooser", CircuitBreakerConfig.custom().slidingWindowSize(JUDGED)
                .minimumNumberOfCalls(FEWEST).waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(1).build());
        breaker.getEventPublisher().onStateTransition(change -> trouble.accept("The second reader at "
                + settings.host() + " is now " + change.getStateTransition().getToState().name().toLowerCase(
                        Locale.ROOT)));
    }

    @Override
    public String host() {
        return settings.host();
    }

    @Override
    public boolean always() {
        return settings.when() == ChooserSettings.When.ALWAYS;
    }

    @Override
    public Choice choose(Shortlist list) {
        Prompt prompt = prompts.of(list);
        long begun = System.nanoTime();
        CompletableFuture<Choice> coming = kept.get(prompt.messages(), (messages, own) -> call(prompt));
        boolean known = coming.isDone();
        Choice choice = coming.join();
        if (choice instanceof Choice.Unread) {
            kept.asMap().remove(prompt.messages(), coming);
        }
        listener.chose(choice, known, Duration.ofNanos(System.nanoTime() - begun));
        return choice;
    }

    /** The one call for a question; what comes of it is there in time, whatever the server does. */
    private CompletableFuture<Choice> call(Prompt prompt) {
        if (!breaker.tryAcquirePermission()) {
            return CompletableFuture.completedFuture(new Choice.Unread(Choice.Cause.PAUSED));
        }
        if (!calls.take()) {
            breaker.releasePermission();
            return CompletableFuture.completedFuture(new Choice.Unread(Choice.Cause.OVER_BUDGET));
        }
        return CompletableFuture.supplyAsync(() -> ask(prompt), threads)
                .completeOnTimeout(new Choice.Unread(Choice.Cause.LATE), settings.timeout().toMillis(),
                        TimeUnit.MILLISECONDS)
                .whenComplete((choice, failure) -> judge(choice));
    }

    private Choice ask(Prompt prompt) {
        try {
            return reader.read(server.complete(prompt), prompt.ids().size());
        } catch (ServerException e) {
            return new Choice.Unread(e.why());
        } catch (RuntimeException e) {
            return new Choice.Unread(Choice.Cause.FAILED);
        }
    }

    /** A server that answers nonsense works no better than one that does not answer. */
    private void judge(Choice choice) {
        if (choice instanceof Choice.Unread unread) {
            breaker.onError(0, TimeUnit.NANOSECONDS, new ServerException(unread.cause(), unread.cause().word()));
        } else {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }
}
