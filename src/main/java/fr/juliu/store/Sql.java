package fr.juliu.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A statement whose parameters are written {@code :name}; it is done on the store's threads, whoever asks for it. */
final class Sql {

    private final Database database;
    private final String statement;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    Sql(Database database, String statement) {
        this.database = database;
        this.statement = statement;
    }

    Sql param(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Writes; how many rows that changed. */
    int update() {
        return database.write(client -> spec(client).update());
    }

    /** Reads rows, of which a class takes the one column. */
    <T> Rows<T> query(Class<T> column) {
        return new Rows<>(spec -> spec.query(column));
    }

    <T> Rows<T> query(RowMapper<T> mapper) {
        return new Rows<>(spec -> spec.query(mapper));
    }

    /** What a statement finds. */
    final class Rows<T> {

        private final Function<StatementSpec, MappedQuerySpec<T>> mapping;

        private Rows(Function<StatementSpec, MappedQuerySpec<T>> mapping) {
            this.mapping = mapping;
        }

        List<T> list() {
            return read(MappedQuerySpec::list);
        }

        Optional<T> optional() {
            return read(MappedQuerySpec::optional);
        }

        T single() {
            return read(MappedQuerySpec::single);
        }

        private <R> R read(Function<MappedQuerySpec<T>, R> end) {
            return database.read(client -> end.apply(mapping.apply(spec(client))));
        }
    }

    private StatementSpec spec(JdbcClient client) {
        StatementSpec spec = client.sql(statement);
        parameters.forEach(spec::param);
        return spec;
    }
}
