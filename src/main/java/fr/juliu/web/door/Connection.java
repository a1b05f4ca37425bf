package fr.juliu.web.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection that was let in: whose it is, and what is going on with it. */
final class Connection {

    /** The connection that a request came in by; bound while it is read and answered. */
    static final ScopedValue<Connection> CURRENT = ScopedValue.newInstance();

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(90);
    private static final byte[] BUSY = """
            HTTP/1.1 503 Service Unavailable\r
            Retry-After: %d\r
            Content-Length: 0\r
            Connection: close\r
            \r
            """.formatted(Places.PAUSE.toSeconds()).getBytes(StandardCharsets.US_ASCII);

    /** What is going on with a connection. */
    private enum State {
        /** Nothing: no byte of a request has come. */
        RESTING,
        /** A request is coming in. */
        ARRIVING,
        /** A request is being answered. */
        ANSWERED,
        /** It was given up, and answers nothing more. */
        GIVEN_UP
    }

    private final SocketChannel channel;
    private final String peer;
    private final boolean plain;
    private State state = State.RESTING;
    private long since;
    private boolean read;
    private boolean late;
    private boolean used;

    /**
     * A connection that rests from now on, in nanoseconds of some clock.
     *
     * @param peer  the address at its other end
     * @param plain whether it speaks HTTP without TLS
     */
    Connection(SocketChannel channel, String peer, boolean plain, long now) {
        this.channel = channel;
        this.peer = peer;
        this.plain = plain;
        this.since = now;
    }

    SocketChannel channel() {
        return channel;
    }

    String peer() {
        return peer;
    }

    /** Notes that bytes of a request have come. */
    synchronized void arrives(long now) {
        if (state == State.RESTING) {
            enter(State.ARRIVING, now);
        }
    }

    /** Notes that a thread reads the request; its sender has so long from here on, as waiting for that thread is not his. */
    synchronized void isRead(long now) {
        if (state == State.ARRIVING && !read) {
            read = true;
            since = now;
        }
    }

    /** Notes that the request is there, and is answered from now on; false when the connection was given up before. */
    synchronized boolean isAnswered(long now) {
        if (state == State.GIVEN_UP) {
            return false;
        }
        enter(State.ANSWERED, now);
        used = true;
        return true;
    }

    /** Notes that a request was answered to its end. */
    synchronized void rests(long now) {
        if (state != State.GIVEN_UP) {
            enter(State.RESTING, now);
        }
    }

    /** Whether it could be given up for another: it is not being answered. */
    synchronized boolean isWaiting() {
        return state == State.RESTING || state == State.ARRIVING;
    }

    /** Whether a request is coming in or being answered. */
    synchronized boolean isUnderWay() {
        return state == State.ARRIVING || state == State.ANSWERED;
    }

    /** Whether its request took too long to come in. */
    synchronized boolean isLate() {
        return late;
    }

    synchronized long since() {
        return since;
    }

    /** Gives it up, unless it is being answered; whoever has a request on it is told to come again. */
    synchronized boolean giveUp() {
        if (!isWaiting()) {
            return false;
        }
        if (state == State.ARRIVING || !used) {
            refuse();
        }
        state = State.GIVEN_UP;
        end();
        return true;
    }

    /** Ends what takes too long: nothing more is read of a late request, and whatever lasts longer is cut off. */
    synchronized void hurry(long now, Duration arrival) {
        Duration age = Duration.ofNanos(now - since);
        switch (state) {
            case RESTING -> {
                if (age.compareTo(LONGEST_REST) > 0) {
                    giveUp();
                }
            }
            case ARRIVING -> {
                if (read && !late && age.compareTo(arrival) > 0) {
                    late = true;
                    close(channel::shutdownInput);
                }
            }
            case ANSWERED -> {
                if (age.compareTo(LONGEST_ANSWER) > 0) {
                    end();
                }
            }
            case GIVEN_UP -> {
            }
        }
    }

    /** Answers that there is no room, as far as the other side still listens. */
    void refuse() {
        if (plain) {
            close(() -> channel.write(ByteBuffer.wrap(BUSY)));
        }
    }

    private void enter(State next, long now) {
        state = next;
        since = now;
        read = false;
    }

    /** Shuts both directions; whoever reads or writes then finds the end and closes the channel. */
    private void end() {
        close(channel::shutdownInput);
        close(channel::shutdownOutput);
    }

    private static void close(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            // the other side was faster
        }
    }

    /** A step of closing. */
    private interface Step {
        Object run() throws IOException;
    }
}
