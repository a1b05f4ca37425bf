package fr.juliu.web.door;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the front door.
 *
 * @param connections        open at once; 0: one for each MB of heap, as far as the process may open so many
 * @param addressConnections open at once from one address; 0: a quarter of all
 * @param arrival            how long a request may take to come in, headers and body together
 * @param answers            requests answered at once; 0: two for each processor, and 4 at least
 * @param queue              requests that wait for their turn; those beyond are refused
 */
@ConfigurationProperties("juliu.web")
record DoorSettings(@DefaultValue("0") int connections, @DefaultValue("0") int addressConnections,
        @DefaultValue("15s") Duration arrival, @DefaultValue("0") int answers, @DefaultValue("64") int queue) {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int FEWEST = 64;
    private static final int MOST = 8192;
    private static final int FEWEST_PLACES = 4;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    DoorSettings {
        notNegative("connections", connections);
        notNegative("address-connections", addressConnections);
        notNegative("answers", answers);
        if (queue < 1) {
            throw new IllegalArgumentException("juliu.web.queue is " + queue + "; set it to 1 or more");
        }
        if (!arrival.isPositive() || arrival.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("juliu.web.arrival is " + arrival.toSeconds()
                    + "s; set it to how long a request may take to come in, such as 15s");
        }
    }

    /** How many connections are open at most: what one may cost, the heap can bear. */
    int mostConnections() {
        return connections > 0
                ? connections
                : (int) Math.min(Math.clamp(Runtime.getRuntime().maxMemory() / MEGABYTE, FEWEST, MOST),
                        openFiles() / 2);
    }

    /** How many files and sockets the process may have open. */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /** How many of them are of one address at most. */
    int mostOfOneAddress() {
        return addressConnections > 0 ? addressConnections : Math.max(1, mostConnections() / 4);
    }

    /** How many requests are answered at once. */
    int places() {
        return answers > 0 ? answers : Math.max(FEWEST_PLACES, 2 * Runtime.getRuntime().availableProcessors());
    }

    private static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("juliu.web." + name + " is " + value + "; set it to 0 or more");
        }
    }
}
