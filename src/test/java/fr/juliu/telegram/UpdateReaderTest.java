package fr.juliu.telegram;

import static fr.juliu.telegram.WrittenUpdates.ASKER;
import static fr.juliu.telegram.WrittenUpdates.BOT;
import static fr.juliu.telegram.WrittenUpdates.GROUP;
import static fr.juliu.telegram.WrittenUpdates.PRIVATE;
import static fr.juliu.telegram.WrittenUpdates.TIME;
import static fr.juliu.telegram.WrittenUpdates.message;
import static fr.juliu.telegram.WrittenUpdates.read;
import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Incoming;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Updates as the Bot API documents them, and what they say. */
final class UpdateReaderTest {

    @Test
    void anUpdateIsReadAsWhatTheChatTakes() throws IOException {
        String json = "{\"update_id\": 900, \"message\": {" + PRIVATE + "," + ASKER + "," + TIME
                + ", \"text\": \"学生居留能网上申请吗\"}}";
        UpdateReader reader = new UpdateReader(new Self(77, "JuliuBot"), Menus.names());
        Update update = BotQueries.update(BotQueries.JSON.readTree(json));
        Optional<Incoming> incoming = reader.read(update); // a Message that speaks to the bot

        assertThat(incoming).containsInstanceOf(Incoming.Message.class);
    }

    @Test
    void aPrivateMessageSpeaksToTheBot() {
        Incoming.Message message = message(PRIVATE, "\"text\": \"学生居留能网上申请吗\"");
        assertThat(message.key()).isEqualTo("telegram:900");
        assertThat(message.chat()).isEqualTo(new Chat("telegram:5", Chat.Kind.PRIVATE, null));
        assertThat(message.person().id()).isEqualTo("telegram:4503599627370495");
        assertThat(message.person().name()).isEqualTo("小 明");
        assertThat(message.person().anonymous()).isFalse();
        assertThat(message.id()).isEqualTo("42");
        assertThat(message.text()).isEqualTo("学生居留能网上申请吗");
        assertThat(message.sent()).isEqualTo(Instant.ofEpochSecond(1_720_000_000));
        assertThat(message.addressed()).isTrue();
        assertThat(message.edited()).isFalse();
        assertThat(message.quoted()).isNull();
    }

    @Test
    void aMessageInAGroupSpeaksToTheGroup() {
        Incoming.Message message = message(GROUP, "\"text\": \"学生居留能网上申请吗\"");
        assertThat(message.chat()).isEqualTo(new Chat("telegram:-1001234567890", Chat.Kind.GROUP, null));
        assertThat(message.addressed()).isFalse();
    }

    @Test
    void aMessageOfAPublicGroupHasAPublicAddress() {
        String chat = "\"chat\": {\"id\": -1001234567890, \"type\": \"supergroup\", \"username\": \"juliu_fr\"}";
        assertThat(quoted(chat).link()).isEqualTo("https://t.me/juliu_fr/40");
        assertThat(quoted("\"chat\": {\"id\": -55, \"type\": \"group\"}").link()).isNull();
        assertThat(quoted(PRIVATE).link()).isNull();
    }

    @Test
    void aTopicIsToldFromAThreadOfReplies() {
        String opened = ", \"message_thread_id\": 12, \"reply_to_message\": {" + GROUP + "," + BOT
                + ", \"message_id\": 12, \"date\": 1719999999, \"forum_topic_created\": {\"name\": \"续签\", \"icon_color\": 1}}";
        Incoming.Message inTopic = message(GROUP, "\"text\": \"学生\", \"is_topic_message\": true" + opened);
        assertThat(inTopic.chat().topic()).isEqualTo("12");
        assertThat(inTopic.quoted()).isNull();
        assertThat(inTopic.addressed()).isFalse();
        assertThat(message(GROUP, "\"text\": \"学生\", \"message_thread_id\": 12").chat().topic()).isNull();
    }

    @Test
    void anEditIsToldWithItsTime() {
        Incoming.Message edit = (Incoming.Message) read("edited_message",
                GROUP + "," + ASKER + "," + TIME + ", \"edit_date\": 1720000009, \"text\": \"学生续签\"").orElseThrow();
        assertThat(edit.edited()).isTrue();
        assertThat(edit.sent()).isEqualTo(Instant.ofEpochSecond(1_720_000_009));
        assertThat(edit.id()).isEqualTo("42");
    }

    @Test
    void anAnonymousAdminIsTheGroup() {
        Incoming.Message message = (Incoming.Message) read("message", GROUP + "," + TIME + ", \"text\": \"/pins\", "
                + "\"from\": {\"id\": 1087968824, \"is_bot\": true, \"first_name\": \"Group\", \"username\": \"GroupAnonymousBot\"}, "
                + GROUP.replace("\"chat\"", "\"sender_chat\"")).orElseThrow();
        assertThat(message.person().id()).isEqualTo("telegram:-1001234567890");
        assertThat(message.person().name()).isEqualTo("匿名管理员");
        assertThat(message.person().anonymous()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\"text\": \"广告\", \"from\": {\"id\": 777000, \"is_bot\": false, \"first_name\": \"Telegram\"}, \"is_automatic_forward\": true, \"sender_chat\": {\"id\": -1009, \"type\": \"channel\"}",
            "\"text\": \"广告\", \"from\": {\"id\": 136817688, \"is_bot\": true, \"first_name\": \"Channel\"}, \"sender_chat\": {\"id\": -1009, \"type\": \"channel\"}",
            "\"text\": \"广告\", \"from\": {\"id\": 78, \"is_bot\": true, \"first_name\": \"别的\"}",
            "\"text\": \"答案\", \"from\": {\"id\": 6, \"is_bot\": false, \"first_name\": \"红\"}, \"via_bot\": {\"id\": 77, \"is_bot\": true, \"first_name\": \"居留\"}",
            "\"from\": {\"id\": 6, \"is_bot\": false, \"first_name\": \"红\"}, \"new_chat_members\": [{\"id\": 7, \"is_bot\": false, \"first_name\": \"新\"}]",
            "\"from\": {\"id\": 6, \"is_bot\": false, \"first_name\": \"红\"}, \"new_chat_title\": \"改名\"",
            "\"from\": {\"id\": 6, \"is_bot\": false, \"first_name\": \"红\"}, \"migrate_from_chat_id\": -55",
            "\"text\": \"没有人\""})
    void whatIsNoneOfOurBusinessSaysNothing(String rest) {
        assertThat(read("message", GROUP + "," + TIME + "," + rest)).isEmpty();
    }

