package fr.juliu.web;

import fr.juliu.chat.ChatSettings;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Says in the log, once all is ready, what the app runs on, where its pages are, what is off and what is wrong. */
final class StartReport implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);
    private static final int MOST = 5;

    private final CurrentEdition edition;
    private final ChatSettings chat;
    private final WebSettings web;

    StartReport(CurrentEdition edition, ChatSettings chat, WebSettings web) {
        this.edition = edition;
        this.chat = chat;
        this.web = web;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ConfigurableEnvironment settings = event.getApplicationContext().getEnvironment();
        new UnknownSettings().in(settings).forEach(line -> LOG.warn("Settings: {}", line));
        knowledge(settings);
        LOG.info("Data folder: {}", web.data().toAbsolutePath().normalize());
        telegram(settings);
        weChat(settings);
        String home = "http://localhost:" + settings.getProperty("local.server.port")
                + settings.getProperty("server.servlet.context-path", "") + "/";
        desk(settings, home);
        operators();
        LOG.info("Chat page: {}", home);
        outside();
    }

    /** What there is to answer from, how old it is, and what is wrong with it. */
    private void knowledge(Environment settings) {
        Edition now = edition.get();
        Library library = now.library();
        List<YearMonth> months = library.articles().stream().map(Article::asOf).filter(Objects::nonNull).sorted()
                .toList();
        LOG.info("Knowledge: {}, articles {}{}, known questions {}, table {}",
                Path.of(settings.getProperty("juliu.knowledge", Object.class, "knowledge").toString())
                        .toAbsolutePath().normalize(),
                library.articles().size(),
                months.isEmpty() ? "" : " of " + months.getFirst() + " to " + months.getLast(),
                library.questions().size(), now.rolloutAsOf().map(month -> "of " + month).orElse("without a date"));
        List<Problem> problems = now.problems();
        // files that are left out were named when they were read
        problems.stream().filter(problem -> problem.severity() == Problem.Severity.WARNING).limit(MOST)
                .forEach(problem -> LOG.warn("Problem in the files: {}", problem));
        if (!problems.isEmpty()) {
            LOG.warn("Problems in the files: {} in all; the command check, the desk and health tell each",
                    problems.size());
        }
    }

    private static void telegram(Environment settings) {
        if (settings.getProperty("juliu.telegram.token", "").isBlank()) {
            LOG.info("Telegram is off: set juliu.telegram.token (or TELEGRAM_BOT_TOKEN)");
        } else {
            LOG.info("Telegram is on: {}", settings.getProperty("juliu.telegram.mode", "polling"));
        }
    }

    private static void weChat(Environment settings) {
        if (settings.getProperty("juliu.wechat.token", "").isBlank()) {
            LOG.info("WeChat is off: set juliu.wechat.token");
        } else {
            LOG.info("WeChat is on: {} messages", settings.getProperty("juliu.wechat.aes-key", "").isBlank()
                    ? "plain"
                    : "encrypted");
        }
    }

    private static void desk(Environment settings, String home) {
        if (settings.getProperty("juliu.desk.password", "").isBlank()) {
            LOG.info("Desk is off: set JULIU_DESK_PASSWORD");
        } else {
            LOG.info("Desk is on: {}desk", home);
        }
    }

    private void operators() {
        if (web.operators().isEmpty()) {
            LOG.info("Health details and metrics are told to nobody: set juliu.operators");
        } else {
            LOG.info("Health details and metrics are told to {}", String.join(", ", web.operators()));
        }
    }

    private void outside() {
        if (chat.publicUrl() != null) {
            LOG.info("Chat page from outside: {}", chat.publicUrl());
            if (web.trustedProxies().isEmpty()) {
                LOG.info(
                        "No proxy is trusted: if visitors come through one, set juliu.trusted-proxies to its address, or"
                                + " they all count as one");
            }
        }
    }
}
