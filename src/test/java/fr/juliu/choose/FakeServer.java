package fr.juliu.choose;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAI-compatible server over real HTTP that answers as a test wants, badly too. */
public final class FakeServer implements AutoCloseable {

    static final String FIRST = "{\"choice\": \"one\", \"ids\": [\"A\"], \"unanswered\": \"\"}";

    /** What goes wrong. */
    enum Trouble {
        /** Nothing. */
        NONE,
        /** It takes a question and is silent. */
        HANGS,
        /** It sends its headers, and then is silent. */
        DRIPS,
        /** It answers what is no JSON. */
        NONSENSE,
        /** It takes no more. */
        TOO_MANY,
        /** It fails. */
        FAILS,
        /** It ends within its answer. */
        HALF,
        /** It does not know the account. */
        NO_KEY
    }

    private final JsonMapper json = new JsonMapper();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;
    private final UnaryOperator<String> says;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile List<String> formats = List.of("json_schema", "json_object");

    /** A server whose model says that to the words of a user. */
    public FakeServer(UnaryOperator<String> says) {
        this.says = says;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/v1/chat/completions", this::answer);
        http.start();
    }

    FakeServer having(Trouble wrong) {
        trouble = wrong;
        return this;
    }

    /** The same, which knows but these forms of JSON. */
    FakeServer knowing(String... known) {
        formats = List.of(known);
        return this;
    }

    /** The bodies that it got. */
    List<JsonNode> asked() {
        return asked;
    }

    List<String> keys() {
        return keys;
    }

    public String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    ChooserSettings settings() {
        return settings(Duration.ofSeconds(20), 0);
    }

    ChooserSettings settings(Duration timeout, int dailyCalls) {
        return new ChooserSettings(URI.create(address()), "reader", "s3cret",
                timeout, dailyCalls, ChooserSettings.When.ALWAYS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(body);
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String form = body.at("/response_format/type").asString("");
        if (!form.isEmpty() && !formats.contains(form)) {
            send(exchange, 400, "{\"error\": {\"message\": \"response_format is not supported\"}}");
            return;
        }
        String said = completion(says.apply(body.at("/messages/1/content").asString()));
        switch (trouble) {
            case NONE -> send(exchange, 200, said);
            case NONSENSE -> send(exchange, 200, "<html>it works!</html>");
            case TOO_MANY -> send(exchange, 429, "{}");
            case FAILS -> send(exchange, 500, "oops");
            case NO_KEY -> send(exchange, 401, "{}");
            case HANGS -> await();
            case DRIPS -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                await();
            }
            case HALF -> {
                byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
        }
    }

    private String completion(String content) {
        return json.writeValueAsString(Map.of("object", "chat.completion", "choices",
                List.of(Map.of("index", 0, "message", Map.of("role", "assistant", "content", content)))));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
