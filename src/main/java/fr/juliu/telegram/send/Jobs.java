package fr.juliu.telegram.send;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Outgoing.Send;
import fr.juliu.store.Outbox;
import fr.juliu.tell.RichText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work that takes long, and shows in one message how far it is and what came out. */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final RichText SORRY = RichText.of("抱歉，出错了，没有做完。请稍后再试。");
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Sender sender;
    private final Renderer renderer;
    private final Outbox outbox;
    private final Duration pace;
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-job-", 0).factory());

    /**
     * A runner of jobs.
     *
     * @param pace how long a message stands before it is edited again
     */
    public Jobs(Sender sender, Renderer renderer, Outbox outbox, Duration pace) {
        this.sender = sender;
        this.renderer = renderer;
        this.outbox = outbox;
        this.pace = pace;
    }

    /** Starts a job and returns at once. */
    public void start(Outgoing.Job job) {
        threads.execute(() -> run(job));
    }

    /** Interrupts what runs. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A job did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Outgoing.Job job) {
        Send start = new Send(job.chat(), job.start(), List.of(), job.replyTo(), null, false);
        List<BotCall> pages = renderer.calls(start);
        if (!sender.isOn()) {
            // elsewhere nobody shows how far it is here
            put(start);
        }
        DeliveryOutcome outcome = pages.isEmpty() || !sender.isOn()
                ? new DeliveryOutcome.Unanswered("nothing to show")
                : sender.send(job.chat().id(), pages::getFirst).join();
        if (outcome instanceof DeliveryOutcome.Done done && done.messageId() != null) {
            show(job, done.messageId());
        } else {
            put(new Send(job.chat(), work(job, new Progress()), List.of(), job.replyTo(), null, false));
        }
    }

    private void put(Send message) {
        renderer.render(List.of(message), null).messages().forEach(outbox::add);
        sender.wake();
    }

    private void show(Outgoing.Job job, String message) {
        Progress progress = new Progress();
        Thread editor = Thread.ofVirtual().name("telegram-progress")
                .start(() -> edit(job.chat(), message, progress));
        RichText result;
        try {
            result = work(job, progress);
        } finally {
            progress.end();
        }
        try {
            editor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        renderer.outcome(job.chat(), message, result).forEach(outbox::add);
        sender.wake();
    }

    private static RichText work(Outgoing.Job job, Progress progress) {
        try {
            return job.work().run(progress::tell);
        } catch (RuntimeException | Error e) {
            // its message may hold what people wrote
            LOG.error("A job failed: {} at {}", e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            return SORRY;
        }
    }

    private void edit(Chat chat, String message, Progress progress) {
        while (progress.awaitNews()) {
            sender.send(chat.id(),
                    () -> renderer.edit(chat, message, RichText.of(progress.latest()), List.of())).join();
            progress.awaitEnd(pace);
        }
    }
}
