package fr.juliu.telegram;

import static fr.juliu.telegram.WrittenUpdates.ASKER;
import static fr.juliu.telegram.WrittenUpdates.BOT;
import static fr.juliu.telegram.WrittenUpdates.GROUP;
import static fr.juliu.telegram.WrittenUpdates.PRIVATE;
import static fr.juliu.telegram.WrittenUpdates.TIME;
import static fr.juliu.telegram.WrittenUpdates.message;
import static fr.juliu.telegram.WrittenUpdates.read;
import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Incoming;
import fr.juliu.chat.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages speak to the bot, and what they say without its name. */
final class AddressingTest {

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
    void whoWritesAsAChannelIsReadWhenHeSpeaksToTheBot() {
        String channel = GROUP + "," + TIME
                + ", \"from\": {\"id\": 136817688, \"is_bot\": true, \"first_name\": \"Channel\"}, "
                + "\"sender_chat\": {\"id\": -1009, \"type\": \"channel\", \"title\": \"小红的频道\"}, ";
        for (String rest : List.of("\"text\": \"@JuliuBot 学生\"", "\"text\": \"/permit 学生\"",
                "\"text\": \"学生\", \"reply_to_message\": {" + GROUP + "," + BOT
                        + ", \"message_id\": 41, \"date\": 1719999999, \"text\": \"可以。\"}")) {
            Incoming.Message message = (Incoming.Message) read("message", channel + rest).orElseThrow();
            assertThat(message.person()).isEqualTo(new Person("telegram:-1009", "小红的频道", false));
            assertThat(message.addressed()).isTrue();
            assertThat(read("message", channel + "\"is_automatic_forward\": true, " + rest)).isEmpty();
        }
        assertThat(read("message", channel + "\"text\": \"学生\"")).isEmpty();
    }
}
