package fr.juliu.wechat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat proves itself, and passes on what people send to the account. */
@RestController
@Conditional(TokenIsSet.class)
final class WeChatController {

    static final String PATH = "/wechat";

    private static final int LARGEST = 64 * 1024;
    private static final Pattern ECHO = Pattern.compile("[A-Za-z0-9_+/=-]{1,256}");
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    /** What WeChat takes for no reply. */
    private static final String NOTHING = "success";

    private final MessageCodec codec;
    private final InboundMessageReader messages;
    private final PassiveReplies replies;
    private final Conversation conversation;
    private final NoticePushes notices;

    WeChatController(MessageCodec codec, InboundMessageReader messages, PassiveReplies replies,
            Conversation conversation, NoticePushes notices) {
        this.codec = codec;
        this.messages = messages;
        this.replies = replies;
        this.conversation = conversation;
        this.notices = notices;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> verify(HttpServletRequest request) {
        MessageCodec.Query query = query(request);
        if (!codec.isGenuine(query)) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        String echo = request.getParameter("echostr");
        if (echo == null || !ECHO.matcher(echo).matches()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST);
        }
        codec.use(query, echo);
        return answer(TEXT, echo);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> take(HttpServletRequest request) throws IOException {
        Deadline deadline = replies.deadline();
        MessageCodec.Query query = query(request);
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE);
        }
        InboundMessage message = messages.read(codec.open(query, body));
        if (!codec.isFresh(message)) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        if (message.wish() instanceof InboundMessage.Wish.Nothing) {
            return answer(TEXT, NOTHING);
        }
        notices.wrote(message);
        String sealed = replies.reply(message.key(), deadline, () -> {
            String text = conversation.reply(message, deadline);
            return text.isEmpty() ? "" : codec.seal(message, text);
        });
        return sealed.isEmpty() ? answer(TEXT, NOTHING) : answer(XML, codec.address(message, sealed));
    }

    @ExceptionHandler
    ResponseEntity<Void> refused(RefusedException refusal) {
        return ResponseEntity.status(refusal.status()).build();
    }

    private static MessageCodec.Query query(HttpServletRequest request) {
        return new MessageCodec.Query(parameter(request, "signature"), parameter(request, "timestamp"),
                parameter(request, "nonce"), parameter(request, "encrypt_type"), parameter(request, "msg_signature"));
    }

    private static @Nullable String parameter(HttpServletRequest request, String name) {
        return request.getParameter(name);
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String text) {
        return ResponseEntity.ok().contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
