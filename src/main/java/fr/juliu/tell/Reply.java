package fr.juliu.tell;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Chooser;
import fr.juliu.decide.DialogueState;
import fr.juliu.decide.Explanation;
import fr.juliu.decide.SecondReading;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer with what goes along with it.
 *
 * @param told         what a reader sees, in the article's characters
 * @param shown        the same in the script of the question
 * @param traditional  whether the question was in traditional characters
 * @param alternatives other places that come near, best first
 * @param rich         the answer for readers who see lists, tables and links, put together when asked for
 * @param explanation  why the answer is what it is, worked out when asked for
 * @param state        what a conversation keeps for the next question
 * @param second       what came of a second reader; null where none was asked
 * @param reread       lets a second reader read the question; null where nobody is to
 */
public record Reply(String question, Answer answer, RichText told, RichText shown, boolean traditional,
        List<Alternative> alternatives, Supplier<RichAnswer> rich,
        Supplier<Explanation> explanation, DialogueState state, @Nullable SecondReading second,
        @Nullable Function<Chooser, Reply> reread) {

    public Reply {
        alternatives = List.copyOf(alternatives);
    }

    /** What a reader sees, as plain text in the article's characters. */
    public String text() {
        return told.plain();
    }

    /** The same in the script of the question. */
    public String display() {
        return shown.plain();
    }

    /** A fingerprint of what the answer rests on: it changes with the articles, not with the day. */
    public String digest() {
        return Digest.of(Gist.substance(answer));
    }

    /** What the articles say, in one line with its date. */
    public String verdict() {
        return Gist.verdict(answer);
    }

    /** Whether the text was put as a question, not as a mere name or remark. */
    public boolean isAsked() {
        return state.question().asking();
    }

    /** The same reply to a question that says the same in other spelling. */
    public Reply to(String asked) {
        return new Reply(asked, answer, told, shown, traditional, alternatives, rich, explanation, state, second,
                reread);
    }

    /**
     * The reply once a second reader has read the question, where it is one for him.
     *
     * @param chooser null for nobody
     */
    public Reply read(@Nullable Chooser chooser) {
        return chooser == null || reread == null ? this : reread.apply(chooser).to(question);
    }

    /** Another place that comes near. */
    public record Alternative(String article, String section, double confidence) {
    }
}
