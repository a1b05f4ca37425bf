package fr.juliu.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.juliu.chat.Incoming;
import java.io.IOException;
import java.util.Optional;

/** Updates written as JSON, and what a bot with the id 77 reads in them. */
final class WrittenUpdates {

    static final String PRIVATE = "\"chat\": {\"id\": 5, \"type\": \"private\", \"first_name\": \"明\"}";
    static final String GROUP = "\"chat\": {\"id\": -1001234567890, \"type\": \"supergroup\", \"title\": \"居留\"}";
    static final String ASKER = "\"from\": {\"id\": 4503599627370495, \"is_bot\": false, \"first_name\": \"小\", \"last_name\": \"明\"}";
    static final String BOT = "\"from\": {\"id\": 77, \"is_bot\": true, \"first_name\": \"居留\", \"username\": \"JuliuBot\"}";
    static final String TIME = "\"message_id\": 42, \"date\": 1720000000";

    private static final UpdateReader READER = new UpdateReader(new Self(77, "JuliuBot"), Menus.names());

    private WrittenUpdates() {
    }

    static Incoming.Message message(String chat, String rest) {
        return (Incoming.Message) read("message", chat + "," + ASKER + "," + TIME + "," + rest).orElseThrow();
    }

    /** Reads an update with a field that this version does not know. */
    static Optional<Incoming> read(String kind, String fields) {
        try {
            ObjectNode update = BotQueries.JSON.createObjectNode().put("update_id", 900).put("brand_new", true);
            update.set(kind, BotQueries.JSON.readTree("{\"brand_new\": {}," + fields + "}"));
            return READER.read(BotQueries.update(update));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
