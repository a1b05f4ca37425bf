package fr.juliu.telegram.fake;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All that the server knows; read and changed under {@link #lock} only, which is told of every change. */
final class World {

    final Object lock = new Object();
    final String token;
    final FakeUser bot;
    final Map<Long, FakeChat> chats = new HashMap<>();
    final Map<Long, FakeUser> people = new HashMap<>();
    final Map<String, Integer> calls = new HashMap<>();
    final Map<String, JsonNode> commands = new HashMap<>();
    final Map<String, byte[]> files = bounded();
    final Map<String, ObjectNode> presses = bounded();
    final Map<String, ObjectNode> inlineQueries = bounded();
    final UpdateQueue updates = new UpdateQueue(this);
    Clock clock = Clock.systemUTC();
    int history = 10_000;
    boolean privacy;
    boolean closed;
    private int lastMessage;
    private long lastQuery = 4_000_000_000L;
    private int lastFile;

    World(String token, FakeUser bot) {
        this.token = token;
        this.bot = bot;
        people.put(bot.id(), bot);
        people.put(FakeUser.ANONYMOUS.id(), FakeUser.ANONYMOUS);
    }

    int nextMessage() {
        return ++lastMessage;
    }

    String nextQuery() {
        return Long.toString(++lastQuery);
    }

    /** Keeps a file and answers its id. */
    String keepFile(byte[] content) {
        String id = "AgACFile" + ++lastFile;
        files.put(id, content);
        return id;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** A map that forgets the eldest entries beyond {@link #history}. */
    <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > history;
            }
        };
    }

    /** Whether it came true in time. */
    boolean await(Duration most, BooleanSupplier done) {
        long until = System.nanoTime() + most.toNanos();
        synchronized (lock) {
            while (!done.getAsBoolean()) {
                long left = until - System.nanoTime();
                if (left <= 0 || closed) {
                    return false;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(lock, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }
}
