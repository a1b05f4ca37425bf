package fr.juliu.trust;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Asks questions over many connections that stay open, each as another person behind a proxy. */
final class LoadClient {

    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final double MILLION = 1e6;

    private final InetSocketAddress server;
    private final int connections;
    /** Between two questions of one connection, in ns. */
    private final long pause;

    LoadClient(InetSocketAddress server, int connections) {
        this(server, connections, 0);
    }

    LoadClient(InetSocketAddress server, int connections, long pause) {
        this.server = server;
        this.connections = connections;
        this.pause = pause;
    }

    /**
     * What a server answers.
     *
     * @param last whether it takes no more on this connection
     */
    record Response(int status, String body, boolean last) {
    }

    /**
     * What came back.
     *
     * @param nanos  of each answer, sorted
     * @param shed   refused for now, as the server is busy
     * @param failed neither answered nor shed
     * @param cut    of these, sent whole and without an answer
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Result(long[] nanos, long shed, long failed, long cut, double seconds) {

        /** Milliseconds that so many of a hundred answers took at most. */
        double percentile(double share) {
            return nanos.length == 0
                    ? 0
                    : nanos[(int) Math.min(nanos.length - 1, nanos.length * share / 100)] / MILLION;
        }
    }

    /** Asks each question once, whichever connection is free. */
    Result ask(List<String> questions) {
        AtomicInteger next = new AtomicInteger();
        LongAdder shed = new LongAdder();
        LongAdder failed = new LongAdder();
        LongAdder cut = new LongAdder();
        List<List<Long>> times = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> asking = new ArrayList<>();
            for (int n = 0; n < connections; n++) {
                String address = "10." + n / 65_536 + "." + n / 256 % 256 + "." + n % 256;
                asking.add(people.submit(() -> ask(questions, next, address, shed, failed, cut)));
            }
            for (Future<List<Long>> one : asking) {
                times.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long[] nanos = times.stream().flatMap(List::stream).mapToLong(Long::longValue).toArray();
        Arrays.sort(nanos);
        return new Result(nanos, shed.sum(), failed.sum(), cut.sum(), (System.nanoTime() - begun) / 1e9);
    }

    private List<Long> ask(List<String> questions, AtomicInteger next, String address, LongAdder shed,
            LongAdder failed, LongAdder cut) {
        List<Long> times = new ArrayList<>();
        int number = next.getAndIncrement();
        while (number < questions.size()) {
            boolean sent = false;
            try (Socket socket = new Socket()) {
                socket.setTcpNoDelay(true);
                socket.connect(server);
                boolean open = true;
                while (open && number < questions.size()) {
                    long begun = System.nanoTime();
                    sent = true;
                    Response response = exchange(socket, request(questions.get(number), address));
                    int status = response.status();
                    if (status == OK) {
                        times.add(System.nanoTime() - begun);
                        open = !response.last();
                    } else {
                        (status == BUSY ? shed : failed).increment();
                        open = false;
                    }
                    sent = false;
                    number = next.getAndIncrement();
                    LockSupport.parkNanos(pause);
                }
            } catch (IOException e) {
                failed.increment();
                (sent ? cut : new LongAdder()).increment();
                number = next.getAndIncrement();
            }
        }
        return times;
    }

    /** A question as the chat page sends it. */
    static byte[] request(String question, String address) {
        byte[] body = ("{\"question\": \"" + question.replace("\\", "\\\\").replace("\"", "\\\"")
                .replaceAll("\\p{Cntrl}", " ") + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /api/ask HTTP/1.1\r\nHost: juliu\r\nContent-Type: application/json\r\nX-Forwarded-For: "
                + address + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** Sends a request and reads what comes back, of a known length or in chunks. */
    static Response exchange(Socket socket, byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String status = line(in);
        if (status.isEmpty()) {
            throw new IOException("the connection ended");
        }
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String low = header.toLowerCase(Locale.ROOT);
            length = low.startsWith("content-length:") ? Integer.parseInt(low.substring(15).strip()) : length;
            last |= low.startsWith("connection:") && low.contains("close");
            chunked |= low.startsWith("transfer-encoding:") && low.contains("chunked");
        }
        byte[] body = chunked ? chunks(in) : in.readNBytes(length);
        return new Response(Integer.parseInt(status.substring(9, 12)), new String(body, StandardCharsets.UTF_8),
                last);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16);; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
