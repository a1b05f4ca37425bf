package fr.juliu.wechat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.chat.Chat;
import fr.juliu.chat.ChatRoom;
import fr.juliu.chat.Outgoing;
import fr.juliu.store.Database;
import fr.juliu.store.Ids;
import fr.juliu.store.Readings;
import fr.juliu.store.Replays;
import fr.juliu.tell.RichText;
import fr.juliu.trust.Alone;
import fr.juliu.trust.Fuzz;
import fr.juliu.trust.Mutation;
import fr.juliu.trust.Trust;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as WeChat never sends them, under signatures as it makes them: each is answered, or refused. */
@Tag("trust")
@Timeout(3600)
@ResourceLock(providers = Alone.class)
final class BodiesFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String TIME = String.valueOf(NOW.getEpochSecond());
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HEAD = "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[oWang]]>"
            + "</FromUserName><CreateTime>" + TIME + "</CreateTime>";

    private static final Mutation MESSAGES = new Mutation(Stream.of(
            "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[学生居留能网上申请吗]]></Content><MsgId>23000</MsgId>",
            "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[2]]></Content><MsgId>23001</MsgId>",
            "<MsgType><![CDATA[voice]]></MsgType><Recognition><![CDATA[游客呢]]></Recognition><MsgId>23002</MsgId>",
            "<MsgType><![CDATA[image]]></MsgType><PicUrl><![CDATA[http://x]]></PicUrl><MsgId>23003</MsgId>",
            "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event><EventKey></EventKey>",
            "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[CLICK]]></Event><EventKey><![CDATA[帮助]]></EventKey>",
            "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[SCAN]]></Event><ScanCodeInfo><ScanType>qrcode</ScanType>"
                    + "</ScanCodeInfo>")
            .map(elements -> HEAD + elements + "</xml>").toList());

    private final Signatures signatures = new Signatures(WeChatApp.TOKEN, CLOCK);
    private final WxCryptUtil crypto = new WxCryptUtil(WeChatApp.TOKEN, WeChatApp.AES_KEY, WeChatApp.APP_ID);

    /** A request: its address, and its body. */
    private record Request(MessageCodec.Query query, String body) {
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noBodyIsTooMuch(boolean secure, @TempDir Path folder) {
        WeChatSettings settings = secure
                ? new WeChatSettings(WeChatApp.TOKEN, WeChatApp.APP_ID, WeChatApp.AES_KEY, "", "")
                : new WeChatSettings(WeChatApp.TOKEN, "", "", "", "");
        Pseudonyms names = new Pseudonyms(WeChatApp.TOKEN);
        try (Database database = Database.sqlite(folder.resolve("juliu.db"));
                Conversation conversation = new Conversation(
                        incoming -> List.of(new Outgoing.Send(new Chat("wechat:p", Chat.Kind.PRIVATE, null),
                                RichText.of("好"), List.of(), null, null, false)),
                        ChatRoom.objections(), new Readings(database, CLOCK), new Ids(CLOCK),
                        new CustomerMessages(settings, CLOCK), CLOCK)) {
            MessageCodec codec = new MessageCodec(settings, signatures,
                    new Nonces(new Replays(database, CLOCK), names, CLOCK), CLOCK);
            InboundMessageReader reader = new InboundMessageReader(names, CLOCK);
            Fuzz.run(secure ? "WeChat bodies, encrypted" : "WeChat bodies, plain", Trust.of(500, 1_000_000),
                    random -> secure ? encrypted(random) : plain(random),
                    request -> take(request, codec, reader, conversation));
        }
    }

    private static void take(Request request, MessageCodec codec, InboundMessageReader reader,
            Conversation conversation) {
        try {
            InboundMessage message = reader
                    .read(codec.open(request.query(), request.body().getBytes(StandardCharsets.UTF_8)));
            if (codec.isFresh(message)) {
                String text = conversation.reply(message, Deadline.in(Ticker.systemTicker(), PATIENCE));
                codec.address(message, codec.seal(message, text));
            }
        } catch (RefusedException e) {
            // as it should be
        }
    }

    private Request plain(Random random) {
        String nonce = String.valueOf(random.nextLong());
        return new Request(new MessageCodec.Query(signatures.of(TIME, nonce), TIME, nonce, null, null),
                MESSAGES.of(random));
    }

    /** A changed message in a sound envelope, or a sound one whose ciphertext is changed. */
    private Request encrypted(Random random) {
        String nonce = String.valueOf(random.nextLong());
        String sealed = crypto.encrypt(nonce.substring(1).concat("0123456789abcdef").substring(0, 16),
                MESSAGES.of(random));
        String ciphertext = random.nextInt(4) > 0 ? sealed : new Mutation(List.of(sealed)).of(random);
        return new Request(new MessageCodec.Query(signatures.of(TIME, nonce), TIME, nonce, "aes",
                signatures.of(TIME, nonce, ciphertext)), Follower.envelope(ciphertext));
    }
}
