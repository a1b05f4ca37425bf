package fr.juliu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Messages on their way out, each in the hands of one owner at most. Those that the database does not take are held in
 * memory, and go out with the others.
 */
public final class Outbox {

    private final Database database;
    private final Clock clock;
    private final Claims claims;

    public Outbox(Database database, Clock clock) {
        this.database = database.brief();
        this.clock = clock;
        claims = new Claims(database.lasting(), clock);
    }

    /** Claims the key and stores the messages, or does neither and returns false when the key is claimed already. */
    public boolean accept(String key, Duration keep, List<OutgoingMessage> messages) {
        if (claims.isRemembered(key)) {
            return false;
        }
        Database lasting = database.lasting().agreed();
        try {
            return lasting.transaction(() -> {
                boolean claimed = claims.store(key, null, keep);
                if (claimed) {
                    messages.forEach(message -> add(message, lasting));
                }
                Turns.handled(lasting, key);
                return claimed;
            });
        } catch (StoreUnavailableException e) {
            Turns.handledLater(database, key);
            return hold(messages, e) && claims.remember(key, keep);
        }
    }

    public void add(OutgoingMessage message) {
        try {
            add(message, database);
        } catch (StoreUnavailableException e) {
            hold(List.of(message), e);
        }
    }

    private boolean hold(List<OutgoingMessage> messages, StoreUnavailableException reason) {
        if (!held().add(messages)) {
            throw reason;
        }
        return true;
    }

    private HeldMail held() {
        return database.memory().mail();
    }

    static void add(OutgoingMessage message, Database to) {
        to.sql("""
                INSERT INTO outgoing (id, messenger, chat, payload, exchange, created, due, attempts)
                VALUES (:id, :messenger, :chat, :payload, :exchange, :created, :due, :attempts)
                """).param("id", message.id()).param("messenger", message.messenger()).param("chat", message.chat())
                .param("payload", message.payload()).param("exchange", message.exchange())
                .param("created", message.created().toEpochMilli()).param("due", message.due().toEpochMilli())
                .param("attempts", message.attempts()).update();
    }

    /**
     * Messages that are due and nobody's, or whose owner's lease ran out, oldest first; from now on the owner's for as
     * long as the lease. A message waits while an earlier one of its chat is not due or is another owner's.
     */
    public List<OutgoingMessage> take(String messenger, String owner, Duration lease, int most) {
        List<OutgoingMessage> taken = new ArrayList<>();
        try {
            taken.addAll(database.transaction(() -> leased(messenger, owner, lease, most)));
        } catch (StoreUnavailableException e) {
            // they stay where they are; the others go
        }
        taken.addAll(takeHeld(messenger, most - taken.size()));
        taken.sort(Comparator.comparing(OutgoingMessage::id));
        return taken;
    }

    /** Those held in memory alone, which no other process can send. */
    public List<OutgoingMessage> takeHeld(String messenger, int most) {
        return held().take(messenger, clock.instant(), most);
    }

    /** Whether a message is held in memory alone. */
    public boolean isHeld(OutgoingMessage message) {
        return held().holds(message.id());
    }

    /** What went out in the last minute, whoever sent it; nothing where one process sends. */
    public List<Departure> lately(String messenger) {
        try {
            return Departure.lately(database, messenger);
        } catch (StoreUnavailableException e) {
            return List.of();
        }
    }

    private List<OutgoingMessage> leased(String messenger, String owner, Duration lease, int most) {
        long now = clock.millis();
        List<OutgoingMessage> taken = new ArrayList<>();
        Set<String> lost = new HashSet<>();
        for (OutgoingMessage message : free(messenger, owner, now, most)) {
            // another process may have been faster with this one; then the rest of the chat is its, too
            if (!lost.contains(message.chat()) && lease(message, owner, now, now + lease.toMillis())) {
                taken.add(message);
            } else {
                lost.add(message.chat());
            }
        }
        return taken;
    }

    /** Makes the lease of all that the owner has last from now on; where that cannot be, they may go out twice. */
    public void extend(String messenger, String owner, Duration lease) {
        try {
            database.sql("UPDATE outgoing SET leased = :until WHERE messenger = :messenger AND owner = :owner")
                    .param("until", clock.millis() + lease.toMillis()).param("messenger", messenger)
                    .param("owner", owner).update();
        } catch (StoreUnavailableException e) {
            // the store says so itself
        }
    }

