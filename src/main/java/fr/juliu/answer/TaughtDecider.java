package fr.juliu.answer;

import fr.juliu.search.SentenceVectors;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides by all signs together, with what the known questions near to the one asked say; where a table answers a plain
 * question on a permit, no more is looked at. What tables say of a question that takes something over of the one
 * before, the rules know.
 */
final class TaughtDecider implements Decider {

    private static final int COMPARED = 20;
    private static final double SPEAKS_FOR = 0.03;

    private final RuleDecider rules;
    private final Verdicts verdicts;
    private final SectionFinder sections;
    private final SentenceVectors vectors;
    private final Phrasings phrasings;
    private final boolean others;

    TaughtDecider(RuleDecider rules, Verdicts verdicts, SectionFinder sections, SentenceVectors vectors,
            Phrasings phrasings) {
        this(rules, verdicts, sections, vectors, phrasings, false);
    }

    private TaughtDecider(RuleDecider rules, Verdicts verdicts, SectionFinder sections, SentenceVectors vectors,
            Phrasings phrasings,
            boolean others) {
        this.rules = rules;
        this.verdicts = verdicts;
        this.sections = sections;
        this.vectors = vectors;
        this.phrasings = phrasings;
        this.others = others;
    }

    @Override
    public Decision decide(Question question) {
        if (question.refersBack()) {
            return rules.decide(question);
        }
        Optional<Answer> table = verdicts.withoutProse(question);
        return table.isPresent() && isPlain(question, table.get())
                ? new Decision(table.get(), ranking(question))
                : judged(question, table);
    }

    private Decision judged(Question question, Optional<Answer> table) {
        Judgement judgement = Judgement.of(hearing(question, table.orElse(null)));
        Ranking ranking = new Ranking(question, judgement::candidates);
        Answer answer = switch (judgement.choice()) {
            case SECTION -> verdicts.section(question, judgement.candidates().getFirst());
            case TABLE -> table.orElseThrow();
            case NONE -> verdicts.refusal(ranking, judgement.confidence());
        };
        return new Decision(answer, ranking, judgement);
    }

    @Override
    public Ranking ranking(Question question) {
        return new Ranking(question, () -> Judgement.of(hearing(question)).candidates());
    }

    @Override
    public Decider leavingOneOut() {
        return new TaughtDecider(rules, verdicts, sections, vectors, phrasings, true);
    }

    /** Whether the table answers all that is asked: a permit merely named, or named outright and 网上, or a list. */
    private static boolean isPlain(Question question, Answer table) {
        if (!question.keywords().isEmpty() || !question.prosePoints().isEmpty()) {
            return false;
        }
        return switch (table) {
            case Answer.Listing list -> !question.asks("renewal");
            case Answer.Listed listed -> isPlainVerdict(question) || Verdicts.asksHowToDo(question);
            case Answer.NotListed none -> isPlainVerdict(question);
            default -> false;
        };
    }

    private static boolean isPlainVerdict(Question question) {
        boolean merelyNamed = !question.asking() && question.aspects().isEmpty() && question.isShort();
        return merelyNamed
                || (question.asksOnline() && question.mentions().stream().anyMatch(Mention::strong));
    }

    /** All that is heard about a question before it is judged. */
    Hearing hearing(Question question) {
        return hearing(question, verdicts.withoutProse(question).orElse(null));
    }

    private Hearing hearing(Question question, @Nullable Answer table) {
        Phrasings.Said said = phrasings.about(question.folded(), others);
        List<Candidate> best = best(sections.rank(question), said);
        List<Double> near = vectors.nearest(question.folded(),
                best.stream().map(candidate -> candidate.facts().number()).toList());
        List<Candidate> compared = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            double votes = said.of(best.get(i).facts().place().heading());
            compared.add(best.get(i).with(best.get(i).signs().with(near.get(i), votes)));
        }
        return new Hearing(question, table, compared, said);
    }

    /** The places to compare: the best by cheap signs, and those that known questions speak for. */
    private static List<Candidate> best(List<Candidate> ranked, Phrasings.Said said) {
        List<Candidate> best = new ArrayList<>(ranked.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()).limit(COMPARED).toList());
        ranked.stream().filter(c -> said.of(c.facts().place().heading()) > SPEAKS_FOR && !best.contains(c))
                .forEach(best::add);
        return best;
    }
}
