package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What the bot sent to which message, for 48 hours. */
public final class Exchanges {

    static final Duration KEPT = Duration.ofDays(2);

    private final Database database;
    private final Clock clock;
    private final PrivateNumbers numbers = new PrivateNumbers();

    public Exchanges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void add(Exchange exchange) {
        database.sql("""
                INSERT INTO exchange (id, chat, asked, sent, kind, about, details, written)
                VALUES (:id, :chat, :asked, :sent, :kind, :about, :details, :written)
                """).param("id", exchange.id()).param("chat", exchange.chat()).param("asked", exchange.asked())
                .param("sent", exchange.sent()).param("kind", exchange.kind())
                .param("about", numbers.mask(exchange.about())).param("details", exchange.details())
                .param("written", exchange.at().toEpochMilli()).update();
    }

    public Optional<Exchange> byId(String id) {
        return newest("id = :id", id, "");
    }

    /** The exchange that the bot's message belongs to. */
    public Optional<Exchange> bySent(String chat, String sent) {
        return newest("sent = :id AND chat = :chat", sent, chat);
    }

    /** The newest exchange about a message to the bot. */
    public Optional<Exchange> byAsked(String chat, String asked) {
        return newest("asked = :id AND chat = :chat", asked, chat);
    }

    /** Stores another kind, question and details of an exchange. */
    public void update(Exchange exchange) {
        database.sql("UPDATE exchange SET kind = :kind, about = :about, details = :details WHERE id = :id")
                .param("kind", exchange.kind()).param("about", numbers.mask(exchange.about()))
                .param("details", exchange.details()).param("id", exchange.id()).update();
    }

    private Optional<Exchange> newest(String condition, String id, String chat) {
        return database
                .sql("SELECT * FROM exchange WHERE " + condition
                        + " AND written >= :oldest ORDER BY written DESC, id DESC LIMIT 1")
                .param("id", id).param("chat", chat).param("oldest", clock.millis() - KEPT.toMillis())
                .query(Exchanges::exchange).optional();
    }

    private static Exchange exchange(ResultSet row, int number) throws SQLException {
        return new Exchange(row.getString("id"), row.getString("chat"), row.getString("asked"), row.getString("sent"),
                row.getString("kind"), row.getString("about"), row.getString("details"),
                Database.time(row.getLong("written")));
    }
}
