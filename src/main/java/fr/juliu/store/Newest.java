package fr.juliu.store;

/** A table of which the newest rows are kept, whoever they come from; looked through now and then, by the one who writes. */
final class Newest {

    /** How many rows more there may be for a while, so that not each costs a look through the table. */
    static final int SLACK = 500;

    private final Database database;
    private final String statement;
    private final int most;
    private final int pace;
    private int added;

    /**
     * The newest of a table.
     *
     * @param time the column of a row's time
     */
    Newest(Database database, String table, String time, int most) {
        this.database = database;
        this.most = most;
        pace = Math.min(SLACK, Math.max(1, most / 10));
        // the first row is a look, too: another process may have left many
        added = pace - 1;
        statement = "DELETE FROM %1$s WHERE %2$s < (SELECT %2$s FROM %1$s ORDER BY %2$s DESC LIMIT 1 OFFSET :others)"
                .formatted(table, time);
    }

    /** A row was written. */
    void added() {
        added++;
        if (added >= pace) {
            added = 0;
            database.removed(database.sql(statement).param("others", most - 1).update());
        }
    }
}