    @Test
    void channelsSayNothing() {
        String channel = "\"chat\": {\"id\": -1009, \"type\": \"channel\"}," + TIME + ", \"text\": \"广告\"";
        assertThat(read("channel_post", channel)).isEmpty();
        assertThat(read("message", channel + "," + ASKER)).isEmpty();
        assertThat(read("poll", "\"id\": \"1\"")).isEmpty();
    }

    @Test
    void aGroupThatMovesIsToldOnce() {
        assertThat(read("message", "\"chat\": {\"id\": -55, \"type\": \"group\"}," + ASKER + "," + TIME
                + ", \"migrate_to_chat_id\": -1001234567890"))
                .contains(new Incoming.Migrated("telegram:900", new Chat("telegram:-55", Chat.Kind.GROUP, null),
                        "telegram:-1001234567890"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_720_000_000, 0})
    void aButtonIsPressedUnderAnyMessage(long date) {
        Incoming.Press press = (Incoming.Press) read("callback_query", "\"id\": \"q1\"," + ASKER
                + ", \"message\": {" + GROUP + ", \"message_id\": 42, \"date\": " + date
                + "}, \"chat_instance\": \"1\", \"data\": \"more:abc\"").orElseThrow();
        assertThat(press.chat().id()).isEqualTo("telegram:-1001234567890");
        assertThat(press.message()).isEqualTo("42");
        assertThat(press.data()).isEqualTo("more:abc");
        assertThat(press.person().id()).isEqualTo("telegram:4503599627370495");
    }

    @Test
    void aPressWithoutAMessageSaysNothing() {
        assertThat(read("callback_query", "\"id\": \"q1\"," + ASKER
                + ", \"inline_message_id\": \"7\", \"chat_instance\": \"1\", \"data\": \"more\"")).isEmpty();
    }

    @Test
    void wordsBehindTheBotsNameAreAQuery() {
        Incoming.Inline inline = (Incoming.Inline) read("inline_query",
                "\"id\": \"q2\"," + ASKER + ", \"query\": \"学生\", \"offset\": \"\"").orElseThrow();
        assertThat(inline.query()).isEqualTo("学生");
        assertThat(inline.person().name()).isEqualTo("小 明");
    }

    @ParameterizedTest
    @CsvSource({"left,member,true", "kicked,administrator,true", "left,administrator,true",
            "member,administrator,false",
            "member,left,false", "administrator,member,false"})
    void theBotJoinsWhereItWasNot(String before, String after, boolean joins) {
        Optional<Incoming> incoming = read("my_chat_member", GROUP + "," + ASKER
                + ", \"date\": 1720000000, \"old_chat_member\": {\"status\": \"" + before
                + "\", \"user\": {\"id\": 77, "
                + "\"is_bot\": true, \"first_name\": \"居留\"}}, \"new_chat_member\": {\"status\": \"" + after
                + "\", \"user\": {\"id\": 77, \"is_bot\": true, \"first_name\": \"居留\"}}");
        assertThat(incoming.isPresent()).isEqualTo(joins);
    }

    @Test
    void aPrivateChatIsNotJoined() {
        assertThat(read("my_chat_member", PRIVATE + "," + ASKER
                + ", \"date\": 1720000000, \"old_chat_member\": {\"status\": \"kicked\", \"user\": {\"id\": 77, \"is_bot\": true, "
                + "\"first_name\": \"居留\"}, \"until_date\": 0}, \"new_chat_member\": {\"status\": \"member\", \"user\": {\"id\": 77, "
                + "\"is_bot\": true, \"first_name\": \"居留\"}}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            小\\u0000\\u202e明\\n   | 小明
            \\u0007\\u2066          | 一位用户
            😀\\ud800               | 😀
            """)
    void namesHoldNothingThatDisturbs(String written, String name) {
        assertThat(person(written)).isEqualTo(name);
    }

    @Test
    void namesAreAtMost64CharactersAndEndWithAWholeOne() {
        assertThat(person("长".repeat(100))).hasSize(64);
        assertThat(person("长".repeat(63) + "😀")).isEqualTo("长".repeat(63));
    }

    private String person(String name) {
        return ((Incoming.Message) read("message", PRIVATE + "," + TIME + ", \"text\": \"学生\", "
                + "\"from\": {\"id\": 6, \"is_bot\": false, \"first_name\": \"" + name + "\"}").orElseThrow()).person()
                .name();
    }

    private Incoming.Quoted quoted(String chat) {
        Incoming.Quoted quoted = message(chat, "\"text\": \"好\", \"reply_to_message\": {" + chat + "," + ASKER
                + ", \"message_id\": 40, \"date\": 1719999999, \"photo\": []}").quoted();
        if (quoted == null) {
            throw new AssertionError("nothing is quoted");
        }
        assertThat(quoted.text()).isEmpty();
        assertThat(quoted.byBot()).isFalse();
        return quoted;
    }
}
