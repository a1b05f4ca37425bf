package fr.juliu.decide;

import fr.juliu.understand.Aspect;
import fr.juliu.understand.Question;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said to the bot without asking it anything. */
public final class SmallTalk {

    /** A few characters over and over, such as 居留居留居留居留居留. */
    private static final Pattern REPEATS = Pattern.compile("(.{1,4}?)\\1{4,}");

    private SmallTalk() {
    }

    /** The kind of small talk that a question is; empty when it asks something. */
    public static Optional<Answer.Reason> in(Question question) {
        boolean letters = question.folded().codePoints().anyMatch(Character::isLetter);
        boolean thanks = question.talk().contains("thanks");
        boolean repeats = REPEATS.matcher(question.folded()).matches();
        if ((!letters && !thanks) || repeats || question.talk().contains("injection")) {
            return Optional.of(Answer.Reason.JUNK);
        }
        if (!letters) {
            return Optional.of(Answer.Reason.THANKS);
        }
        boolean onTopic = !question.mentions().isEmpty() || question.asksOnline() || question.asks(Aspect.Role.FAILURE);
        if (question.talk().isEmpty() || onTopic) {
            return Optional.empty();
        }
        if (question.talk().contains("abuse")) {
            return Optional.of(Answer.Reason.ABUSE);
        }
        if (question.talk().contains("about")) {
            return Optional.of(Answer.Reason.ABOUT);
        }
        if (!question.keywords().isEmpty() || !question.prosePoints().isEmpty() || question.asksAny(Aspect.Asks.LIST)) {
            return Optional.empty();
        }
        return Optional.of(question.talk().contains("greeting") ? Answer.Reason.GREETING : Answer.Reason.THANKS);
    }
}
