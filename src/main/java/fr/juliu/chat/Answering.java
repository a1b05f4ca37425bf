package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.store.Exchange;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives replies: with what the articles or the group say, or in a group a word under the answer that stands above. */
final class Answering {

    private final Asking asking;
    private final GroupAnswers groupAnswers;
    private final AnswerMessages messages;
    private final RecentAnswers recent;
    private final GroupRules rules;

    Answering(Asking asking, GroupAnswers groupAnswers, AnswerMessages messages, RecentAnswers recent,
            GroupRules rules) {
        this.asking = asking;
        this.groupAnswers = groupAnswers;
        this.messages = messages;
        this.recent = recent;
        this.rules = rules;
    }

    /** The reply to a question, without a trace of it. */
    Reply look(String question, @Nullable ConversationKey conversation, Chat chat) {
        return groupAnswers.before(asking.look(question, conversation), chat);
    }

    /** The same to a question that was put to the bot: where it is not sure, a second reader may choose, too. */
    Reply ask(String question, @Nullable ConversationKey conversation, Chat chat, Person person) {
        Reply local = asking.look(question, conversation);
        Reply shown = groupAnswers.before(local, chat);
        return shown.answer() instanceof Answer.Pinned ? shown : asking.read(local, chat, person);
    }

    /**
     * Gives a reply.
     *
     * @param asked   the message that asks
     * @param replyTo the message that the answer is to hang under; null for none
     */
    List<Outgoing> give(Chat chat, Person person, String asked, @Nullable String replyTo, Reply reply) {
        asking.keep(reply, chat, person, asked);
        rules.answered(chat, person);
        Outgoing.Send send = messages.send(chat, asked, replyTo, reply);
        String exchange = send.exchange();
        if (!chat.isGroup() || exchange == null || Answered.outcome(reply.answer()).equals(Answered.TALK)) {
            return messages.withFile(send, reply);
        }
        Optional<String> above = recent.above(chat, reply);
        if (above.isEmpty()) {
            recent.add(chat, reply, exchange);
            return messages.withFile(send, reply);
        }
        return List.of(new Outgoing.Again(chat, above.get(),
                RichText.of(reply.traditional() ? "剛答過，見上面這條。" : "刚答过，见上面这条。"),
                person.anonymous() ? null : person, send));
    }

    /** Another reply in place of one that was given, since its question was edited. */
    List<Outgoing> change(Incoming.Message message, Exchange told, Reply reply) {
        asking.keep(reply, message.chat(), message.person(), message.id());
        return messages.edit(message, told, reply);
    }
}
