package fr.juliu.store;

/** What groups set about their notes and their moderators. */
public final class GroupDesks {

    private final Database database;

    public GroupDesks(Database database) {
        this.database = database.lasting();
    }

    /** The desk of a group; the default one when it set none, and as long as it cannot be read. */
    public GroupDesk of(String chat) {
        try {
            return database.brief().sql("SELECT pins, takes, contact FROM group_desk WHERE chat = :chat")
                    .param("chat", chat)
                    .query((row, number) -> new GroupDesk(row.getBoolean("pins"), row.getBoolean("takes"),
                            row.getString("contact")))
                    .optional().orElse(GroupDesk.DEFAULT);
        } catch (StoreUnavailableException e) {
            return GroupDesk.DEFAULT;
        }
    }

    public void set(String chat, GroupDesk desk) {
        database.sql("""
                INSERT INTO group_desk (chat, pins, takes, contact) VALUES (:chat, :pins, :takes, :contact)
                ON CONFLICT (chat) DO UPDATE SET pins = excluded.pins, takes = excluded.takes,
                    contact = excluded.contact
                """).param("chat", chat).param("pins", desk.pins()).param("takes", desk.takes())
                .param("contact", desk.contact()).update();
    }
}
