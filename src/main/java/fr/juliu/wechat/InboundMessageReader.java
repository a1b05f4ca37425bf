package fr.juliu.wechat;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads what WeChat passes on, in the XML of its messages. */
final class InboundMessageReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@.-]{1,64}");
    private static final String ONLY_TEXT = "抱歉，我目前只看得懂文字。请把问题打出来，比如「学生居留能网上申请吗」。";
    private static final String NOT_HEARD = "抱歉，这段语音没有听清。请再说一次，或者把问题打出来。";

    private final Pseudonyms names;

    InboundMessageReader(Pseudonyms names) {
        this.names = names;
    }

    /**
     * What a message says.
     *
     * @param xml checked already
     * @throws RefusedException when it lacks what each message has
     */
    InboundMessage read(String xml) {
        WxMpXmlMessage message = parsed(xml);
        String openId = message.getFromUser();
        String account = message.getToUser();
        Long created = message.getCreateTime();
        if (openId == null || account == null || created == null || message.getMsgType() == null
                || !ID.matcher(openId).matches() || !ID.matcher(account).matches()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST);
        }
        return new InboundMessage(key(message, openId, created), names.of("person", openId), openId, account,
                Instant.ofEpochSecond(Math.clamp(created, 0, Instant.MAX.getEpochSecond())), wish(message));
    }

    private static WxMpXmlMessage parsed(String xml) {
        try {
            return WxMpXmlMessage.fromXml(xml);
        } catch (RuntimeException e) {
            // a number that is none, or the like
            throw new RefusedException(HttpStatus.BAD_REQUEST);
        }
    }

    private String key(WxMpXmlMessage message, String openId, long created) {
        String time = String.valueOf(created);
        return message.getMsgId() == null
                ? names.of("event", openId, time, String.valueOf(message.getEvent()),
                        String.valueOf(message.getEventKey()))
                : names.of("message", String.valueOf(message.getMsgId()), time, openId);
    }

    private static InboundMessage.Wish wish(WxMpXmlMessage message) {
        return switch (message.getMsgType().toLowerCase(Locale.ROOT)) {
            case "text" -> new InboundMessage.Wish.Words(words(message.getContent()));
            case "voice" -> words(message.getRecognition()).isBlank()
                    ? new InboundMessage.Wish.Wordless(NOT_HEARD)
                    : new InboundMessage.Wish.Words(words(message.getRecognition()));
            case "event" -> event(message);
            default -> new InboundMessage.Wish.Wordless(ONLY_TEXT);
        };
    }

    private static InboundMessage.Wish event(WxMpXmlMessage message) {
        return switch (words(message.getEvent()).toUpperCase(Locale.ROOT)) {
            case "SUBSCRIBE" -> new InboundMessage.Wish.Greeting();
            case "UNSUBSCRIBE" -> new InboundMessage.Wish.Leaving();
            case "CLICK" -> words(message.getEventKey()).isBlank()
                    ? new InboundMessage.Wish.Nothing()
                    : new InboundMessage.Wish.Words(words(message.getEventKey()));
            default -> new InboundMessage.Wish.Nothing();
        };
    }

    private static String words(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
