package fr.juliu.search.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks as much of OpenSearch as is asked for, over real HTTP, and finds but text 1; badly, if wanted. */
final class FakeCluster implements AutoCloseable {

    static final String FOUND = "{\"timed_out\":false,\"_shards\":{\"failed\":0},\"hits\":{\"hits\":[{\"sort\":[2.5,1]}]}}";

    /** What goes wrong with searches. */
    enum Trouble {
        /** Nothing. */
        NONE,
        /** There are too many. */
        TOO_MANY,
        /** It takes one and is silent. */
        HANGS,
        /** It sends the half of an answer, and is silent then. */
        DRIPS,
        /** It fails. */
        FAILS,
        /** It answers what is no JSON. */
        NONSENSE,
        /** It had not time enough for all texts. */
        IN_PART,
        /** It does not know the account. */
        NO_ACCOUNT
    }

    /** What was asked for. */
    record Request(String line, String authorization, String body) {
    }

    private final JsonMapper json = new JsonMapper();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, Set<String>> texts = new ConcurrentSkipListMap<>();
    private final Map<String, Set<String>> aliases = new ConcurrentSkipListMap<>();
    private final Map<String, Long> made = new ConcurrentSkipListMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    /** One for each search that hangs. */
    final Semaphore hanging = new Semaphore(0);
    volatile Trouble trouble = Trouble.NONE;
    volatile int refusedTexts;

    FakeCluster() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** An index that is there already. */
    void put(String index, String... names) {
        texts.put(index, new TreeSet<>());
        aliases.put(index, new ConcurrentSkipListSet<>(List.of(names)));
        made.put(index, (long) made.size() + 1);
    }

    /** Indexes with their aliases. */
    Map<String, Set<String>> aliases() {
        return aliases;
    }

    List<Request> requests(String line) {
        return requests.stream().filter(each -> each.line().matches(line)).toList();
    }

    void lose(String index) {
        texts.remove(index);
        aliases.remove(index);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String line = exchange.getRequestMethod() + " " + path;
        requests.add(new Request(line, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), body));
        String index = path.substring(1).replaceFirst("[/?].*", "");
        if (path.contains("/_search")) {
            search(exchange, index);
        } else if (path.startsWith("/_bulk")) {
            bulk(exchange, path.replaceAll(".*index=([^&]+).*", "$1"), body);
        } else if (path.startsWith("/_aliases")) {
            json.readTree(body).path("actions").forEach(this::act);
            send(exchange, 200, "{\"acknowledged\":true}");
        } else if (line.startsWith("DELETE")) {
            List.of(index.split(",", -1)).forEach(this::lose);
            send(exchange, 200, "{\"acknowledged\":true}");
        } else if (line.startsWith("PUT")) {
            put(index);
            send(exchange, 200, "{\"acknowledged\":true}");
        } else if (index.endsWith("*")) {
            send(exchange, 200, json.writeValueAsString(aliases.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(index.replace("*", "")))
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> Map.of("aliases", each.getValue().stream()
                            .collect(Collectors.toMap(name -> name, name -> Map.of())), "settings",
                            Map.of("index",
                                    Map.of("creation_date", String.valueOf(made.get(each.getKey())))))))));
        } else if (texts.containsKey(index)) {
            send(exchange, 200, "{\"count\":" + texts.get(index).size() + ",\"_shards\":{\"failed\":0}}");
        } else {
            send(exchange, 404, "{\"error\":{\"type\":\"index_not_found_exception\"}}");
        }
    }

    private void search(HttpExchange exchange, String index) throws IOException {
        switch (trouble) {
            case NONE -> send(exchange, texts.containsKey(index) ? 200 : 404, texts.containsKey(index) ? FOUND : "{}");
            case TOO_MANY -> send(exchange, 429, "{\"error\":{\"type\":\"rejected_execution_exception\"}}");
            case FAILS -> send(exchange, 500, "{\"error\":{\"type\":\"x\"}}");
            case NONSENSE -> send(exchange, 200, "<html>it works!</html>");
            case IN_PART -> send(exchange, 200, FOUND.replace("false", "true"));
            case NO_ACCOUNT -> send(exchange, 401, "{}");
            case HANGS -> await();
            case DRIPS -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                await();
            }
        }
    }

    private void bulk(HttpExchange exchange, String index, String body) throws IOException {
        StringBuilder items = new StringBuilder();
        body.lines().filter(each -> each.contains("\"create\"")).forEach(each -> {
            String id = json.readTree(each).path("create").path("_id").asString();
            int status = refusedTexts > 0 ? 429 : Objects.requireNonNull(texts.get(index)).add(id) ? 201 : 409;
            refusedTexts = Math.max(0, refusedTexts - 1);
            items.append(items.isEmpty() ? "" : ",").append("{\"create\":{\"status\":").append(status).append("}}");
        });
        send(exchange, 200, "{\"errors\":true,\"items\":[" + items + "]}");
    }

    private void act(JsonNode action) {
        action.properties().forEach(each -> {
            Set<String> names = Objects.requireNonNull(aliases.get(each.getValue().path("index").asString()));
            String alias = each.getValue().path("alias").asString();
            if (each.getKey().equals("add")) {
                names.add(alias);
            } else {
                names.remove(alias);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void await() {
        hanging.release();
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
