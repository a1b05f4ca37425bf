package fr.juliu.telegram;

import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Makes calls of the Bot API; whatever goes wrong is an {@link Outcome} that holds neither the token nor a text. */
final class BotLine {

    private static final Duration CALL = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;

    private final TelegramClient client;

    BotLine(TelegramClient client) {
        this.client = client;
    }

    /**
     * A client made for sending: many calls at once, where OkHttp allows five to one server, none of which takes more than
     * half a minute or is repeated behind our back.
     */
    static OkHttpClient http() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return new OkHttpClient.Builder().dispatcher(dispatcher).retryOnConnectionFailure(false).callTimeout(CALL)
                .readTimeout(CALL).build();
    }

    /** Makes a call and waits for what comes of it. */
    Outcome execute(BotCall call) {
        try {
            return client.execute(call);
        } catch (TelegramApiException | RuntimeException e) {
            return new Outcome.Unanswered(reason(e));
        }
    }

    /** The kind of the failure alone: what OkHttp says of it may hold the address, and the address holds the token. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
