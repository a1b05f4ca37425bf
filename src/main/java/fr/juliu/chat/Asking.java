package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import fr.juliu.decide.DialogueState;
import fr.juliu.decide.Explanation;
import fr.juliu.decide.SecondReading;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.Ids;
import fr.juliu.store.LoggedQuestion;
import fr.juliu.store.MissedQuestions;
import fr.juliu.store.QuestionLog;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import fr.juliu.understand.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the current edition: with what the conversation kept, and a line in the question log that does not say who asked. */
public final class Asking {

    private final CurrentEdition edition;
    private final Conversations conversations;
    private final QuestionLog log;
    private final MissedQuestions missed;
    private final WayToPerson way;
    private final Ids ids;
    private final AnswerListener listener;
    private final SecondReaders second;
    private final Clock clock;

    Asking(CurrentEdition edition, Conversations conversations, QuestionLog log, MissedQuestions missed,
            WayToPerson way, Ids ids, AnswerListener listener, SecondReaders second, Clock clock) {
        this.edition = edition;
        this.conversations = conversations;
        this.log = log;
        this.missed = missed;
        this.way = way;
        this.ids = ids;
        this.listener = listener;
        this.second = second;
        this.clock = clock;
    }

    /**
     * Answers a question.
     *
     * @param conversation what its memory is kept under; null for a question that stands alone
     * @param messenger    such as {@code web}
     * @param asker        who asks, such as an address; never stored
     */
    public Reply ask(String question, @Nullable ConversationKey conversation, String messenger, String asker) {
        return ask(question, conversation, messenger, asker, true);
    }

    /**
     * The same.
     *
     * @param sent whether a second reader may get the question
     */
    public Reply ask(String question, @Nullable ConversationKey conversation, String messenger, String asker,
            boolean sent) {
        Reply local = look(question, conversation);
        Optional<Wish> wish = way.wish(question);
        if (wish.isPresent()) {
            return way.told(local, wish.get());
        }
        Reply reply = local.read(second.onWeb(sent));
        keep(reply, conversation, messenger, asker);
        return reply;
    }

    /**
     * Why a question is answered as it is, by its own words; empty for an answer that leans on what was asked before it.
     * It is made from the question alone, so that nothing of the conversation can be in it.
     */
    public Optional<Explanation> explanation(Reply reply) {
        Reply alone = DiscreetAsking.ask(edition, reply.question(), null);
        return alone.answer().equals(reply.answer()) ? Optional.of(alone.explanation().get()) : Optional.empty();
    }

    /** The answer, without a trace of the question. */
    Reply look(String question, @Nullable ConversationKey conversation) {
        DialogueState before = conversation == null ? null : conversations.last(conversation);
        long begun = System.nanoTime();
        Reply reply = DiscreetAsking.ask(edition, question, before);
        listener.found(Duration.ofNanos(System.nanoTime() - begun));
        return reply;
    }

    /** A reply that is given, once a second reader has read the question, where its asker and his group allow that. */
    Reply read(Reply local, Chat chat, Person person) {
        return local.reread() == null ? local : local.read(second.of(chat, person));
    }

    /** The server that gets questions as a second reader; empty where none does. */
    public String secondReader() {
        return second.host();
    }

    /**
     * Keeps a reply that is given: for the next question of whoever asked, in a group for whoever replies to it, in the
     * log, and for the group's moderators when it is a refusal.
     *
     * @param asked the message that it answers
     */
    void keep(Reply reply, Chat chat, Person person, String asked) {
        keep(reply, chat.conversation(person), chat.messenger(), chat.id());
        if (!chat.isGroup()) {
            return;
        }
        conversations.keep(chat.answerTo(asked), reply.state());
        if (WayToPerson.isRefusal(reply.answer())) {
            missed.add(chat.id(), ids.next(), reply.question(), clock.instant());
        }
    }

    private void keep(Reply reply, @Nullable ConversationKey conversation, String messenger, String asker) {
        if (conversation != null) {
            conversations.keep(conversation, reply.state());
        }
        Answer answer = reply.answer();
        Citation citation = answer.citation();
        String outcome = AnswerDocument.outcome(answer);
        listener.given(outcome, answer.confidence(), messenger);
        if (reply.second() != null) {
            listener.read(reply.second().choice().name(), reply.second().effect().word());
        }
        log.add(new LoggedQuestion(reply.question(), outcome,
                answer instanceof Answer.Unknown unknown ? unknown.reason().name() : null,
                citation == null ? null : citation.section(), answer.confidence(), messenger, clock.instant(),
                reply.second() == null ? null : read(reply.second())), asker);
    }

    private static LoggedQuestion.Second read(SecondReading reading) {
        Citation local = reading.local().citation();
        return switch (reading.effect()) {
            case CHANGED -> new LoggedQuestion.Second(reading.effect().word(),
                    local == null ? AnswerDocument.outcome(reading.local()) : local.section());
            case AGREED, RULED_OUT -> new LoggedQuestion.Second(reading.effect().word(), null);
            case UNREAD -> new LoggedQuestion.Second(reading.choice().name(), null);
        };
    }
}
