package fr.juliu.edition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import fr.juliu.decide.Answer;
import fr.juliu.decide.Chooser;
import fr.juliu.decide.ContextReader;
import fr.juliu.decide.Decider;
import fr.juliu.decide.DialogueState;
import fr.juliu.decide.Explanation;
import fr.juliu.decide.HelpBook;
import fr.juliu.decide.KnownWords;
import fr.juliu.decide.Likeness;
import fr.juliu.decide.Ranking;
import fr.juliu.decide.Renewals;
import fr.juliu.decide.RolloutAnswers;
import fr.juliu.decide.SecondReader;
import fr.juliu.decide.SmallTalk;
import fr.juliu.decide.Suggestions;
import fr.juliu.decide.Verdicts;
import fr.juliu.search.ModelException;
import fr.juliu.search.TextFolding;
import fr.juliu.tell.Quotes;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import fr.juliu.understand.Question;
import fr.juliu.understand.QuestionReader;
import fr.juliu.understand.Wish;
import fr.juliu.understand.Wishes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers questions from one edition of the knowledge; safe for use by many threads. */
public final class Answerer {

    /** From this likeness on two questions are taken for the same. */
    public static final double ALIKE = Likeness.ALIKE;

    /** Longer questions, in code points, are refused: nobody asks so much. */
    private static final int LONGEST = 1000;
    /** Replies kept by the day and the folded question; an edition has its own. */
    private static final int CACHED = 10_000;
    private static final int RELATED = 12;

    private final Understanding understanding;
    private final Repertoire repertoire;
    private final Decider decider;
    private final ContextReader context;
    private final ReplyComposer composer;
    private final @Nullable Answerer byTables;
    private final @Nullable Cache<String, Reply> cache;

    /**
     * Whoever answers.
     *
     * @param byTables answers in its place where the model fails; null where there is none
     * @param cached  counts how often a kept reply is told; null to keep none
     */
    Answerer(Understanding understanding, Repertoire repertoire, Decider decider, @Nullable Answerer byTables,
            @Nullable StatsCounter cached) {
        this.byTables = byTables;
        this.cache = cached == null
                ? null
                : Caffeine.newBuilder().maximumSize(CACHED).recordStats(() -> cached).build();
        this.understanding = understanding;
        this.repertoire = repertoire;
        this.decider = decider;
        context = new ContextReader(understanding.reader(), this::decide);
        composer = new ReplyComposer(understanding.folding(), repertoire.quotes());
    }

    /**
     * How questions are understood.
     *
     * @param words    those that have to be in them
     * @param wishes   what asks nothing that articles answer
     * @param likeness how surely two of them ask the same
     * @param clock    what 今天 is
     */
    record Understanding(QuestionReader reader, TextFolding folding, KnownWords words, Wishes wishes, Likeness likeness,
            Clock clock) {
    }

    /**
     * What there is to say.
     *
     * @param help        to urgent cases, before all else
     * @param second      lets another reader choose
     * @param renewals    to whoever names the last day of a card
     * @param suggestions of known questions, where nothing answers
     * @param quotes      of what articles say, as they have it
     */
    record Repertoire(RolloutAnswers rollout, Verdicts verdicts, HelpBook help, Renewals renewals,
            SecondReader second, Suggestions suggestions, Quotes quotes) {
    }

    /** Whoever answers the same, but learns nothing from a known question that is the question asked: for scoring. */
    public Answerer leavingOneOut() {
        return new Answerer(understanding, repertoire, decider.leavingOneOut(),
                byTables == null ? null : byTables.leavingOneOut(), null);
    }

    /** Answers a question that stands alone. */
    public Reply ask(String question) {
        return ask(question, null);
    }

    /**
     * Answers a question.
     *
     * @param before what the conversation kept of the question before it, null when there is none
     */
    public Reply ask(String question, @Nullable DialogueState before) {
        return orByTables(answerer -> answerer.reply(question, before));
    }

    /** Does something, and where the model fails at it, without the model. */
    private <T> T orByTables(Function<Answerer, T> work) {
        try {
            return work.apply(this);
        } catch (ModelException e) {
            if (byTables == null) {
                throw e;
            }
            return work.apply(byTables);
        }
    }

    private Reply reply(String question, @Nullable DialogueState before) {
        boolean tooLong = question.codePointCount(0, question.length()) > LONGEST;
        String text = tooLong ? question.substring(0, question.offsetByCodePoints(0, LONGEST)) : question;
        if (tooLong || before != null || cache == null) {
            return answer(question, text, tooLong, before);
        }
        // what is worked out from dates holds for a day
        String key = LocalDate.now(understanding.clock()) + understanding.folding().fold(text)
                + composer.isTraditional(text, null);
        return cache.get(key, k -> answer(question, text, false, null)).to(question);
    }

