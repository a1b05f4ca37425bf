package fr.juliu.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WeChat's interface for accounts, after its documents: tokens, and messages of customer service. */
final class FakeWeChatApi implements AutoCloseable {

    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final BlockingQueue<JsonNode> sent = new LinkedBlockingQueue<>();
    private final AtomicInteger error = new AtomicInteger();

    FakeWeChatApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Refuses messages with this error from now on; takes them with 0. */
    void refuse(int code) {
        error.set(code);
    }

    /** The next message that was sent, waited for. */
    JsonNode next() {
        try {
            return sent.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The paths that were asked for, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String path = exchange.getRequestURI().getPath();
        calls.add(path);
        byte[] reply = reply(path, String.valueOf(exchange.getRequestURI().getQuery()), body)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; encoding=utf-8");
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private String reply(String path, String query, JsonNode body) {
        return switch (path) {
            case "/cgi-bin/stable_token" -> body.path("appid").asString("").equals(WeChatApp.APP_ID)
                    && body.path("secret").asString("").equals(SECRET)
                            ? "{\"access_token\":\"TOKEN\",\"expires_in\":7200}"
                            : error(40125);
            case "/cgi-bin/message/custom/send" -> message(query, body);
            default -> error(404);
        };
    }

    private String message(String query, JsonNode body) {
        if (!query.contains("access_token=TOKEN")) {
            return error(40001);
        }
        if (error.get() == 0) {
            sent.add(body);
        }
        return error(error.get());
    }

    private static String error(int code) {
        return "{\"errcode\":" + code + ",\"errmsg\":\"" + (code == 0 ? "ok" : "refused") + "\"}";
    }
}
