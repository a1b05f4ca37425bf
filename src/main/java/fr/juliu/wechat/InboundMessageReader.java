package fr.juliu.wechat;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Reads what WeChat passes on, from the fields of its messages. */
final class InboundMessageReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@.-]{1,64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final String ONLY_TEXT = "抱歉，我目前只看得懂文字。请把问题打出来，比如「学生居留能网上申请吗」。";
    private static final String NOT_HEARD = "抱歉，这段语音没有听清。请再说一次，或者把问题打出来。";

    /** What WeChat writes in place of what it does not pass on, such as stickers. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[【\\[]收到不支持的消息类型[^】\\]]*[】\\]]");

    private final Pseudonyms names;
    private final Clock clock;

    InboundMessageReader(Pseudonyms names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /**
     * What a message says. Only what is needed of it is read, so that no other field can spoil it.
     *
     * @param fields the texts of its elements by their names
     * @throws RefusedException when it does not say from whom and to whom it is
     */
    InboundMessage read(Map<String, String> fields) {
        String openId = field(fields, "FromUserName");
        String account = field(fields, "ToUserName");
        if (!ID.matcher(openId).matches() || !ID.matcher(account).matches()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST);
        }
        return new InboundMessage(key(fields, openId), names.of("person", openId), openId, account, sent(fields),
                wish(fields));
    }

    /** When it was written; now, where that cannot be read: its request is known to be new. */
    private Instant sent(Map<String, String> fields) {
        String created = field(fields, "CreateTime");
        return SECONDS.matcher(created).matches() ? Instant.ofEpochSecond(Long.parseLong(created)) : clock.instant();
    }

    private String key(Map<String, String> fields, String openId) {
        String id = field(fields, "MsgId");
        String time = field(fields, "CreateTime");
        return id.isEmpty()
                ? names.of("event", openId, time, field(fields, "Event"), field(fields, "EventKey"),
                        field(fields, "Content"))
                : names.of("message", id, time, openId);
    }

    private static InboundMessage.Wish wish(Map<String, String> fields) {
        String type = field(fields, "MsgType").toLowerCase(Locale.ROOT);
        return switch (type.isEmpty() && !field(fields, "Event").isEmpty() ? "event" : type) {
            case "text" -> written(field(fields, "Content"));
            case "voice" -> field(fields, "Recognition").isEmpty()
                    ? new InboundMessage.Wish.Wordless(NOT_HEARD)
                    : new InboundMessage.Wish.Words(field(fields, "Recognition"));
            case "event" -> event(fields);
            case "" -> new InboundMessage.Wish.Nothing();
            default -> new InboundMessage.Wish.Wordless(ONLY_TEXT);
        };
    }

    private static InboundMessage.Wish written(String text) {
        return PLACEHOLDER.matcher(text).matches()
                ? new InboundMessage.Wish.Wordless(ONLY_TEXT)
                : new InboundMessage.Wish.Words(EmojiCodes.read(text));
    }

    private static InboundMessage.Wish event(Map<String, String> fields) {
        return switch (field(fields, "Event").toUpperCase(Locale.ROOT)) {
            case "SUBSCRIBE", "SCAN" -> new InboundMessage.Wish.Greeting();
            case "UNSUBSCRIBE" -> new InboundMessage.Wish.Leaving();
            case "CLICK" -> field(fields, "EventKey").isEmpty()
                    ? new InboundMessage.Wish.Nothing()
                    : new InboundMessage.Wish.Words(field(fields, "EventKey"));
            // WeChat shows that a message is on its way until one comes
            case "SCANCODE_WAITMSG" -> new InboundMessage.Wish.Wordless(ONLY_TEXT);
            default -> new InboundMessage.Wish.Nothing();
        };
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
