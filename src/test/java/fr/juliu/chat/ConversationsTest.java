package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.juliu.decide.DialogueState;
import fr.juliu.edition.CurrentEdition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConversationsTest {

    private static final ConversationKey LAN = new ConversationKey.InChat("telegram", "telegram:781", null, null);
    private static final ConversationKey MING = new ConversationKey.InChat("telegram", "telegram:782", null, null);

    private final AtomicLong now = new AtomicLong();
    private final Conversations conversations = new Conversations(new CurrentEdition(ChatRoom.EDITION), null, now::get);
    private final DialogueState state = ChatRoom.EDITION.answerer().ask("学生居留能网上申请吗").state();

    @Test
    void aConversationKeepsItsOwnFrame() {
        conversations.keep(LAN, state);
        assertThat(conversations.last(LAN)).isSameAs(state);
        assertThat(conversations.last(MING)).isNull();
    }

    @Test
    void itIsForgotten30MinutesAfterItsLastUse() {
        conversations.keep(LAN, state);
        pass(Duration.ofMinutes(29));
        assertThat(conversations.last(LAN)).isNotNull();
        pass(Duration.ofMinutes(29));
        assertThat(conversations.last(LAN)).isNotNull();
        pass(Duration.ofMinutes(31));
        assertThat(conversations.last(LAN)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"telegram:781", "telegram:781#", "telegram:781#null", "telegram", "",
            "InChat[messenger=telegram, chat=telegram:781, topic=null]"})
    void noNameOnTheWebIsThatOfATalkElsewhere(String name) {
        conversations.keep(LAN, state);
        for (String caller : List.of("telegram:781", "127.0.0.1")) {
            ConversationKey guessed = ConversationKey.overHttp(caller, name);
            assertThat(conversations.last(guessed)).isNull();
            conversations.keep(guessed, ChatRoom.EDITION.answerer().ask("游客居留能网上申请吗").state());
        }
        assertThat(conversations.last(LAN)).isSameAs(state);
    }

    @Test
    void eachMessengerAndEachTopicHasItsOwn() {
        conversations.keep(LAN, state);
        assertThat(conversations.last(new ConversationKey.InChat("wechat", "telegram:781", null, null))).isNull();
        assertThat(conversations.last(new ConversationKey.InChat("telegram", "telegram:781", "1", null))).isNull();
        assertThatThrownBy(() -> new Chat("781", Chat.Kind.PRIVATE, null)).hasMessageContaining("781");
    }

    @Test
    void aNameThatMayBeGuessedIsAnotherElsewhere() {
        assertThat(ConversationKey.overHttp("192.0.2.1", "c1")).isEqualTo(ConversationKey.overHttp("192.0.2.1", "c1"))
                .isNotEqualTo(ConversationKey.overHttp("192.0.2.2", "c1"));
        String secret = "0123456789abcdef0123456789ABCDEF";
        assertThat(ConversationKey.overHttp("192.0.2.1", secret))
                .isEqualTo(ConversationKey.overHttp("192.0.2.2", secret))
                .isNotEqualTo(ConversationKey.overHttp("192.0.2.2", secret.replace('0', '1')));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