    private Reply answer(String question, String text, boolean tooLong, @Nullable DialogueState before) {
        Question read = understanding.reader().read(text);
        Optional<Decider.Decision> refused = tooLong
                ? Optional.of(refusal(Answer.Reason.JUNK, read))
                : wish(text, read).or(() -> understanding.words().notUnderstood(read, before != null)
                        .map(reason -> refusal(reason, read)));
        ContextReader.Heard heard = refused.map(decision -> new ContextReader.Heard(decision, read, read))
                .orElseGet(() -> context.hear(read, before));
        return told(new ReplyComposer.Asked(question, text, read, before), heard);
    }

    private Reply told(ReplyComposer.Asked asked, ContextReader.Heard heard) {
        return composer.reply(asked, heard,
                () -> orByTables(answerer -> answerer == this
                        ? Explanation.of(heard.decision())
                        : answerer.ask(asked.question(), asked.before()).explanation().get()),
                chooser -> reread(asked, heard, chooser));
    }

    /** What is answered once a second reader has read the question; as it was where the model fails meanwhile. */
    private Reply reread(ReplyComposer.Asked asked, ContextReader.Heard heard, Chooser chooser) {
        try {
            return told(asked, new ContextReader.Heard(repertoire.second().read(heard.decision(), asked.read(),
                    asked.text(), asked.before(), chooser), heard.complete(), heard.spoken()));
        } catch (ModelException e) {
            return told(asked, heard);
        }
    }

    /** What is said to a wish where nobody fulfils it; no section answers one. */
    private Optional<Decider.Decision> wish(String text, Question read) {
        Ranking ranking = decider.ranking(read);
        Verdicts verdicts = repertoire.verdicts();
        return understanding.wishes().in(text).map(wish -> wish == Wish.PLEASED
                ? verdicts.smallTalk(Answer.Reason.THANKS, read)
                : verdicts.notUnderstood(ranking)).map(answer -> Decider.Decision.settled(answer, ranking));
    }

    private Decider.Decision refusal(Answer.Reason reason, Question read) {
        Ranking ranking = decider.ranking(read);
        return reason == Answer.Reason.JUNK
                ? Decider.Decision.settled(repertoire.verdicts().smallTalk(reason, read), ranking)
                : Decider.Decision.open(repertoire.verdicts().notUnderstood(ranking), ranking);
    }

    /**
     * The reply with a group's own answer first, and what the articles say below.
     *
     * @param likeness how sure it is that the group's answer is to this question, from 0 to 1
     */
    public Reply pinned(Reply reply, String text, String question, String by, LocalDate at, double likeness) {
        return composer.pinned(reply, new Answer.Pinned(text, question, by, at, reply.answer(), likeness));
    }

    /**
     * Known questions near to a question that have another answer than it has; about its permits, where it names some.
     *
     * @param most so many at most
     */
    public List<String> related(Reply reply, int most) {
        Set<String> permits = permits(reply.state().question());
        Set<String> told = new HashSet<>(Set.of(reply.digest()));
        return near(reply.question(), RELATED).stream().filter(near -> {
            Reply other = ask(near);
            boolean same = permits.isEmpty() || permits(other.state().question()).stream().anyMatch(permits::contains);
            return same && !(other.answer() instanceof Answer.Unknown) && told.add(other.digest());
        }).limit(most).map(near -> reply.traditional() ? understanding.folding().traditional(near) : near).toList();
    }

    private static Set<String> permits(Question question) {
        return question.mentions().stream().map(mention -> mention.permit().id()).collect(Collectors.toSet());
    }

    /** Known questions near to some words, so many at most. */
    public List<String> near(String words, int most) {
        return repertoire.suggestions().near(understanding.folding().fold(words), most);
    }

    /** Everything that can be done online, by date; empty without a table. */
    public Optional<Answer.Listing> table() {
        return repertoire.rollout().table();
    }

    /** How surely two questions ask the same, so that what answers one answers the other, from 0 to 1. */
    public double likeness(String question, String other) {
        QuestionReader reader = understanding.reader();
        return orByTables(
                answerer -> answerer.understanding.likeness().of(reader.read(question), reader.read(other)));
    }

    /** A question as it is understood, for fitting what decides. */
    Question read(String question) {
        return understanding.reader().read(question);
    }

    /** Who decides, for fitting by what. */
    Decider decider() {
        return decider;
    }

    /** A text in the script of a question. */
    RichText inScriptOf(String question, RichText text) {
        return composer.inScriptOf(question, text);
    }

    /** Questions in groups of those that are taken for the same as the first of their group. */
    public List<List<String>> grouped(List<String> questions) {
        return orByTables(
                answerer -> answerer.understanding.likeness().grouped(questions, understanding.reader()::read));
    }

    private Decider.Decision decide(Question question) {
        Ranking ranking = decider.ranking(question);
        return repertoire.help().urgent(question).map(urgent -> repertoire.verdicts().urgent(ranking, urgent))
                .or(() -> SmallTalk.in(question).map(reason -> repertoire.verdicts().smallTalk(reason, question)))
                .or(() -> repertoire.renewals().answer(question)).or(() -> repertoire.verdicts().unsaid(question))
                .map(answer -> Decider.Decision.settled(answer, ranking))
                .orElseGet(() -> decider.decide(question));
    }
}
