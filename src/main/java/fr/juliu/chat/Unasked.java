package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.tell.Reply;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.Optional;

/** Answers what nobody put to the bot, where moderators want that: a question about a permit or the platform that it is sure about. */
final class Unasked {

    private static final int LONGEST = 200;

    private final Answering answering;
    private final PersonAnswers persons;
    private final GroupRules rules;
    private final CurrentEdition edition;
    private final KnownSubjects subjects;

    Unasked(Answering answering, PersonAnswers persons, GroupRules rules, CurrentEdition edition,
            KnownSubjects subjects) {
        this.answering = answering;
        this.persons = persons;
        this.edition = edition;
        this.subjects = subjects;
        this.rules = rules;
    }

    /** The reply to a message; empty for talk, for what is said to somebody else, and where nobody wants it. */
    Optional<Reply> to(Incoming.Message message) {
        Chat chat = message.chat();
        if (!chat.isGroup() || message.quoted() != null || message.text().isBlank()
                || message.text().length() > LONGEST || Typed.isCommand(message.text())
                || persons.isWish(message.text()) || !rules.of(chat).auto()
                || rules.isMuted(chat, message.person()) || rules.cools(chat, message.person())) {
            return Optional.empty();
        }
        Reply reply = answering.look(message.text(), null, chat);
        return reply.isAsked() && isVerdict(reply.answer()) && isOnTopic(reply)
                && rules.answersUnasked(chat, reply.answer().confidence()) ? Optional.of(reply) : Optional.empty();
    }

    /**
     * Whether it names what the articles are about, or is a question that the group keeps an answer to. Where no phrasings
     * teach the reader what else people talk of, it may hardly name anything that the articles do not.
     */
    private boolean isOnTopic(Reply reply) {
        Question question = reply.state().question();
        if (reply.answer() instanceof Answer.Pinned) {
            return true;
        }
        boolean onTopic = !question.mentions().isEmpty() || question.aboutPermits();
        if (!onTopic || !edition.get().library().phrasings().isEmpty()) {
            return onTopic;
        }
        return subjects.unknownOf(question) <= (question.mentions().stream().anyMatch(Mention::strong) ? 1 : 0);
    }

    private static boolean isVerdict(Answer answer) {
        return !(answer instanceof Answer.Unknown) && !(answer instanceof Answer.Clarify);
    }
}
