package fr.juliu.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Calls to the Bot API. Each update is read by itself, so that one that cannot be read keeps no other back, and no
 * failure shows the token, which stands in each address.
 */
final class BotQueries implements AutoCloseable {

    /** For what Telegram sends, which may hold more than this version knows. */
    static final ObjectMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE).build();

    private static final Logger LOG = LoggerFactory.getLogger(BotQueries.class);
    private static final MediaType TYPE = MediaType.get("application/json");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST_MESSAGE = 200;

    private final OkHttpClient http;
    private final String base;
    private final String files;
    private final String token;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    BotQueries(OkHttpClient http, String apiUrl, String token) {
        this.http = http;
        this.base = apiUrl + "/bot" + token + "/";
        this.files = apiUrl + "/file/bot" + token + "/";
        this.token = token;
    }

    /** Calls a method and reads its result. */
    <T> T call(PartialBotApiMethod<?> method, Class<T> type) throws BotApiException {
        return read(call(method, PATIENCE), type);
    }

    void call(PartialBotApiMethod<?> method) throws BotApiException {
        call(method, PATIENCE);
    }

    /** Waits for updates, as long as the call says. */
    List<Update> updates(GetUpdates call) throws BotApiException {
        List<Update> updates = new ArrayList<>();
        for (JsonNode update : call(call, PATIENCE.plusSeconds(call.getTimeout()))) {
            updates.add(update(update));
        }
        return updates;
    }

    /**
     * The bytes of a file.
     *
     * @param path as {@code getFile} tells it
     * @param most so many at most; a longer file is refused
     */
    byte[] download(String path, int most) throws BotApiException {
        Request request = new Request.Builder().url(files + path).build();
        return made(request, PATIENCE, (response, body) -> {
            if (!response.isSuccessful() || body == null) {
                throw new BotApiException(response.code(), response.code() + " for a file", Duration.ZERO);
            }
            byte[] bytes = body.byteStream().readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BotApiException(0, "a file of more than " + most + " bytes", Duration.ZERO);
            }
            return bytes;
        });
    }

    /** Ends all calls under way. */
    void cancel() {
        calls.forEach(Call::cancel);
    }

    /** The same, and begins no other. */
    @Override
    public void close() {
        closed = true;
        cancel();
    }

    /** An update; one that cannot be read holds its number alone. */
    static Update update(JsonNode node) {
        try {
            return read(node, Update.class);
        } catch (BotApiException e) {
            int id = node.path("update_id").asInt();
            LOG.warn("Telegram's update {} cannot be read and is left out: {}", id, e.getMessage());
            Update update = new Update();
            update.setUpdateId(id);
            return update;
        }
    }

    private static <T> T read(JsonNode node, Class<T> type) throws BotApiException {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new BotApiException(0, "no " + type.getSimpleName() + " (" + e.getClass().getSimpleName() + ")",
                    Duration.ZERO);
        }
    }

    private JsonNode call(PartialBotApiMethod<?> method, Duration patience) throws BotApiException {
        return made(request(method), patience,
                (response, body) -> result(response.code(), body == null ? new byte[0] : body.bytes()));
    }

    /** What is read of a response. */
    private interface Reading<T> {

        T of(Response response, @Nullable ResponseBody body) throws IOException, BotApiException;
    }

    private <T> T made(Request request, Duration patience, Reading<T> reading) throws BotApiException {
        Call call = http.newBuilder().readTimeout(patience).callTimeout(patience.plus(PATIENCE)).build()
                .newCall(request);
        calls.add(call);
        if (closed) {
            call.cancel();
        }
        try (Response response = call.execute(); ResponseBody body = response.body()) {
            return reading.of(response, body);
        } catch (IOException e) {
            throw new BotApiException(0, e.getClass().getSimpleName() + ": " + hidden(String.valueOf(e.getMessage())),
                    Duration.ZERO);
        } finally {
            calls.remove(call);
        }
    }

    private Request request(PartialBotApiMethod<?> method) throws BotApiException {
        try {
            return new Request.Builder().url(base + method.getMethod())
                    .post(RequestBody.create(JSON.writeValueAsBytes(method), TYPE)).build();
        } catch (JsonProcessingException e) {
            throw new BotApiException(0, method.getMethod() + " cannot be written", Duration.ZERO);
        }
    }

    private JsonNode result(int status, byte[] body) throws BotApiException {
        JsonNode answer = JSON.nullNode();
        try {
            answer = JSON.readTree(body);
        } catch (IOException e) {
            LOG.debug("Telegram's answer is no JSON");
        }
        if (answer.path("ok").asBoolean()) {
            return answer.path("result");
        }
        int code = answer.path("error_code").asInt(status);
        throw new BotApiException(code,
                code + " " + hidden(answer.path("description").asText("without an explanation")),
                Duration.ofSeconds(answer.path("parameters").path("retry_after").asInt()));
    }

    private String hidden(String message) {
        String safe = message.replace(token, "…");
        return safe.length() > LONGEST_MESSAGE ? safe.substring(0, LONGEST_MESSAGE) : safe;
    }
}
