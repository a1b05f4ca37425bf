package fr.juliu.telegram.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server's outside, see core.telegram.org/bots/api#making-requests. */
final class BotApiHttp implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/([A-Za-z]+)");
    private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/documents/([A-Za-z0-9]+)");
    private static final int LARGEST_BODY = 20 * 1024 * 1024;

    private final World world;
    private final Faults faults;
    private final SendingLimits limits;
    private final Map<String, Function<Call, JsonNode>> methods;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean enforcing;

    BotApiHttp(World world, Faults faults, SendingLimits limits, Map<String, Function<Call, JsonNode>> methods) {
        this.world = world;
        this.faults = faults;
        this.limits = limits;
        this.methods = methods;
        // without it, an answer in two packets waits 40 ms for its second
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Answers 429 to what breaks the limits, instead of only noting it. */
    void enforce() {
        enforcing = true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        Matcher file = FILE.matcher(exchange.getRequestURI().getPath());
        if (file.matches() && file.group(1).equals(world.token)) {
            file(exchange, file.group(2));
            return;
        }
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            answer(exchange, 404, Json.bytes(refused(Refusal.notFound("Not Found"))));
            return;
        }
        if (!path.group(1).equals(world.token)) {
            answer(exchange, 401, Json.bytes(refused(Refusal.unauthorized())));
            return;
        }
        String method = path.group(2).toLowerCase(Locale.ROOT);
        count(method);
        Faults.Fault fault = faults.next(method);
        if (fault == null) {
            Reply reply = obey(exchange, method, body);
            answer(exchange, reply.status, reply.body);
        } else {
            fail(exchange, fault, method, body);
        }
    }

    /** See core.telegram.org/bots/api#file. */
    private void file(HttpExchange exchange, String id) throws IOException {
        byte[] content;
        synchronized (world.lock) {
            content = world.files.get(id);
        }
        if (content == null) {
            answer(exchange, 404, Json.bytes(refused(Refusal.notFound("Not Found"))));
        } else {
            send(exchange, 200, content);
        }
    }

    private void fail(HttpExchange exchange, Faults.Fault fault, String method, byte[] body) throws IOException {
        switch (fault) {
            case Faults.Refused refused -> answer(exchange, refused.refusal().code(),
                    Json.bytes(refused(refused.refusal())));
            case Faults.Page page -> page(exchange, page.status());
            case Faults.Reset reset -> {
                if (reset.afterObeying()) {
                    obey(exchange, method, body);
                }
                exchange.close();
            }
            case Faults.Half half -> {
                Reply reply = obey(exchange, method, body);
                exchange.sendResponseHeaders(reply.status, reply.body.length);
                exchange.getResponseBody().write(reply.body, 0, reply.body.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case Faults.Late late -> {
                Reply reply = obey(exchange, method, body);
                sleep(late.by().toMillis());
                answer(exchange, reply.status, reply.body);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Reply(int status, byte[] body) {
    }

    private Reply obey(HttpExchange exchange, String method, byte[] body) {
        try {
            String type = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
            Call call = FormBody.read(method, query, type.toLowerCase(Locale.ROOT).startsWith("multipart")
                    ? type
                    : type.toLowerCase(Locale.ROOT), body);
            Function<Call, JsonNode> known = methods.get(method);
            if (known == null) {
                throw Refusal.notFound("Not Found: method not found");
            }
            limit(call);
            synchronized (world.lock) {
                ObjectNode answer = Json.object().put("ok", true);
                answer.set("result", known.apply(call));
                return new Reply(200, Json.bytes(answer));
            }
        } catch (Refusal refusal) {
            return new Reply(refusal.code(), Json.bytes(refused(refusal)));
        } catch (RuntimeException e) {
            String own = "Internal Server Error: the fake failed: " + e;
            return new Reply(500, own.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void limit(Call call) {
        if (call.method().equals("getupdates")) {
            return;
        }
        long now = System.nanoTime();
        boolean kept = limits.call(call.method(), now);
        if (call.method().startsWith("send") && !call.method().equals("sendchataction")) {
            long chat = call.text("chat_id").matches("-?\\d{1,18}") ? call.id("chat_id", 0) : 0;
            kept &= limits.message(chat, chat < 0, now);
        }
        if (enforcing && !kept) {
            throw Refusal.tooMany(1);
        }
    }

    private void count(String method) {
        synchronized (world.lock) {
            world.calls.merge(method, 1, Integer::sum);
            world.lock.notifyAll();
        }
    }

    private static ObjectNode refused(Refusal refusal) {
        ObjectNode answer = Json.object().put("ok", false).put("error_code", refusal.code()).put("description",
                refusal.description());
        if (refusal.parameter() != null) {
            answer.putObject("parameters").put(refusal.parameter(), refusal.value());
        }
        return answer;
    }

    private static void page(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        String page = "<html>\r\n<head><title>" + status + "</title></head>\r\n<body>\r\n<center><h1>" + status
                + "</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";
        send(exchange, status, page.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
