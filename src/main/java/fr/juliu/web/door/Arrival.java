package fr.juliu.web.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;

/**
 * The coming in of a request's body. It is read as a whole before anything looks at the request, so that whoever sends
 * slowly occupies a connection, and nothing else.
 */
final class Arrival {

    private static final int LARGEST = 64 * 1024;
    /** What is read of a body that is too large, so that its sender hears of the refusal. */
    private static final int SWALLOWED = 16 * 1024 * 1024;

    private final String exempt;
    private final LongAdder large = new LongAdder();
    private final LongAdder slow = new LongAdder();

    /**
     * An arrival.
     *
     * @param exempt the path whose bodies are read by what answers there, once it knows the sender
     */
    Arrival(String exempt) {
        this.exempt = exempt;
    }

    /** Takes in the body, which is read from the request's input buffer then; what to refuse the request with, or OK. */
    HttpStatus of(Request request, Connection connection) {
        HttpStatus came = take(request, connection);
        if (came == HttpStatus.CONTENT_TOO_LARGE) {
            large.increment();
        } else if (came == HttpStatus.REQUEST_TIMEOUT) {
            slow.increment();
        }
        return came;
    }

    /** How many bodies were too large. */
    long large() {
        return large.sum();
    }

    /** How many bodies did not come in time. */
    long slow() {
        return slow.sum();
    }

    private HttpStatus take(Request request, Connection connection) {
        if (request.requestURI().equals(exempt)) {
            return HttpStatus.OK;
        }
        boolean large = request.getContentLengthLong() > LARGEST;
        if (request.hasExpectation()) {
            if (large) {
                return HttpStatus.CONTENT_TOO_LARGE;
            }
            request.action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
        }
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            long length = read(request, body);
            if (length > LARGEST) {
                return HttpStatus.CONTENT_TOO_LARGE;
            }
            request.setInputBuffer(new Body(ByteBuffer.wrap(body.toByteArray())));
            return HttpStatus.OK;
        } catch (SocketTimeoutException e) {
            return HttpStatus.REQUEST_TIMEOUT;
        } catch (IOException e) {
            return connection.isLate() ? HttpStatus.REQUEST_TIMEOUT : HttpStatus.BAD_REQUEST;
        }
    }

    /** Reads all, keeps what may be kept, and tells how much it was. */
    private static long read(Request request, ByteArrayOutputStream kept) throws IOException {
        Piece piece = new Piece();
        long length = 0;
        for (int read = request.doRead(piece); read >= 0 && length <= SWALLOWED; read = request.doRead(piece)) {
            length += read;
            if (length <= LARGEST) {
                kept.write(piece.bytes());
            } else {
                kept.reset();
            }
        }
        return length;
    }

    /** A body that came in. */
    private record Body(ByteBuffer bytes) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            int length = bytes.remaining();
            handler.setByteBuffer(bytes.duplicate());
            bytes.position(bytes.limit());
            return length == 0 ? -1 : length;
        }

        @Override
        public int available() {
            return bytes.remaining();
        }
    }

    /** A piece of a body as Tomcat hands it over. */
    private static final class Piece implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        byte[] bytes() {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        }

        @Override
        public void setByteBuffer(ByteBuffer given) {
            buffer = given;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        /** The pieces are as large as they come. */
        @Override
        public void expand(int size) {
        }
    }
}
