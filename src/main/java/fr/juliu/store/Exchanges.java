package fr.juliu.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the bot sent to which message, for 48 hours. */
public final class Exchanges {

    static final Duration KEPT = Duration.ofDays(2);

    private static final Comparator<Exchange> NEWEST = Comparator.comparing(Exchange::at).thenComparing(Exchange::id);

    private final Database database;
    private final Clock clock;
    private final PrivateNumbers numbers = new PrivateNumbers();
    private final Newest newest;
    private final Shares<String> shares;

    public Exchanges(Database database, Clock clock) {
        this(database, clock, Bounds.USUAL);
    }

    Exchanges(Database database, Clock clock, Bounds bounds) {
        this.database = database;
        this.clock = clock;
        newest = new Newest(database, "exchange", "written", bounds.most());
        shares = new Shares<>(bounds.mostOfOne(), Ticker.systemTicker());
    }

    /** Keeps an exchange, and returns at once: it is found from now on, and written when it can be. */
    public void add(Exchange exchange) {
        add(exchange, exchange.chat());
    }

    /**
     * The same.
     *
     * @param asker whose it is, such as an address; never stored
     */
    public void add(Exchange exchange, String asker) {
        Exchange masked = masked(exchange);
        Optional<String> surplus = shares.add(asker, exchange.id());
        write(masked, () -> {
            surplus.ifPresent(this::drop);
            insert(masked);
            newest.added();
        });
    }

    public Optional<Exchange> byId(String id) {
        return newestUnderWay(exchange -> exchange.id().equals(id)).or(() -> found("id = :id", id, ""));
    }

    /** The exchange that the bot's message belongs to. */
    public Optional<Exchange> bySent(String chat, String sent) {
        return newestUnderWay(exchange -> exchange.chat().equals(chat) && sent.equals(exchange.sent()))
                .or(() -> found("sent = :id AND chat = :chat", sent, chat));
    }

    /** The newest exchange about a message to the bot. */
    public Optional<Exchange> byAsked(String chat, String asked) {
        return newestUnderWay(exchange -> exchange.chat().equals(chat) && exchange.asked().equals(asked))
                .or(() -> found("asked = :id AND chat = :chat", asked, chat));
    }

    /** The newest exchange of a chat that is of a kind; who asks waits briefly, since he can do without. */
    public Optional<Exchange> latest(String chat, String kind) {
        return newestUnderWay(exchange -> exchange.chat().equals(chat) && exchange.kind().equals(kind))
                .or(() -> found(database.brief(), "kind = :id AND chat = :chat", kind, chat));
    }

    /** Stores another kind, question and details of an exchange, and returns at once. */
    public void update(Exchange exchange) {
        Exchange masked = masked(exchange);
        Exchange whole = known(exchange.id())
                .map(old -> new Exchange(old.id(), old.chat(), old.asked(), old.sent(), masked.kind(), masked.about(),
                        masked.details(), old.at()))
                .orElse(masked);
        write(whole, () -> database
                .sql("UPDATE exchange SET kind = :kind, about = :about, details = :details WHERE id = :id")
                .param("kind", whole.kind()).param("about", whole.about()).param("details", whole.details())
                .param("id", whole.id()).update());
    }

    private Optional<Exchange> known(String id) {
        try {
            return byId(id);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    private Exchange masked(Exchange exchange) {
        return new Exchange(exchange.id(), exchange.chat(), exchange.asked(), exchange.sent(), exchange.kind(),
                numbers.mask(exchange.about()), exchange.details(), exchange.at());
    }

    private void write(Exchange exchange, Runnable write) {
        underWay().put(exchange.id(), exchange);
        database.later(write, () -> underWay().remove(exchange.id(), exchange));
    }

    private Optional<Exchange> newestUnderWay(Predicate<Exchange> condition) {
        Instant oldest = clock.instant().minus(KEPT);
        return underWay().values().stream().filter(exchange -> !exchange.at().isBefore(oldest)).filter(condition)
                .max(NEWEST);
    }

    private Map<String, Exchange> underWay() {
        return database.memory().exchanges();
    }

    private void insert(Exchange exchange) {
        database.sql("""
                INSERT INTO exchange (id, chat, asked, sent, kind, about, details, written)
                VALUES (:id, :chat, :asked, :sent, :kind, :about, :details, :written)
                """).param("id", exchange.id()).param("chat", exchange.chat()).param("asked", exchange.asked())
                .param("sent", exchange.sent()).param("kind", exchange.kind()).param("about", exchange.about())
                .param("details", exchange.details()).param("written", exchange.at().toEpochMilli()).update();
    }

    private void drop(String id) {
        database.removed(database.sql("DELETE FROM exchange WHERE id = :id").param("id", id).update());
    }

    private Optional<Exchange> found(String condition, String id, String chat) {
        return found(database, condition, id, chat);
    }

    private Optional<Exchange> found(Database where, String condition, String id, String chat) {
        return where
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
