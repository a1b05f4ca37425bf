package fr.juliu.telegram.send;

import fr.juliu.chat.Picture;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Makes calls of the Bot API; whatever goes wrong is a {@link DeliveryOutcome} that holds neither the token nor a text.
 */
public final class BotLine {

    private static final Duration CALL = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;

    private static final int REFUSED = 400;
    private static final int TOO_LARGE = 413;
    private static final MediaType JSON = MediaType.get("application/json");

    private final TelegramClient client;
    private final Function<Picture, Optional<byte[]>> pictures;

    /**
     * A line to Telegram.
     *
     * @param pictures the bytes of a picture as it is now; empty when there is nothing to show on it
     */
    public BotLine(TelegramClient client, Function<Picture, Optional<byte[]>> pictures) {
        this.client = client;
        this.pictures = pictures;
    }

    /**
     * A client made for sending: many calls at once, where OkHttp allows five to one server, none of which takes more than
     * half a minute or is repeated behind our back.
     */
    public static OkHttpClient http() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return new OkHttpClient.Builder().dispatcher(dispatcher).addInterceptor(BotLine::tooLarge)
                .retryOnConnectionFailure(false).callTimeout(CALL)
                .readTimeout(CALL).build();
    }

    /** A proxy before Telegram says in HTML that a call is too large: as Telegram itself says it. */
    private static Response tooLarge(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        MediaType type = response.code() == TOO_LARGE && response.body() != null ? response.body().contentType() : null;
        if (response.code() != TOO_LARGE || (type != null && type.subtype().equals("json"))) {
            return response;
        }
        response.close();
        return response.newBuilder().body(ResponseBody.create(
                "{\"ok\":false,\"error_code\":413,\"description\":\"Request Entity Too Large\"}", JSON)).build();
    }

    /** Makes a call and waits for what comes of it. */
    DeliveryOutcome execute(BotCall call) {
        try {
            if (DocumentCall.is(call)) {
                DocumentCall document = DocumentCall.of(call);
                client.execute(document);
                return document.outcome();
            }
            return PhotoCall.is(call) ? executePhoto(call) : client.execute(call);
        } catch (TelegramApiException | RuntimeException e) {
            return new DeliveryOutcome.Unanswered(reason(e));
        }
    }

    private DeliveryOutcome executePhoto(BotCall call) throws TelegramApiException {
        Optional<byte[]> png = pictures.apply(PhotoCall.picture(call));
        if (png.isEmpty()) {
            return new DeliveryOutcome.Refused(REFUSED, "there is no such picture any more", null);
        }
        PhotoCall photo = PhotoCall.of(call, png.get());
        client.execute(photo);
        return photo.outcome();
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
