package fr.juliu.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.search.TextFolding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers questions from one edition of the knowledge; safe for use by many threads. */
public final class Answerer {

    /** From this likeness on two questions are taken for the same. */
    public static final double ALIKE = Likeness.ALIKE;

    /** Longer questions, in code points, are refused: nobody asks so much. */
    private static final int LONGEST = 1000;
    /** Replies kept by the folded question; an edition has its own. */
    private static final int CACHED = 10_000;
    private static final int ALTERNATIVES = 3;
    private static final int RELATED = 12;
    private static final int SHORT = 20;
    // a weak word such as 学生 means a permit beside one of these: 学生网上买票 does not
    private static final Pattern SPEAKS_OF_CARDS = Pattern.compile(
            "居留|卡|签|长居|身份|续|平台|警察局|anef|titre|carte|sejour|permi|prefecture|visa|resid|renew");

    private final QuestionReader reader;
    private final RolloutAnswers rollout;
    private final SectionFinder sections;
    private final Excerpt excerpt;
    private final Suggestions suggestions;
    private final HelpBook help;
    private final Refusals refusals;
    private final Likeness likeness;
    private final TextFolding folding;
    private final @Nullable Cache<String, Reply> cache;

    Answerer(QuestionReader reader, RolloutAnswers rollout, SectionFinder sections, Excerpt excerpt,
            Suggestions suggestions, HelpBook help, Likeness likeness, TextFolding folding, boolean caches) {
        this.cache = caches ? Caffeine.newBuilder().maximumSize(CACHED).build() : null;
        this.reader = reader;
        this.rollout = rollout;
        this.sections = sections;
        this.excerpt = excerpt;
        this.suggestions = suggestions;
        this.help = help;
        this.refusals = new Refusals(suggestions, help);
        this.likeness = likeness;
        this.folding = folding;
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
    public Reply ask(String question, @Nullable Frame before) {
        boolean tooLong = question.codePointCount(0, question.length()) > LONGEST;
        String text = tooLong ? question.substring(0, question.offsetByCodePoints(0, LONGEST)) : question;
        if (tooLong || before != null || cache == null) {
            return answer(question, text, tooLong, before);
        }
        String key = folding.fold(text) + isTraditional(text, null);
        return cache.get(key, k -> answer(question, text, false, null)).to(question);
    }

    private Reply answer(String question, String text, boolean tooLong, @Nullable Frame before) {
        Question read = reader.read(text);
        Question complete = before == null ? read : reader.complete(read, before);
        Ranking ranking = new Ranking(sections, complete);
        Answer first = tooLong ? refusals.of(Answer.Reason.JUNK, complete) : decide(ranking);
        boolean alone = first instanceof Answer.Unknown && !complete.equals(read) && !read.refersBack();
        Answer answer = alone ? decide(new Ranking(sections, read)) : first;
        boolean traditional = isTraditional(text, before);
        RichText told = AnswerText.of(answer);
        return new Reply(question, answer, told, inScript(told, traditional), traditional,
                alternatives(ranking, answer), () -> explain(ranking), new Frame(complete, traditional));
    }

    /**
     * The reply with a group's own answer first, and what the articles say below.
     *
     * @param likeness how sure it is that the group's answer is to this question, from 0 to 1
     */
    public Reply pinned(Reply reply, String text, String question, String by, LocalDate at, double likeness) {
        Answer answer = new Answer.Pinned(text, question, by, at, reply.answer(), likeness);
        RichText told = AnswerText.of(answer);
        return new Reply(reply.question(), answer, told, inScript(told, reply.traditional()), reply.traditional(),
                reply.alternatives(), reply.explanation(), reply.frame());
    }

    /** Known questions near to a question that have another answer than it has, so many at most; about its permits, where it names some. */
    public List<String> related(Reply reply, int most) {
        Set<String> permits = permits(reply.frame().question());
        return suggestions.near(folding.fold(reply.question()), RELATED).stream().filter(near -> {
            Reply other = ask(near);
            boolean same = permits.isEmpty() || permits(other.frame().question()).stream().anyMatch(permits::contains);
            return same && !(other.answer() instanceof Answer.Unknown) && !other.digest().equals(reply.digest());
        }).limit(most).toList();
    }

    private static Set<String> permits(Question question) {
        return question.mentions().stream().map(mention -> mention.permit().id()).collect(Collectors.toSet());
    }

    /** Known questions near to some words, so many at most. */
    public List<String> near(String words, int most) {
        return suggestions.near(folding.fold(words), most);
    }

    /** Everything that can be done online, by date; empty without a table. */
    public Optional<Answer.Listing> table() {
        return rollout.table();
    }

    /** How surely two questions ask the same, so that what answers one answers the other, from 0 to 1. */
    public double likeness(String question, String other) {
        return likeness.of(reader.read(question), reader.read(other));
    }

    /** A text in the script of a question. */
    RichText inScriptOf(String question, RichText text) {
        return inScript(text, isTraditional(question, null));
    }

    /** Questions in groups of those that are taken for the same as the first of their group. */
    public List<List<String>> grouped(List<String> questions) {
        return likeness.grouped(questions, reader::read);
    }

    private RichText inScript(RichText text, boolean traditional) {
        return traditional ? text.map(folding::traditional) : text;
    }

    private Answer decide(Ranking ranking) {
        Question question = ranking.question();
        return help.urgent(question).map(urgent -> urgent(ranking, urgent))
                .or(() -> SmallTalk.in(question).map(reason -> refusals.of(reason, question)))
                .or(() -> listUnlessProse(question)).or(() -> prose(ranking)).orElseGet(() -> {
                    if (namesPermits(question)) {
                        return proseBeforeVerdict(ranking)
                                .orElseGet(() -> rollout.permits(question, instead(question)));
                    }
                    return section(ranking).orElseGet(() -> clarifyOrRefuse(ranking));
                });
    }

    /** The section about a point or procedure asked, or the word that none is; empty when neither is asked. */
    private Optional<Answer> prose(Ranking ranking) {
        Question question = ranking.question();
        boolean points = !question.prosePoints().isEmpty();
        if (!points && !question.namesProcedure() && question.topics().isEmpty() && rollout.hasTables()) {
            return Optional.empty();
        }
        Optional<Answer> section = section(ranking);
        boolean onlyProse = points || !rollout.hasTables() || question.namesOnlyProcedures();
        return section.isEmpty() && onlyProse ? Optional.of(refusals.of(ranking)) : section;
    }

    /** The section that helps, after whom to ask; no verdict. */
    private Answer urgent(Ranking ranking, Help urgent) {
        Question question = ranking.question();
        return ranking.candidates().stream().filter(found -> found.answers() && question.isHelpedBy(found.facts()))
                .findFirst().<Answer>map(found -> section(question, found).after(urgent))
                .orElseGet(() -> refusals.of(ranking, urgent));
    }

    /** The section that knows what else is asked beside the permits, unless 网上 is asked. */
    private Optional<Answer> proseBeforeVerdict(Ranking ranking) {
        Question question = ranking.question();
        if (question.asksOnline() || question.refersBack() || question.units().isEmpty() || !question.asking()) {
            return Optional.empty();
        }
        Optional<SectionFinder.Candidate> told = question.topics().isEmpty()
                ? sections.findCovering(ranking.candidates())
                : sections.find(ranking.candidates());
        if (told.isEmpty() && question.mentions().stream().noneMatch(Mention::strong)) {
            told = sections.find(new Ranking(sections, question.withoutMentions()).candidates());
        }
        return told.map(found -> section(question, found));
    }

    /** A list, unless a point beside it needs prose; 是什么 alone does not: 最近新增的是什么. */
    private Optional<Answer> listUnlessProse(Question question) {
        List<Aspect> points = question.prosePoints();
        boolean prose = points.stream().anyMatch(point -> !point.is(Aspect.Trait.MINOR));
        boolean dated = question.period() != null || question.asks("newest") || question.asks("oldest");
        if (prose || (!points.isEmpty() && !dated)) {
            return Optional.empty();
        }
        return rollout.list(question);
    }

    /** Whether permits are named surely enough to give a verdict on them. */
    private boolean namesPermits(Question question) {
        if (question.mentions().isEmpty()) {
            return false;
        }
        boolean named = question.mentions().stream().anyMatch(Mention::strong) || question.units().isEmpty()
                || SPEAKS_OF_CARDS.matcher(question.folded()).find();
        if (question.refersBack() || (question.asksOnline() && named)) {
            return true;
        }
        boolean strong = question.mentions().stream()
                .anyMatch(m -> m.strong() && (!m.pattern() || question.aboutPermits()));
        boolean asksHow = question.asksAny(Aspect.Asks.ROLLOUT)
                || question.aspects().values().stream().anyMatch(aspect -> aspect.is(Aspect.Trait.YIELDS_TO_PERMITS));
        boolean merelyNamed = !question.asking()
                && (question.aboutPermits() || (strong && question.folded().length() < SHORT));
        boolean nothingElse = question.units().isEmpty() || merelyNamed;
        if (strong) {
            return asksHow || nothingElse;
        }
        return nothingElse && (asksHow || question.aboutPermits() || question.aspects().isEmpty());
    }

    private Optional<Answer> section(Ranking ranking) {
        return sections.find(ranking.candidates()).map(found -> section(ranking.question(), found));
    }

    private Answer.FromSection section(Question question, SectionFinder.Candidate found) {
        List<String> sentences = excerpt.sentences(question, found.facts());
        var place = found.facts().place();
        return new Answer.FromSection(sentences, excerpt.rest(found.facts(), sentences),
                Citation.of(place), Help.NONE,
                Confidence.ofSection(found.score()));
    }

    /** What helps when a permit is not listed: the procedure that leads to it, else the way round the platform. */
    private List<String> instead(Question question) {
        Set<String> see = new LinkedHashSet<>();
        question.mentions().forEach(mention -> see.addAll(mention.permit().see()));
        List<String> lines = new ArrayList<>();
        if (!question.namesProcedure()) {
            lines.add("没有上线的，照旧向居住地的 préfecture 申请；平台上办不了的，préfecture 也要给您别的办法。");
        }
        for (String id : see) {
            sections.about(id).ifPresent(facts -> lines.add(facts.place().heading() + "："
                    + excerpt.sentences(question, facts).getFirst()));
        }
        return lines;
    }

    private Answer clarifyOrRefuse(Ranking ranking) {
        Question question = ranking.question();
        boolean bare = question.mentions().isEmpty() && question.units().isEmpty() && question.prosePoints().isEmpty();
        if (bare && question.aboutPermits() && question.asksAny(Aspect.Asks.ROLLOUT) && rollout.hasTables()) {
            return new Answer.Clarify(suggestions.types(), Confidence.CLARIFY);
        }
        return refusals.of(ranking);
    }

    /** Whether the text is in traditional characters, or after such a question in characters that are the same in both. */
    private boolean isTraditional(String text, @Nullable Frame before) {
        return !folding.simplify(text).equals(text)
                || (before != null && before.traditional() && folding.traditional(text).equals(text));
    }

    private static List<Reply.Alternative> alternatives(Ranking ranking, Answer answer) {
        Citation citation = answer.citation();
        if (!(answer instanceof Answer.FromSection) || citation == null) {
            return List.of();
        }
        return ranking.candidates().stream().filter(SectionFinder.Candidate::answers)
                .filter(c -> !c.facts().place().heading().equals(citation.section())).limit(ALTERNATIVES)
                .map(c -> new Reply.Alternative(c.facts().place().article().title(), c.facts().place().heading(),
                        Confidence.ofSection(c.score()) / 2))
                .toList();
    }

    private static Explanation explain(Ranking ranking) {
        Question question = ranking.question();
        return new Explanation(question.folded(), question.mentions().stream().map(m -> m.permit().id()).toList(),
                List.copyOf(question.aspects().keySet()), question.phase().name(),
                question.units().stream().map(Question.Unit::word).toList(), List.copyOf(question.synonyms()),
                ranking.candidates().stream().limit(5)
                        .map(c -> new Explanation.Scored(c.facts().place().article().file(),
                                c.facts().place().heading(), c.score(), c.parts(), c.answers()))
                        .toList());
    }

    /** The known questions that are right to be asked of this edition, for whoever runs them. */
    static boolean isAskable(KnownQuestion known) {
        return known.after().isEmpty() && !known.outcome().equals("out-of-scope");
    }
}