    /** Deletes a message that went out, and tells its exchange the id that it got. */
    public void sent(OutgoingMessage message, String sentId) {
        if (held().remove(message.id())) {
            database.later(() -> tell(message, sentId));
            return;
        }
        database.transaction(() -> {
            delete(message);
            Departure.note(database, message);
            Watches.settle(database, message.id());
            return tell(message, sentId);
        });
    }

    /** Gives a message that failed back, to be taken by anyone once it is due; nothing when it is another's by now. */
    public void postpone(OutgoingMessage message, String owner, Instant due) {
        if (!held().postpone(message.id(), due)) {
            database.sql("""
                    UPDATE outgoing SET due = :due, attempts = attempts + 1, owner = NULL, leased = 0
                    WHERE id = :id AND owner = :owner
                    """).param("due", due.toEpochMilli()).param("id", message.id()).param("owner", owner).update();
        }
    }

    /** Deletes a message that is of no use any more; whoever it was to tell of a change may be told anew. */
    public void drop(OutgoingMessage message) {
        if (!held().remove(message.id())) {
            database.transaction(() -> {
                delete(message);
                Watches.release(database, message.id());
                return true;
            });
        }
    }

    /** Deletes a message that its messenger will never take. */
    public void giveUp(OutgoingMessage message) {
        if (!held().remove(message.id())) {
            database.transaction(() -> {
                delete(message);
                Watches.settle(database, message.id());
                return true;
            });
        }
    }

    /** Puts another message in the place of one. */
    public void replace(OutgoingMessage message, OutgoingMessage other) {
        add(other);
        if (!held().remove(message.id())) {
            database.transaction(() -> {
                delete(message);
                Watches.replace(database, message.id(), other.id());
                return true;
            });
        }
    }

    /** How many messages are not out yet, those in somebody's hands included; where that cannot be read, those held. */
    public int waiting(String messenger) {
        int waiting = held().waiting(messenger);
        try {
            return waiting + database.sql("SELECT count(*) FROM outgoing WHERE messenger = :messenger")
                    .param("messenger", messenger).query(Integer.class).single();
        } catch (StoreUnavailableException e) {
            return waiting;
        }
    }

    private void delete(OutgoingMessage message) {
        database.sql("DELETE FROM outgoing WHERE id = :id").param("id", message.id()).update();
    }

    private int tell(OutgoingMessage message, String sentId) {
        return message.exchange() == null
                ? 0
                : database.sql("UPDATE exchange SET sent = :sent WHERE id = :id").param("sent", sentId)
                        .param("id", message.exchange()).update();
    }

    private List<OutgoingMessage> free(String messenger, String owner, long now, int most) {
        return database.sql("""
                SELECT * FROM outgoing message
                WHERE messenger = :messenger AND due <= :now AND leased <= :now AND NOT EXISTS (
                    SELECT 1 FROM outgoing earlier
                    WHERE earlier.chat = message.chat AND earlier.id < message.id
                        AND (earlier.due > :now OR (earlier.leased > :now AND earlier.owner <> :owner)))
                ORDER BY id LIMIT :most
                """).param("messenger", messenger).param("owner", owner).param("now", now).param("most", most)
                .query(Outbox::message).list();
    }

    /** One row at a time in the order of ids, so that two processes never wait for each other in a circle. */
    private boolean lease(OutgoingMessage message, String owner, long now, long until) {
        return database.sql("UPDATE outgoing SET owner = :owner, leased = :until WHERE id = :id AND leased <= :now")
                .param("owner", owner).param("until", until).param("id", message.id()).param("now", now).update() == 1;
    }

    private static OutgoingMessage message(ResultSet row, int number) throws SQLException {
        return new OutgoingMessage(row.getString("id"), row.getString("messenger"), row.getString("chat"),
                row.getString("payload"), row.getString("exchange"), Database.time(row.getLong("created")),
                Database.time(row.getLong("due")), row.getInt("attempts"));
    }
}
