package fr.juliu.web;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Library;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says in the log, once all is ready, where the chat page is and what is off. */
final class StartReport implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private final CurrentEdition edition;
    private final @Nullable URI publicUrl;
    private final boolean trustsProxies;

    StartReport(CurrentEdition edition, @Nullable URI publicUrl, boolean trustsProxies) {
        this.edition = edition;
        this.publicUrl = publicUrl;
        this.trustsProxies = trustsProxies;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment settings = event.getApplicationContext().getEnvironment();
        Library library = edition.get().library();
        LOG.info("Knowledge: articles {}, known questions {}, problems {}", library.articles().size(),
                library.questions().size(), edition.get().problems().size());
        telegram(settings);
        weChat(settings);
        LOG.info("Chat page: http://localhost:{}{}/", settings.getProperty("local.server.port"),
                settings.getProperty("server.servlet.context-path", ""));
        if (publicUrl != null) {
            LOG.info("Chat page from outside: {}", publicUrl);
            if (!trustsProxies) {
                LOG.info(
                        "No proxy is trusted: if visitors come through one, set juliu.trusted-proxies to its address, or"
                                + " they all count as one");
            }
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
}
