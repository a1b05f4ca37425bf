package fr.juliu.keep.links;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A real server of this machine; each address of the loopback network is a site of its own. */
public final class Sites implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Sites(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.start();
    }

    /** A server without any page. */
    public static Sites open() {
        try {
            return new Sites(HttpServer.create(new InetSocketAddress(0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a certificate that it signed itself. */
    static Sites selfSigned(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("self-signed.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(keytool, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-alias",
                "site", "-storetype", "PKCS12", "-storepass", "secret", "-keystore", store.toString())
                .redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Sites(server);
    }

    /** What answers a request. */
    interface Page {
        int status(HttpExchange exchange) throws InterruptedException;
    }

    /** Puts a page that answers with a status. */
    public Sites page(String path, int status) {
        return page(path, exchange -> status);
    }

    /** Puts a page that leads to another address. */
    public Sites redirect(String path, int status, String to) {
        return page(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            return status;
        });
    }

    /** Puts a page that never answers. */
    Sites silent(String path) {
        return page(path, exchange -> {
            closing.await();
            return 200;
        });
    }

    Sites page(String path, Page page) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            try (exchange) {
                exchange.sendResponseHeaders(page.status(exchange), -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** The address of a page at the first site. */
    public String url(String path) {
        return url("127.0.0.1", path);
    }

    String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** What was asked for, such as {@code HEAD /a}, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
