package fr.juliu.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A raw connection to a server under test, on which anything can be sent. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean ended;

    /** A connection from this machine's usual address. */
    public Wire(int port) {
        this(port, "127.0.0.1");
    }

    /** A connection from another of this machine's addresses, such as 127.0.0.7. */
    Wire(int port, String from) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends text, as long as the other side takes any. */
    public Wire send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it is closed, as reading will tell
        }
        return this;
    }

    /** All that comes until the other side closes. */
    public String answer() {
        while (!isOver(PATIENCE)) {
            // more may come
        }
        return heard();
    }

    /** What came until now. */
    public String heard() {
        return heard.toString(StandardCharsets.UTF_8);
    }

    /** Listens until something comes, for so many milliseconds; whether the other side has closed. */
    public boolean isOver(int millis) {
        try {
            socket.setSoTimeout(millis);
            byte[] bytes = new byte[8192];
            int read = ended ? -1 : socket.getInputStream().read(bytes);
            ended |= read < 0;
            heard.write(bytes, 0, Math.max(0, read));
        } catch (SocketTimeoutException e) {
            if (millis == PATIENCE) {
                throw new AssertionError("neither answered nor closed; heard: " + heard(), e);
            }
        } catch (IOException e) {
            ended = true;
        }
        return ended;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
