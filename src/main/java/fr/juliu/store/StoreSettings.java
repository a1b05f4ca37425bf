package fr.juliu.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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

    /**
     * The log of questions.
     *
     * @param keepDays how long a question stays in it
     */
    record Questions(@DefaultValue("90") int keepDays) {

        Questions {
            if (keepDays < 1) {
                throw new IllegalArgumentException(
                        "juliu.questions.keep-days is " + keepDays + "; set it to a number of days, at least 1");
            }
        }
    }
}
