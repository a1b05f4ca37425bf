package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.tell.Reply;
import fr.juliu.understand.GroupWords;
import fr.juliu.understand.Question;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a reply to the bot is: a question, an objection to what it said, or a remark that asks nothing. */
final class Remarks {

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.|t\\.me/)\\S+");
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z0-9_.])@[\\p{L}\\p{N}_]{1,32}");
    private static final Pattern CLAUSE = Pattern.compile("[\\s，,。.！!？?；;：:~～…、—]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[？?。！!；;\\n]+");
    private static final int LONGEST_OBJECTION = 16;
    private static final int LONGEST_NAME = 8;

    private final CurrentEdition edition;
    private final Objections objections;
    private final KnownSubjects subjects;

    Remarks(CurrentEdition edition, Objections objections, KnownSubjects subjects) {
        this.edition = edition;
        this.objections = objections;
        this.subjects = subjects;
    }

    /**
     * Whether a text that is said in reply to the bot asks it something.
     *
     * @param alone   the reply to the text as if nothing had been said before
     * @param context the reply to it in its conversation
     */
    boolean asks(String text, Reply alone, Reply context) {
        String bare = folded(NAME.matcher(LINK.matcher(text).replaceAll(" ")).replaceAll(" "));
        if (bare.codePoints().noneMatch(Character::isLetter) || isRemark(bare)) {
            return false;
        }
        Question question = alone.state().question();
        if (!isPutAsQuestion(bare)) {
            return isMerelyNamed(question);
        }
        boolean onTopic = !question.mentions().isEmpty() || !question.aspects().isEmpty() || question.aboutPermits();
        return onTopic || question.keywords().stream().anyMatch(KnownSubjects::isOfLexicon)
                || (isVerdict(context.answer()) && subjects.anyOf(question));
    }

    /** What a text has against what the bot said; empty when it is no objection. */
    Optional<Objection> objection(String text) {
        return objections.read(text)
                .or(() -> isObjection(text) ? Optional.of(new Objection(text, null)) : Optional.empty());
    }

    /** Whether a text is an objection to what the bot said. */
    boolean isObjection(String text) {
        String folded = folded(text);
        return !isRemark(folded)
                && Arrays.stream(CLAUSE.split(folded)).filter(clause -> clause.length() <= LONGEST_OBJECTION)
                        .limit(2).anyMatch(this::objects);
    }

    private boolean isRemark(String folded) {
        return words().remarks().contains(CLAUSE.matcher(folded).replaceAll(""));
    }

    private boolean objects(String clause) {
        return words().objections().stream().filter(clause::contains)
                .anyMatch(objection -> isFiller(clause.replaceFirst(Pattern.quote(objection), " ")));
    }

    private boolean isFiller(String rest) {
        String left = rest;
        for (String word : words().filler()) {
            left = left.replace(word, " ");
        }
        return left.isBlank();
    }

    private boolean isPutAsQuestion(String folded) {
        String left = folded;
        for (String idiom : words().idioms()) {
            left = left.replace(idiom, " ");
        }
        String said = left;
        return words().asks().stream().anyMatch(said::contains) || Arrays.stream(SENTENCE_END.split(said))
                .map(String::strip)
                .anyMatch(sentence -> words().asksAtEnd().stream().anyMatch(sentence::endsWith));
    }

    /** Whether it is but the name of a permit, such as 游客. */
    private static boolean isMerelyNamed(Question question) {
        return !question.mentions().isEmpty() && question.keywords().isEmpty() && question.aspects().isEmpty()
                && question.folded().length() <= LONGEST_NAME;
    }

    private static boolean isVerdict(Answer answer) {
        return !(answer instanceof Answer.Unknown);
    }

    private String folded(String text) {
        return edition.get().folded(text);
    }

    private GroupWords words() {
        return edition.get().groupWords();
    }
}
