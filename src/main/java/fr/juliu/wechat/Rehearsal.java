package fr.juliu.wechat;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Goes through what each message goes through with a message of nobody's, before there is a port to send one to: what is
 * slow the first time takes none of the five seconds of the first people who write.
 */
final class Rehearsal implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final String NOBODY = "nobody";

    private final MessageCodec codec;
    private final InboundMessageReader messages;
    private final PassiveReplies replies;
    private final Conversation conversation;
    private final Clock clock;

    Rehearsal(MessageCodec codec, InboundMessageReader messages, PassiveReplies replies, Conversation conversation,
            Clock clock) {
        this.codec = codec;
        this.messages = messages;
        this.replies = replies;
        this.conversation = conversation;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            InboundMessage nobodys = new InboundMessage(NOBODY, NOBODY, NOBODY, NOBODY, clock.instant(),
                    new InboundMessage.Wish.Words("有用"));
            InboundMessage message = messages.read(codec.reopened(codec.address(nobodys, codec.seal(nobodys, "有用"))));
            replies.reply(message.key(), replies.deadline(), () -> conversation.reply(message, replies.deadline()));
        } catch (RuntimeException e) {
            LOG.warn("The first messages of WeChat's will be slow", e);
        }
    }
}
