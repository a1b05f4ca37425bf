package fr.juliu.decide;

import fr.juliu.knowledge.Freshness;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts answers together: what the tables say of a question, what a place says, or that nothing does. */
public final class Verdicts {

    /** Longer questions, in folded characters, say more than a point. */
    private static final int BARE = 4;
    private static final double SPOKEN_FOR = 0.15;
    // a weak word such as 学生 means a permit beside one of these: 学生网上买票 does not
    private static final Pattern SPEAKS_OF_CARDS = Pattern.compile(
            "居留|卡|签|长居|身份|续|平台|警察局|anef|titre|carte|sejour|permi|prefecture|visa|resid|renew");

    private final RolloutAnswers rollout;
    private final SectionFinder sections;
    private final Excerpt excerpt;
    private final Suggestions suggestions;
    private final Refusals refusals;

    public Verdicts(RolloutAnswers rollout, SectionFinder sections, Excerpt excerpt, Suggestions suggestions,
            Refusals refusals) {
        this.rollout = rollout;
        this.sections = sections;
        this.excerpt = excerpt;
        this.suggestions = suggestions;
        this.refusals = refusals;
    }

    boolean hasTables() {
        return rollout.hasTables();
    }

    /** What the tables say of a question whose prose is not looked at, or a question back; empty when neither is. */
    Optional<Answer> withoutProse(Question question) {
        return list(question).or(() -> {
            if (isForProse(question)) {
                return hasTables() && asksHowToDo(question)
                        ? Optional.of(permits(question)).filter(Answer.Listed.class::isInstance)
                        : Optional.empty();
            }
            return namesPermits(question) ? Optional.of(permits(question)) : clarify(question);
        });
    }

    /** Whether a procedure is named outright, and how or where it is done is all that is asked: 居留卡丢了怎么办. */
    static boolean asksHowToDo(Question question) {
        return question.namesOnlyProcedures() && question.mentions().stream().anyMatch(Mention::strong)
                && question.asksAny(Aspect.Asks.ROLLOUT) && question.prosePoints().isEmpty();
    }

    /** What the tables know of a question that nothing else answers: a listed permit named outright, and how or where. */
    Optional<Answer> known(Question question) {
        boolean asked = (question.asksOnline() || question.asks(Aspect.Role.HOW)) && question.keywords().isEmpty();
        return asked ? listed(question) : Optional.empty();
    }

    /** What the tables list of a permit named outright, whatever is asked of it; empty when they list none. */
    Optional<Answer> listed(Question question) {
        boolean named = hasTables() && question.mentions().stream().anyMatch(Mention::strong);
        return named ? Optional.of(permits(question)).filter(Answer.Listed.class::isInstance) : Optional.empty();
    }

    /** Whether only prose can answer: a point of prose is asked, or a procedure, or there are no tables. */
    boolean isForProse(Question question) {
        return !question.prosePoints().isEmpty() || !hasTables() || question.namesOnlyProcedures();
    }

    /** Whether each permit named is online. */
    Answer permits(Question question) {
        return rollout.permits(question, instead(question));
    }

    /** A list, unless a point beside it needs prose; 是什么 alone does not: 最近新增的是什么. */
    Optional<Answer> list(Question question) {
        List<Aspect> points = question.prosePoints();
        boolean prose = points.stream().anyMatch(point -> !point.is(Aspect.Trait.MINOR));
        boolean dated = question.period() != null || question.asks(Aspect.Role.NEWEST)
                || question.asks(Aspect.Role.OLDEST);
        if (prose || (!points.isEmpty() && !dated)) {
            return Optional.empty();
        }
        return rollout.list(question);
    }

    /** Whether permits are named surely enough to give a verdict on them. */
    boolean namesPermits(Question question) {
        if (question.mentions().isEmpty()) {
            return false;
        }
        boolean named = question.mentions().stream().anyMatch(Mention::strong) || question.keywords().isEmpty()
                || SPEAKS_OF_CARDS.matcher(question.folded()).find();
        if (question.refersBack() || (question.asksOnline() && named)) {
            return true;
        }
        boolean strong = question.mentions().stream()
                .anyMatch(m -> m.strong() && (!m.pattern() || question.aboutPermits()));
        boolean asksHow = question.asksAny(Aspect.Asks.ROLLOUT)
                || question.aspects().values().stream().anyMatch(aspect -> aspect.is(Aspect.Trait.YIELDS_TO_PERMITS));
        boolean merelyNamed = !question.asking()
                && (question.aboutPermits() || (strong && question.isShort()));
        boolean nothingElse = question.keywords().isEmpty() || merelyNamed;
        if (strong) {
            return asksHow || nothingElse;
        }
        return nothingElse && (asksHow || question.aboutPermits() || question.aspects().isEmpty());
    }

