package fr.juliu.telegram;

import org.springframework.context.SmartLifecycle;

/** Opens the room once the rest of the app stands, and closes it first: what comes in, then what is under way, then what goes out. */
final class TelegramRoom implements SmartLifecycle {

    private final Registration registration;
    private final UpdateHandler handler;
    private final Jobs jobs;
    private final Sender sender;
    private volatile boolean running;

    TelegramRoom(Registration registration, UpdateHandler handler, Jobs jobs, Sender sender) {
        this.registration = registration;
        this.handler = handler;
        this.jobs = jobs;
        this.sender = sender;
    }

    @Override
    public void start() {
        running = true;
        sender.start();
        registration.start();
    }

    @Override
    public void stop() {
        registration.close();
        handler.close();
        jobs.close();
        sender.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
