package fr.juliu.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place of a test where both kinds of database stand, empty. */
public final class Databases implements AutoCloseable {

    private final List<Database> opened = new ArrayList<>();
    private final Path folder;
    private @Nullable String postgres;

    Databases(Path folder) {
        this.folder = folder;
    }

    /** Opens the database of that kind once more. */
    Database open(Kind kind) {
        Database database = switch (kind) {
            case SQLITE -> Database.sqlite(folder.resolve("juliu.db"));
            case POSTGRES -> Database.postgres(postgres());
        };
        opened.add(database);
        return database;
    }

    private String postgres() {
        String address = postgres == null ? newPostgres() : postgres;
        postgres = address;
        return address;
    }

    @Override
    public void close() {
        opened.forEach(Database::close);
    }

    /** The address of an empty place in a PostgreSQL database: a schema, of which a thousand cost less than one database. */
    public static String newPostgres() {
        String name = "test" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    }

    /** What keeps the data. */
    enum Kind {
        /** A file. */
        SQLITE,
        /** A server. */
        POSTGRES
    }

    /** One server a JVM, started when first asked for, which ends with it. */
    private static final class Server {

        static final Duration PATIENCE = Duration.ofMinutes(5);
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                // on a busy machine the usual ten seconds are too short
                return EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
