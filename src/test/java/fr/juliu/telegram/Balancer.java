package fr.juliu.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands before several replicas: it passes each update on to one of them by chance, every fifth to another one at
 * the same moment and every fifth once more afterwards, as when a connection breaks and Telegram sends again.
 */
final class Balancer implements AutoCloseable {

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final int EVERY = 5;

    private final List<Integer> ports;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads)
            .build();
    private final Random random = new Random(21);
    private final AtomicInteger repeated = new AtomicInteger();

    Balancer(List<Integer> ports) throws IOException {
        this.ports = List.copyOf(ports);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    /** Its address, which the replicas tell Telegram. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many updates it passed on twice. */
    int repeated() {
        return repeated.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String secret = String.valueOf(exchange.getRequestHeaders().getFirst(SECRET));
        int first = chance(ports.size());
        int twice = chance(EVERY);
        if (twice == 0) {
            again(ports.get((first + 1) % ports.size()), secret, body);
        }
        int status = passed(ports.get(first), secret, body).join();
        if (twice == 1) {
            again(ports.get(chance(ports.size())), secret, body);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void again(int port, String secret, byte[] body) {
        repeated.incrementAndGet();
        threads.execute(() -> passed(port, secret, body).join());
    }

    /** The status that a replica answers; 502 when it does not. */
    private CompletableFuture<Integer> passed(int port, String secret, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/telegram"))
                .header("Content-Type", "application/json").header(SECRET, secret)
                .POST(BodyPublishers.ofByteArray(body)).build();
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode)
                .exceptionally(failure -> 502);
    }

    private int chance(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    /** A port of this machine that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
