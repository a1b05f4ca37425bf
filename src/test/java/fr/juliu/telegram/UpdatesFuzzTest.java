package fr.juliu.telegram;

import static fr.juliu.telegram.WrittenUpdates.ASKER;
import static fr.juliu.telegram.WrittenUpdates.BOT;
import static fr.juliu.telegram.WrittenUpdates.GROUP;
import static fr.juliu.telegram.WrittenUpdates.PRIVATE;
import static fr.juliu.telegram.WrittenUpdates.TIME;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.juliu.chat.ChatRoom;
import fr.juliu.chat.Incoming;
import fr.juliu.trust.Alone;
import fr.juliu.trust.Fuzz;
import fr.juliu.trust.Mutation;
import fr.juliu.trust.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Updates as nobody sends them: each is read, or left out, and none keeps the next back. */
@Tag("trust")
@Timeout(3600)
@ResourceLock(providers = Alone.class)
final class UpdatesFuzzTest {

    private static final String REPLY = "\"reply_to_message\": {" + GROUP + "," + BOT
            + ", \"message_id\": 12, \"date\": 1719999999, \"text\": \"可以。\"}";
    private static final String MEMBER = "\"user\": {\"id\": 77, \"is_bot\": true, \"first_name\": \"居留\"}";
    /** One in so many goes all the way through the chat. */
    private static final int HEARD = 50;
    private static final Self SELF = new Self(77, "JuliuBot");
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Mutation UPDATES = new Mutation(Stream.of(
            "\"message\": {" + PRIVATE + "," + ASKER + "," + TIME + ", \"text\": \"学生居留能网上申请吗\"}",
            "\"message\": {" + GROUP + "," + ASKER + "," + TIME + ", \"text\": \"@JuliuBot 游客 呢\", \"entities\": "
                    + "[{\"type\": \"mention\", \"offset\": 0, \"length\": 9}]}",
            "\"message\": {" + GROUP + "," + ASKER + "," + TIME + ", \"text\": \"/pin@JuliuBot 问题\", \"entities\": "
                    + "[{\"type\": \"bot_command\", \"offset\": 0, \"length\": 13}]," + REPLY + "}",
            "\"message\": {" + GROUP + "," + ASKER + "," + TIME
                    + ", \"caption\": \"看\", \"media_group_id\": \"7\", \"photo\": "
                    + "[{\"file_id\": \"a\", \"file_unique_id\": \"b\", \"width\": 9, \"height\": 9, \"file_size\": 99}]}",
            "\"message\": {" + PRIVATE + "," + ASKER + "," + TIME
                    + ", \"document\": {\"file_id\": \"a\", \"file_unique_id\": "
                    + "\"b\", \"file_name\": \"x.json\", \"mime_type\": \"text/plain\", \"file_size\": 99}, \"quote\": "
                    + "{\"text\": \"可以\", \"position\": 0}, \"forward_origin\": {\"type\": \"hidden_user\", \"date\": 1, "
                    + "\"sender_user_name\": \"x\"}}",
            "\"edited_message\": {" + GROUP + "," + ASKER + "," + TIME
                    + ", \"edit_date\": 1720000009, \"text\": \"学生续签\", "
                    + "\"is_topic_message\": true, \"message_thread_id\": 12}",
            "\"message\": {" + GROUP + "," + ASKER + "," + TIME + ", \"migrate_to_chat_id\": -1001234567890}",
            "\"callback_query\": {\"id\": \"q1\"," + ASKER + ", \"message\": {" + GROUP + "," + TIME + "}, "
                    + "\"chat_instance\": \"1\", \"data\": \"useful:abc\"}",
            "\"inline_query\": {\"id\": \"q2\"," + ASKER
                    + ", \"query\": \"学生\", \"offset\": \"\", \"chat_type\": \"private\"}",
            "\"my_chat_member\": {" + GROUP + "," + ASKER
                    + ", \"date\": 1, \"old_chat_member\": {\"status\": \"left\", "
                    + MEMBER + "}, \"new_chat_member\": {\"status\": \"administrator\", \"can_pin_messages\": true, "
                    + MEMBER + "}}")
            .map(update -> "{\"update_id\": 900, " + update + "}").toList());

    private int number;

    @Test
    void noUpdateIsTooMuch(@TempDir Path folder) {
        try (ChatRoom room = new ChatRoom(folder)) {
            Fuzz.run("Telegram updates", Trust.of(2000, 1_000_000), UPDATES::of, update -> take(update, room));
        }
    }

    private void take(String written, ChatRoom room) {
        JsonNode update = parsed(written);
        if (update != null && update.path("update_id").isInt()) {
            Incoming incoming = UpdateHandler.read(BotQueries.update(update), SELF);
            if (incoming != null && number++ % HEARD == 0) {
                room.clock.pass(PAUSE);
                room.receive(incoming);
            }
        }
    }

    private static @Nullable JsonNode parsed(String written) {
        try {
            return BotQueries.JSON.readTree(written);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
