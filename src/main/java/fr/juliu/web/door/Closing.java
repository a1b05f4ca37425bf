package fr.juliu.web.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * How the house closes: before anything else stops, no new connection is taken, and each request that came is answered.
 * Tomcat's own way drops those whose thread has not begun.
 */
final class Closing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final Duration STEP = Duration.ofMillis(20);
    /** How long nothing may come before no more is waited for. */
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final byte[] KNOCK = "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final Connections connections;
    private final ServletWebServerApplicationContext app;
    private final Duration longest;
    private volatile boolean running;

    /**
     * The closing of an app.
     *
     * @param longest how long it waits for requests that are under way
     */
    Closing(Connections connections, ServletWebServerApplicationContext app, Duration longest) {
        this.connections = connections;
        this.app = app;
        this.longest = longest;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Comes to its end before the web server's does. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop() {
        try {
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
        }
    }

    private void drain() throws InterruptedException {
        long begin = connections.now();
        connections.close();
        List<Connector> connectors = app.getWebServer() instanceof TomcatWebServer server
                ? List.of(server.getTomcat().getService().findConnectors())
                : List.of();
        connectors.forEach(Closing::knock);
        connectors.forEach(connector -> connector.getProtocolHandler().closeServerSocketGraceful());
        if (!isQuietBefore(begin + longest.toNanos())) {
            LOG.warn("Requests are still under way; those that are not answered in time are lost");
        }
    }

    /**
     * Comes in as the last of all that wait outside: once this is answered, each connection that was there before was taken
     * in, which closing the socket would turn away without a word.
     */
    private static void knock(Connector connector) {
        InetAddress address = connector.getProperty("address") instanceof InetAddress set && !set.isAnyLocalAddress()
                ? set
                : InetAddress.getLoopbackAddress();
        int patience = (int) PATIENCE.toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, connector.getLocalPort()), patience);
            socket.setSoTimeout(patience);
            socket.getOutputStream().write(KNOCK);
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            LOG.debug("Nobody opens at {}", address, e);
        }
    }

    /** Waits until no request is under way for a while; false when that takes too long. */
    private boolean isQuietBefore(long end) throws InterruptedException {
        long quietSince = connections.now();
        while (connections.now() - quietSince < QUIET.toNanos()) {
            if (connections.now() - end > 0) {
                return false;
            }
            Thread.sleep(STEP);
            if (!connections.isQuiet()) {
                quietSince = connections.now();
            }
        }
        return true;
    }
}
