package fr.juliu.telegram;

import fr.juliu.telegram.send.Jobs;
import fr.juliu.telegram.send.NoticeQueue;
import fr.juliu.telegram.send.Sender;
import org.springframework.context.SmartLifecycle;

/** Opens the room once the rest of the app stands, and closes it first: what comes in, then what is under way, then what goes out. */
final class TelegramRoom implements SmartLifecycle {

    private final Registration registration;
    private final UpdateHandler handler;
    private final BotQueries questions;
    private final Jobs jobs;
    private final NoticeQueue notices;
    private final Sender sender;
    private final Heartbeat heartbeat;
    private volatile boolean running;

    /**
     * A room that is closed.
     *
     * @param questions what handlers ask Telegram until they end
     */
    TelegramRoom(Registration registration, UpdateHandler handler, BotQueries questions, Jobs jobs,
            NoticeQueue notices, Sender sender, Heartbeat heartbeat) {
        this.registration = registration;
        this.handler = handler;
        this.questions = questions;
        this.jobs = jobs;
        this.notices = notices;
        this.sender = sender;
        this.heartbeat = heartbeat;
    }

    @Override
    public void start() {
        running = true;
        heartbeat.start();
        sender.start();
        notices.start();
        registration.start();
    }

    @Override
    public void stop() {
        registration.close();
        handler.close();
        questions.close();
        jobs.close();
        notices.close();
        sender.close();
        heartbeat.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
