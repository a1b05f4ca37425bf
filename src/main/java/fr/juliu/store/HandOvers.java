package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Where answers go to questions that were handed to moderators: until they are answered, and for 48 hours at most. */
public final class HandOvers {

    static final Duration KEPT = Exchanges.KEPT;

    /** How many may wait in all; who hands one more is told that there are too many. */
    static final int MOST = 5000;

    private final Database database;
    private final Clock clock;

    public HandOvers(Database database, Clock clock) {
        this.database = database.lasting();
        this.clock = clock;
    }

    /**
     * Keeps one, unless too many wait.
     *
     * @param most how many of its chat may wait
     */
    public boolean add(HandOver handOver, int most) {
        return database.transaction(() -> {
            if (waiting(handOver.chat()) >= most || all() >= MOST) {
                return false;
            }
            database.sql("""
                    INSERT INTO hand_over (id, chat, topic, asked, handed) VALUES (:id, :chat, :topic, :asked, :handed)
                    """).param("id", handOver.id()).param("chat", handOver.chat()).param("topic", handOver.topic())
                    .param("asked", handOver.asked()).param("handed", handOver.at().toEpochMilli()).update();
            return true;
        });
    }

    /** One that still waits, which is forgotten from now on. */
    public Optional<HandOver> take(String id) {
        return database.transaction(() -> {
            Optional<HandOver> found = database.sql("SELECT * FROM hand_over WHERE id = :id AND handed >= :oldest")
                    .param("id", id).param("oldest", clock.millis() - KEPT.toMillis()).query(HandOvers::handOver)
                    .optional();
            database.sql("DELETE FROM hand_over WHERE id = :id").param("id", id).update();
            return found;
        });
    }

    private int waiting(String chat) {
        return database.sql("SELECT count(*) FROM hand_over WHERE chat = :chat AND handed >= :oldest")
                .param("chat", chat).param("oldest", clock.millis() - KEPT.toMillis()).query(Integer.class).single();
    }

    private int all() {
        return database.sql("SELECT count(*) FROM hand_over").query(Integer.class).single();
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        return new HandOver(row.getString("id"), row.getString("chat"), row.getString("topic"),
                row.getString("asked"), Database.time(row.getLong("handed")));
    }
}
