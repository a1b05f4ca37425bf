package fr.juliu.store;

import java.time.Clock;
import java.util.List;

/** Whom the bot does not answer in which group, each until a time. */
public final class Mutes {

    private final Database database;
    private final Clock clock;

    public Mutes(Database database, Clock clock) {
        this.database = database.lasting();
        this.clock = clock;
    }

    /** Keeps a mute, in place of the one that the person has in that group. */
    public void keep(Mute mute) {
        database.sql("""
                INSERT INTO muted (chat, person, name, over) VALUES (:chat, :person, :name, :over)
                ON CONFLICT (chat, person) DO UPDATE SET name = excluded.name, over = excluded.over
                """).param("chat", mute.chat()).param("person", mute.person()).param("name", mute.name())
                .param("over", mute.until().toEpochMilli()).update();
    }

    public void end(String chat, String person) {
        database.sql("DELETE FROM muted WHERE chat = :chat AND person = :person").param("chat", chat)
                .param("person", person).update();
    }

    /** Whether a person is muted in a group; not as long as that cannot be read. */
    public boolean holds(String chat, String person) {
        try {
            return database.sql("SELECT count(*) FROM muted WHERE chat = :chat AND person = :person AND over > :now")
                    .param("chat", chat).param("person", person).param("now", clock.millis()).query(Integer.class)
                    .single() > 0;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** The mutes of a group that are not over, those that end first in front. */
    public List<Mute> of(String chat) {
        return database.sql("SELECT * FROM muted WHERE chat = :chat AND over > :now ORDER BY over, person")
                .param("chat", chat).param("now", clock.millis())
                .query((row, number) -> new Mute(row.getString("chat"), row.getString("person"), row.getString("name"),
                        Database.time(row.getLong("over"))))
                .list();
    }
}
