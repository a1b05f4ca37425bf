package fr.juliu.edition;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Candidate;
import fr.juliu.decide.Chooser;
import fr.juliu.decide.Citation;
import fr.juliu.decide.ContextReader;
import fr.juliu.decide.DialogueState;
import fr.juliu.decide.Explanation;
import fr.juliu.decide.Ranking;
import fr.juliu.decide.SmallTalk;
import fr.juliu.search.Once;
import fr.juliu.search.TextFolding;
import fr.juliu.tell.AnswerText;
import fr.juliu.tell.Quotes;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichAnswer;
import fr.juliu.tell.RichText;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a reply of what was decided: its words in the script of the question, and what goes along with them.
 *
 * @param quotes of what articles say, as they have it
 */
record ReplyComposer(TextFolding folding, Quotes quotes) {

    private static final int ALTERNATIVES = 3;

    /**
     * A question on its way to an answer.
     *
     * @param question as it was asked
     * @param text     as much of it as is read
     * @param read     as it is understood alone
     */
    record Asked(String question, String text, Question read, @Nullable DialogueState before) {
    }

    /**
     * The reply to a question.
     *
     * @param explanation why it is answered so, worked out when asked for
     * @param reread      lets a second reader read it, where what was decided may be decided otherwise
     */
    Reply reply(Asked asked, ContextReader.Heard heard, Supplier<Explanation> explanation,
            Function<Chooser, Reply> reread) {
        Answer answer = heard.decision().answer();
        boolean traditional = isTraditional(asked.text(), asked.before());
        RichText told = AnswerText.of(answer);
        return new Reply(asked.question(), answer, told, inScript(told, traditional), traditional,
                alternatives(heard.decision().ranking(), answer), rich(answer, traditional), explanation,
                state(heard, asked, traditional), heard.decision().second(),
                heard.decision().settled() ? null : reread);
    }

    /** A reply with a group's own answer first, and what the articles say below. */
    Reply pinned(Reply reply, Answer.Pinned answer) {
        RichText told = AnswerText.of(answer);
        return new Reply(reply.question(), answer, told, inScript(told, reply.traditional()), reply.traditional(),
                reply.alternatives(), rich(answer, reply.traditional()), reply.explanation(), reply.state(),
                reply.second(), null);
    }

    /** A text in the script of a question. */
    RichText inScriptOf(String question, RichText text) {
        return inScript(text, isTraditional(question, null));
    }

    /** Whether the text is in traditional characters, or after such a question in those that are the same in both. */
    boolean isTraditional(String text, @Nullable DialogueState before) {
        return !folding.simplify(text).equals(text)
                || (before != null && before.traditional() && folding.traditional(text).equals(text));
    }

    /** What the conversation keeps: small talk and junk leave what was asked before it. */
    private DialogueState state(ContextReader.Heard heard, Asked asked, boolean traditional) {
        DialogueState before = asked.before();
        boolean talk = heard.answer() instanceof Answer.Unknown unknown
                && (unknown.reason() == Answer.Reason.JUNK || unknown.reason() == Answer.Reason.THANKS);
        if (before != null && (talk || SmallTalk.in(heard.spoken()).isPresent())) {
            return before;
        }
        List<String> questions = new ArrayList<>();
        if (before != null && !isAlone(heard, asked, traditional)) {
            questions.addAll(before.asked());
        }
        questions.add(asked.text());
        return new DialogueState(heard.complete(), heard.spoken(), heard.answer(), traditional, questions);
    }

    /** Whether a question was taken for what it is without the one before it. */
    private boolean isAlone(ContextReader.Heard heard, Asked asked, boolean traditional) {
        return heard.complete().equals(asked.read()) && heard.spoken().equals(asked.read())
                && traditional == isTraditional(asked.text(), null);
    }

    private Supplier<RichAnswer> rich(Answer answer, boolean traditional) {
        // a kept reply is told many times
        return new Once<>(() -> RichAnswer.of(answer, quotes,
                traditional ? folding::traditional : words -> words));
    }

    private RichText inScript(RichText text, boolean traditional) {
        return traditional ? text.map(folding::traditional) : text;
    }

    private static List<Reply.Alternative> alternatives(Ranking ranking, Answer answer) {
        Citation citation = answer.citation();
        if (!(answer instanceof Answer.FromSection) || citation == null) {
            return List.of();
        }
        return ranking.candidates().stream().filter(Candidate::answers)
                .filter(c -> !c.facts().place().heading().equals(citation.section())).limit(ALTERNATIVES)
                .map(c -> new Reply.Alternative(c.facts().place().article().title(), c.facts().place().heading(),
                        c.confidence() / 2))
                .toList();
    }
}
