package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.juliu.chat.Chat;
import fr.juliu.chat.Incoming;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates as the Bot API documents them, and what they say. */
final class UpdateReaderTest {

    private static final String PRIVATE = "\"chat\": {\"id\": 5, \"type\": \"private\", \"first_name\": \"明\"}";
    private static final String GROUP = "\"chat\": {\"id\": -1001234567890, \"type\": \"supergroup\", \"title\": \"居留\"}";
    private static final String ASKER = "\"from\": {\"id\": 4503599627370495, \"is_bot\": false, \"first_name\": \"小\", \"last_name\": \"明\"}";
    private static final String BOT = "\"from\": {\"id\": 77, \"is_bot\": true, \"first_name\": \"居留\", \"username\": \"JuliuBot\"}";
    private static final String TIME = "\"message_id\": 42, \"date\": 1720000000";

    private final UpdateReader reader = new UpdateReader(new Self(77, "JuliuBot"), Menus.names());

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /list             | /list          | true
            /LIST 2024        | /list 2024     | true
            /list@juliubot    | /list          | true
            /permit@JuliuBot 学生 | /permit 学生   | true
            /unknown          | /unknown       | false
            /unknown@JuliuBot | /unknown       | true
            /etc/passwd       | /etc/passwd    | false
            看看 /list        | 看看 /list     | false
            """)
    void aCommandInAGroupIsOursByNameOrBecauseWeHaveIt(String written, String text, boolean addressed) {
        Incoming.Message message = message(GROUP, "\"text\": \"" + written + "\"");
        assertThat(message.text()).isEqualTo(text);
        assertThat(message.addressed()).isEqualTo(addressed);
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIVATE, GROUP})
    void aCommandToAnotherBotIsNotForUs(String chat) {
        assertThat(read("message", chat + "," + ASKER + "," + TIME + ", \"text\": \"/list@OtherBot\"")).isEmpty();
    }

    @Test
    void aMentionBehindEmojiIsTakenOut() {
        Incoming.Message message = message(GROUP, "\"text\": \"👨‍👩‍👧 @juliuBOT，学生怎么续？\", "
                + "\"entities\": [{\"type\": \"mention\", \"offset\": 9, \"length\": 9}]");
        assertThat(message.text()).isEqualTo("👨‍👩‍👧 ，学生怎么续？");
        assertThat(message.addressed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @JuliuBot，学生怎么续？ | 0 | 学生怎么续？
            请问 @JuliuBot 学生     | 3 | 请问 学生
            学生怎么续？@JuliuBot   | 6 | 学生怎么续？
            """)
    void aMentionStandsAnywhere(String written, int offset, String text) {
        Incoming.Message message = message(GROUP, "\"text\": \"" + written
                + "\", \"entities\": [{\"type\": \"mention\", \"offset\": " + offset + ", \"length\": 9}]");
        assertThat(message.text()).isEqualTo(text);
        assertThat(message.addressed()).isTrue();
    }

    @Test
    void aMentionByIdCounts() {
        Incoming.Message message = message(GROUP, "\"text\": \"居留 学生\", \"entities\": [{\"type\": \"text_mention\", "
                + "\"offset\": 0, \"length\": 2, \"user\": {\"id\": 77, \"is_bot\": true, \"first_name\": \"居留\"}}]");
        assertThat(message.text()).isEqualTo("学生");
        assertThat(message.addressed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @JuliuBot2 学生 | {"type": "mention", "offset": 0, "length": 10}
            看 @JuliuBot    | {"type": "code", "offset": 2, "length": 9}
            学生            | {"type": "mention", "offset": 1, "length": 900}
            学生            | {"type": "mention", "offset": -3, "length": 2}
            """)
    void whatIsNoMentionOfTheBotIsNone(String written, String entity) {
        Incoming.Message message = message(GROUP, "\"text\": \"" + written + "\", \"entities\": [" + entity + "]");
        assertThat(message.text()).isEqualTo(written);
        assertThat(message.addressed()).isFalse();
    }

    @Test
    void aCaptionIsReadAsATextIs() {
        Incoming.Message message = message(GROUP, "\"photo\": [], \"caption\": \"@JuliuBot 这是什么\", "
                + "\"caption_entities\": [{\"type\": \"mention\", \"offset\": 0, \"length\": 9}]");
        assertThat(message.text()).isEqualTo("这是什么");
        assertThat(message.addressed()).isTrue();
    }

    @Test
    void aBareMentionAsksWhatItRepliesTo() {
        String mention = "\"text\": \"@JuliuBot\", \"entities\": [{\"type\": \"mention\", \"offset\": 0, \"length\": 9}], ";
        String other = "\"reply_to_message\": {" + GROUP
                + ", \"message_id\": 40, \"date\": 1719999990, \"from\": {\"id\": 6, \"is_bot\": false, \"first_name\": \"红\"}, ";
        Incoming.Message message = message(GROUP, mention + other + "\"text\": \"访客怎么换学生\"}");
        assertThat(message.text()).isEqualTo("访客怎么换学生");
        assertThat(message.addressed()).isTrue();
        assertThat(message(GROUP, mention + other + "\"text\": \"甲。访客怎么换学生\"}, \"quote\": {\"text\": \"访客怎么换学生\", "
                + "\"position\": 2}").text()).isEqualTo("访客怎么换学生");
        assertThat(message(GROUP, mention + other + "\"text\": \"/forget\"}").text()).isEmpty();
        assertThat(message(GROUP, mention + other + "\"sticker\": null}").text()).isEmpty();
    }

    @Test
    void aReplyToTheBotSpeaksToIt() {
        Incoming.Message message = message(GROUP, "\"text\": \"那续签呢\", \"reply_to_message\": {" + GROUP + "," + BOT
                + ", \"message_id\": 41, \"date\": 1719999999, \"text\": \"可以，看这里。\", "
                + "\"entities\": [{\"type\": \"text_link\", \"offset\": 4, \"length\": 2, \"url\": \"https://a.example/b\"}]}");
        assertThat(message.addressed()).isTrue();
        assertThat(message.text()).isEqualTo("那续签呢");
        assertThat(message.quoted()).isEqualTo(new Incoming.Quoted("41", "可以，看这里（https://a.example/b）。", true,
                "https://t.me/c/1234567890/41"));
    }

    @Test
    void aReplyToWhatTheBotDidOrToAnotherBotSpeaksToNobody() {
        String reply = "\"text\": \"好\", \"reply_to_message\": {" + GROUP
                + ", \"message_id\": 41, \"date\": 1719999999, ";
        assertThat(message(GROUP, reply + BOT + ", \"pinned_message\": {" + GROUP
                + ", \"message_id\": 40, \"date\": 1719999998, \"text\": \"x\"}}").addressed()).isFalse();
        assertThat(message(GROUP, reply + "\"from\": {\"id\": 78, \"is_bot\": true, \"first_name\": \"别的\"}, "
                + "\"text\": \"x\"}").addressed()).isFalse();
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

    private Incoming.Message message(String chat, String rest) {
        return (Incoming.Message) read("message", chat + "," + ASKER + "," + TIME + "," + rest).orElseThrow();
    }

    /** Reads an update with a field that this version does not know. */
    private Optional<Incoming> read(String kind, String fields) {
        try {
            ObjectNode update = BotQueries.JSON.createObjectNode().put("update_id", 900).put("brand_new", true);
            update.set(kind, BotQueries.JSON.readTree("{\"brand_new\": {}," + fields + "}"));
            return reader.read(BotQueries.update(update));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
