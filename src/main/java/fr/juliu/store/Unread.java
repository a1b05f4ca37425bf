package fr.juliu.store;

/** Persons and groups whose questions no second reader is to get. */
public final class Unread {

    private final Database database;

    public Unread(Database database) {
        this.database = database.lasting();
    }

    /** Notes that the questions of a person or a group are not to be sent, or may be again. */
    public void set(String who, boolean unread) {
        database.sql(unread
                ? "INSERT INTO unread (who) VALUES (:who) ON CONFLICT (who) DO NOTHING"
                : "DELETE FROM unread WHERE who = :who").param("who", who).update();
    }

    /** Whether questions of a person or a group are not to be sent; so, too, as long as that cannot be read. */
    public boolean holds(String who) {
        try {
            return database.sql("SELECT count(*) FROM unread WHERE who = :who").param("who", who)
                    .query(Integer.class).single() > 0;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }
}
