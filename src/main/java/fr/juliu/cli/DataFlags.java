package fr.juliu.cli;

import fr.juliu.store.Backup;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of commands that work with the database of a folder of data. */
final class DataFlags {

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable String data;

    @Option(names = "--config", paramLabel = "DIR")
    private @Nullable String config;

    /**
     * Copies of the SQLite file that the settings lead to.
     *
     * @throws UnusableException when they lead to PostgreSQL, which has programs of its own for that
     */
    Backup backup(Session session) {
        Map<String, String> flags = new HashMap<>();
        if (data != null) {
            flags.put("data", data);
        }
        if (config != null) {
            flags.put("config", config);
        }
        Settings settings = Settings.read(flags, session.environment());
        if (!settings.databaseUrl().isBlank()) {
            throw new UnusableException("postgres");
        }
        return new Backup(settings.data(), session.clock());
    }
}
