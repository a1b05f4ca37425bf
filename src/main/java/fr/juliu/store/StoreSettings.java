package fr.juliu.store;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are kept, and how long.
 *
 * @param data        the folder for what must last
 * @param databaseUrl a PostgreSQL database; null for a file in {@code data}
 */
@ConfigurationProperties("juliu")
record StoreSettings(@DefaultValue("data") Path data, @Nullable String databaseUrl, @DefaultValue Questions questions) {

    StoreSettings {
        databaseUrl = databaseUrl == null || databaseUrl.isBlank() ? null : databaseUrl.strip();
        if (databaseUrl != null && !databaseUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("juliu.database-url is " + Connector.withoutSecrets(databaseUrl)
                    + "; set it to jdbc:postgresql://host/database?user=…&password=…, or leave it out for a file in"
                    + " juliu.data");
        }
    }

    /** The password of the PostgreSQL database: what all processes on it know, and it does not hold. Empty without one. */
    String password() {
        Properties parts = databaseUrl == null ? null : Driver.parseURL(databaseUrl, null);
        return parts == null ? "" : parts.getProperty("password", "");
    }

    /** What the database is, in words for the operator, without user and password. */
    String place() {
        return databaseUrl == null
                ? "SQLite, " + data.resolve(Database.FILE).toAbsolutePath().normalize()
                : "PostgreSQL, " + Connector.withoutSecrets(databaseUrl);
    }

    /**
     * The log of questions.
     *
     * @param keepDays  how long a question stays in it
     * @param most      how many are kept before the oldest goes; of exchanges and words of feedback, too
     * @param mostOfOne how many of one asker and day are kept before his oldest goes
     */
    record Questions(@DefaultValue("90") int keepDays, @DefaultValue("100000") int most,
            @DefaultValue("500") int mostOfOne) {

        Questions {
            positive("keep-days", keepDays, "days");
            positive("most", most, "questions");
            positive("most-of-one", mostOfOne, "questions");
        }

        Bounds bounds() {
            return new Bounds(most, mostOfOne);
        }

        private static void positive(String name, int value, String unit) {
            if (value < 1) {
                throw new IllegalArgumentException("juliu.questions." + name + " is " + value
                        + "; set it to a number of " + unit + ", at least 1");
            }
        }
    }
}