    /** What a place says. */
    Answer.FromSection section(Question question, Candidate found) {
        return section(question, found.facts(), List.of(), found.confidence());
    }

    /** Some sentences of a place. */
    String glimpse(Question question, Candidate found) {
        return excerpt.glimpse(question, found.facts());
    }

    /** What a place says, below what is worked out from a date of the question. */
    Answer dated(Question question, PlaceFacts found, List<String> dates) {
        return section(question, found, dates, Confidence.NAMED);
    }

    private Answer.FromSection section(Question question, PlaceFacts found, List<String> dates, double confidence) {
        List<String> sentences = excerpt.sentences(question, found);
        return new Answer.FromSection(sentences, excerpt.rest(found, sentences), cited(question, found), Help.NONE,
                dates,
                confidence);
    }

    /** A citation of a place; beyond their age its facts stand below an official page, of their own or of the topic. */
    private Citation cited(Question question, PlaceFacts found) {
        Citation citation = rollout.ageing().cite(found.place());
        boolean led = citation.fresh().state() == Freshness.State.CURRENT || citation.first() != null;
        return led ? citation : citation.with(citation.fresh(), refusals.page(question).orElse(null));
    }

    /** What helps when a permit is not listed: the procedure that leads to it, else the way round the platform. */
    private List<String> instead(Question question) {
        Set<String> see = new LinkedHashSet<>();
        question.mentions().forEach(mention -> see.addAll(mention.permit().see()));
        List<String> lines = new ArrayList<>();
        if (!question.namesProcedure()) {
            lines.add("没有上线的，照旧向居住地的 préfecture 申请。");
        }
        for (String id : see) {
            sections.about(id).ifPresent(facts -> lines.add(facts.place().heading() + "："
                    + excerpt.best(question, facts).getFirst()));
        }
        return lines;
    }

    /** A question back where only the type is missing. */
    Optional<Answer> clarify(Question question) {
        boolean bare = question.mentions().isEmpty() && question.keywords().isEmpty()
                && question.prosePoints().isEmpty();
        return bare && question.aboutPermits() && question.asksAny(Aspect.Asks.ROLLOUT) && rollout.hasTables()
                ? Optional.of(new Answer.Clarify(suggestions.types(), Confidence.CLARIFY))
                : Optional.empty();
    }

    /** A question back where all but a point is missing: 要多久. */
    public Optional<Answer> unsaid(Question question) {
        boolean unsaid = FollowUp.namesNothing(question) && !question.aboutPermits() && !question.aspects().isEmpty()
                && question.talk().isEmpty() && question.folded().length() <= BARE;
        return unsaid ? Optional.of(new Answer.Clarify(List.of(), Confidence.CLARIFY)) : Optional.empty();
    }

    /** That nothing answers, and what comes nearest. */
    public Answer refusal(Ranking ranking) {
        return refusals.of(ranking);
    }

    /** That a text is not understood. */
    public Answer notUnderstood(Ranking ranking) {
        return refusals.notUnderstood(ranking);
    }

    /** That nothing answers, with how sure it is that nothing does. */
    Answer refusal(Ranking ranking, double confidence) {
        return refusals.of(ranking).with(confidence);
    }

    /** The section that helps an urgent case, after whom to ask; no verdict. */
    public Answer urgent(Ranking ranking, Help urgent) {
        Question question = ranking.question();
        return ranking.candidates().stream()
                .filter(found -> found.answers() || found.features().votes() >= SPOKEN_FOR)
                .filter(found -> found.facts().helps(question))
                .findFirst().<Answer>map(found -> section(question, found).after(urgent))
                .orElseGet(() -> refusals.of(ranking, urgent));
    }

    /** The reply to small talk and junk. */
    public Answer smallTalk(Answer.Reason reason, Question question) {
        return refusals.of(reason, question);
    }
}
