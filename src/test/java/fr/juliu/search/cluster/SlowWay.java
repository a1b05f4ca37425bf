package fr.juliu.search.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a node on which everything can be held up. */
final class SlowWay implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int to;
    private volatile CountDownLatch open = new CountDownLatch(0);

    SlowWay(int to) throws IOException {
        this.to = to;
        threads.execute(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Lets nothing come back until {@link #release}. */
    void hold() {
        open = new CountDownLatch(1);
    }

    void release() {
        open.countDown();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                threads.execute(() -> pass(near));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket near) {
        try (near; Socket far = new Socket(InetAddress.getLoopbackAddress(), to)) {
            threads.execute(() -> {
                try {
                    near.getInputStream().transferTo(far.getOutputStream());
                    far.close();
                } catch (IOException e) {
                    // one of both has gone
                }
            });
            InputStream in = far.getInputStream();
            OutputStream out = near.getOutputStream();
            byte[] bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                open.await();
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            // one of both has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        release();
        door.close();
        threads.shutdownNow();
    }
}
