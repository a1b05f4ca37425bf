package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.Database;
import fr.juliu.store.Replays;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RehearsalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReplyIsTakenBackAsAMessage(boolean secure, @TempDir Path folder) {
        WeChatSettings settings = secure
                ? new WeChatSettings(WeChatApp.TOKEN, WeChatApp.APP_ID, WeChatApp.AES_KEY, "", "")
                : new WeChatSettings(WeChatApp.TOKEN, "", "", "", "");
        Pseudonyms names = new Pseudonyms(WeChatApp.TOKEN);
        try (Database database = Database.sqlite(folder.resolve("juliu.db"))) {
            MessageCodec codec = new MessageCodec(settings, new Signatures(WeChatApp.TOKEN, CLOCK),
                    new Nonces(new Replays(database, CLOCK), names, CLOCK), CLOCK);
            InboundMessage nobodys = new InboundMessage("nobody", "nobody", "nobody", "nobody", CLOCK.instant(),
                    new InboundMessage.Wish.Nothing());
            String sealed = codec.address(nobodys, codec.seal(nobodys, "有用"));
            for (int starts = 0; starts < 3; starts++) {
                InboundMessage message = new InboundMessageReader(names, CLOCK).read(codec.reopened(sealed));
                assertThat(message.wish()).isEqualTo(new InboundMessage.Wish.Words("有用"));
                assertThat(message.openId()).isEqualTo("nobody");
                assertThat(codec.isFresh(message)).isTrue();
            }
        }
    }
}
