package fr.juliu.telegram;

import fr.juliu.FirstArticle;
import fr.juliu.JuliuApplication;
import fr.juliu.store.Outbox;
import fr.juliu.telegram.fake.FakeBotApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole app as its users run it, in this JVM, with a Bot API server of the tests. */
final class App implements AutoCloseable {

    /** Lifts the limits on what goes out. */
    static final String[] UNLIMITED = {"--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
            "--juliu.telegram.group-rate=0"};

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ConfigurableApplicationContext context;

    /**
     * Starts it.
     *
     * @param data     its data folder
     * @param settings such as {@code --juliu.admins=5}
     */
    App(FakeBotApi telegram, Path data, String... settings) {
        this(telegram.url(), FakeBotApi.TOKEN, data, settings);
    }

    App(String url, String token, Path data, String... settings) {
        SpringApplication app = new SpringApplication(JuliuApplication.class);
        app.setRegisterShutdownHook(false);
        context = app.run(arguments(url, token, data, settings).toArray(String[]::new));
    }

    /** What the app is started with, here or as a process of its own. */
    static List<String> arguments(String url, String token, Path data, String... settings) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String setting : List.of("--juliu.telegram.token=" + token, "--juliu.telegram.api-url=" + url,
                "--juliu.data=" + data, "--juliu.config=config", "--juliu.knowledge=" + FirstArticle.folder(),
                "--server.port=0",
                "--spring.main.banner-mode=off")) {
            arguments.put(setting.split("=", 2)[0], setting);
        }
        for (String setting : settings) {
            arguments.put(setting.split("=", 2)[0], setting);
        }
        return List.copyOf(arguments.values());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** An address of its web server. */
    URI web(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** Waits until all that was to be sent is sent, and noted as such. */
    void awaitNothingWaiting() {
        Outbox outbox = bean(Outbox.class);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (outbox.waiting(Addresses.MESSENGER) > 0) {
            if (System.nanoTime() > until) {
                throw new AssertionError(outbox.waiting(Addresses.MESSENGER) + " messages are not sent");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** As when it is told to stop. */
    @Override
    public void close() {
        context.close();
    }
}
