package fr.juliu.wechat;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Reception;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A reception that counts what comes to it, and answers nothing while it is held. */
final class Counting {

    private final AtomicInteger received = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** How much came in. */
    int received() {
        return received.get();
    }

    /** Waits until that much came in. */
    void awaitReceived(int least) {
        while (received.get() < least) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    Reception around(Reception reception) {
        return incoming -> receive(reception, incoming);
    }

    private List<Outgoing> receive(Reception reception, Incoming incoming) {
        received.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reception.receive(incoming);
    }
}
