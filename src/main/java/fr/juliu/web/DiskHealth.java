package fr.juliu.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.util.unit.DataSize;

/** How much room there is for what must last; too little is told, and does not bring the app down. */
final class DiskHealth implements HealthIndicator {

    private static final DataSize LEAST = DataSize.ofMegabytes(200);

    private final Path data;
    private final DataSize least;

    /**
     * The health of a disk.
     *
     * @param data a folder on it, which need not be there yet
     */
    DiskHealth(Path data) {
        this(data, LEAST);
    }

    /**
     * The health of a disk.
     *
     * @param data  a folder on it, which need not be there yet
     * @param least what is to be free
     */
    DiskHealth(Path data, DataSize least) {
        this.data = data.toAbsolutePath();
        this.least = least;
    }

    @Override
    public Health health() {
        try {
            Path folder = data;
            while (Files.notExists(folder) && folder.getParent() != null) {
                folder = folder.getParent();
            }
            DataSize free = DataSize.ofBytes(Files.getFileStore(folder).getUsableSpace());
            return Health.status(free.compareTo(least) < 0 ? HealthStates.DEGRADED : HealthStates.UP)
                    .withDetail("free MB", free.toMegabytes()).build();
        } catch (IOException e) {
            return Health.status(HealthStates.DEGRADED).withDetail("unreadable", data.toString()).build();
        }
    }
}
