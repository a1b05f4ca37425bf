package fr.juliu.telegram.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Updates sent over HTTP, see core.telegram.org/bots/api#setwebhook: those of one chat in order, those of others beside
 * them, each again until the answer is 2xx. (The real server waits longer between two tries.)
 */
final class Webhook implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int FIRST_WAIT_MILLIS = 20;
    private static final int LONGEST_WAIT_MILLIS = 500;

    private final World world;
    private final URI url;
    private final String secret;
    private final int connections;
    private final List<ExecutorService> lanes;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();
    private volatile boolean closed;
    private volatile @Nullable String lastError;
    private volatile long lastErrorDate;

    private Webhook(World world, URI url, String secret, int connections) {
        this.world = world;
        this.url = url;
        this.secret = secret;
        this.connections = connections;
        this.lanes = IntStream.range(0, Math.min(connections, 16))
                .mapToObj(lane -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())).toList();
    }

    static Webhook read(World world, Call call) {
        String secret = call.text("secret_token");
        if (secret.length() > 256) {
            throw Refusal.bad("secret token is too long");
        }
        if (!secret.matches("[A-Za-z0-9_-]*")) {
            throw Refusal.bad("secret token contains unallowed characters");
        }
        if (!call.text("url").matches("https?://[^\\s/]+(?:/\\S*)?")) {
            throw Refusal.bad("bad webhook: An HTTPS URL must be provided for webhook");
        }
        int connections = Math.clamp(call.number("max_connections", 40), 1, 100);
        return new Webhook(world, URI.create(call.text("url")), secret, connections);
    }

    void deliver(ObjectNode update) {
        lanes.get(Math.floorMod(Long.hashCode(chat(update)), lanes.size())).execute(() -> insist(update));
    }

    void describe(ObjectNode info) {
        info.put("url", url.toString()).put("max_connections", connections);
        String error = lastError;
        if (error != null) {
            info.put("last_error_date", lastErrorDate).put("last_error_message", error);
        }
    }

    @Override
    public void close() {
        closed = true;
        lanes.forEach(ExecutorService::shutdownNow);
        http.shutdownNow();
    }

    private void insist(ObjectNode update) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(PATIENCE)
                .setHeader("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(Json.bytes(update)));
        if (!secret.isEmpty()) {
            request.setHeader("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        int wait = FIRST_WAIT_MILLIS;
        try {
            while (!closed && !accepted(request.build())) {
                Thread.sleep(wait);
                wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            }
            if (!closed) {
                world.updates.delivered(update.path("update_id").asInt(0));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean accepted(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            if (response.statusCode() / 100 == 2) {
                return true;
            }
            failed("Wrong response from the webhook: " + response.statusCode());
        } catch (IOException e) {
            failed("Connection failed: " + e.getMessage());
        }
        return false;
    }

    private void failed(String why) {
        lastErrorDate = world.now();
        lastError = why;
    }

    private static long chat(JsonNode update) {
        for (JsonNode content : update) {
            JsonNode message = content.has("message") ? content.path("message") : content;
            if (message.has("chat")) {
                return message.path("chat").path("id").asLong(0);
            }
            if (content.has("from")) {
                return content.path("from").path("id").asLong(0);
            }
        }
        return 0;
    }
}
