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

    private final Envelope envelope;
    private final LetterReader reader;
    private final PassiveReplies replies;
    private final Conversation conversation;
    private final Clock clock;

    Rehearsal(Envelope envelope, LetterReader reader, PassiveReplies replies, Conversation conversation, Clock clock) {
        this.envelope = envelope;
        this.reader = reader;
        this.replies = replies;
        this.conversation = conversation;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Letter nobodys = new Letter(NOBODY, NOBODY, NOBODY, NOBODY, clock.instant(), new Letter.Wish.Words("有用"));
            Letter letter = reader.read(envelope.reopened(envelope.address(nobodys, envelope.seal(nobodys, "有用"))));
            replies.reply(letter.key(), replies.deadline(), () -> conversation.reply(letter, replies.deadline()));
        } catch (RuntimeException e) {
            LOG.warn("The first messages of WeChat's will be slow", e);
        }
    }
}
