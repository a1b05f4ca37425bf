package fr.juliu.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A small site of somebody else's: one page, on a port of its own. */
public final class OtherSite implements AutoCloseable {

    private final HttpServer server;
    private volatile byte[] page = {};

    public OtherSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Serves a page with this in its body. */
    public void show(String body) {
        page = """
                <!doctype html>
                <html lang="fr"><head><meta charset="utf-8"><title>Association</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
                <style>body { font: 16px/1.6 serif; background: #fff; color: #222; } button { background: lime; }</style>
                </head><body><main><h1>Association franco-chinoise</h1><p>Bienvenue.</p></main>%s</body></html>
                """
                .formatted(body).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
