package fr.juliu.decide;

import fr.juliu.search.Nearness;
import fr.juliu.search.SentenceVectors;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides by all features together, with what the known questions near to the one asked say; where a table answers a
 * plain question on a permit, no more is looked at. What tables say of a question that takes something over of the one
 * before, the rules know.
 */
public final class TaughtDecider implements Decider {

    private static final int COMPARED = 20;
    private static final double SPEAKS_FOR = 0.03;

    private final RuleDecider rules;
    private final Verdicts verdicts;
    private final SectionFinder sections;
    private final SentenceVectors vectors;
    private final Neighbours neighbours;
    private final boolean others;

    public TaughtDecider(RuleDecider rules, Verdicts verdicts, SectionFinder sections, SentenceVectors vectors,
            Neighbours neighbours) {
        this(rules, verdicts, sections, vectors, neighbours, false);
    }

    private TaughtDecider(RuleDecider rules, Verdicts verdicts, SectionFinder sections, SentenceVectors vectors,
            Neighbours neighbours,
            boolean others) {
        this.rules = rules;
        this.verdicts = verdicts;
        this.sections = sections;
        this.vectors = vectors;
        this.neighbours = neighbours;
        this.others = others;
    }

    @Override
    public Decision decide(Question question) {
        if (question.refersBack()) {
            return rules.decide(question);
        }
        Optional<Answer> table = verdicts.withoutProse(question);
        return table.isPresent() && isPlain(question, table.get())
                ? Decision.settled(table.get(), ranking(question))
                : judged(question, table);
    }

    private Decision judged(Question question, Optional<Answer> table) {
        Scoring scoring = claim(question, table.orElse(null)).settled();
        Ranking ranking = new Ranking(question, scoring::candidates);
        Answer answer = switch (scoring.choice()) {
            case SECTION -> verdicts.section(question, scoring.candidates().getFirst());
            case TABLE -> table.orElseThrow();
            case NONE -> verdicts.known(question)
                    .orElseGet(() -> verdicts.refusal(ranking, scoring.confidence()));
        };
        return Decision.open(answer, ranking, scoring);
    }

    @Override
    public Ranking ranking(Question question) {
        return new Ranking(question, () -> claim(question).settled().candidates());
    }

    @Override
    public Decider leavingOneOut() {
        return new TaughtDecider(rules, verdicts, sections, vectors, neighbours, true);
    }

    /** Whether the table answers all that is asked: a permit merely named, or named outright and 网上, or a list. */
    private static boolean isPlain(Question question, Answer table) {
        if (!question.keywords().isEmpty() || !question.prosePoints().isEmpty()) {
            return false;
        }
        return switch (table) {
            case Answer.Listing list -> !question.asks(Aspect.Role.RENEWAL);
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

    /** The features of a question, of the places that known questions lead to. */
    public Features features(Question question) {
        List<Integer> near = near(question);
        return features(question, verdicts.withoutProse(question).orElse(null),
                sections.rank(question, near).stream().filter(this::isTaught).toList(), near);
    }

    /** What the other places claim, against these. */
    public Claim claim(Question question) {
        return claim(question, verdicts.withoutProse(question).orElse(null));
    }

    private Claim claim(Question question, @Nullable Answer table) {
        List<Integer> near = near(question);
        Map<Boolean, List<Candidate>> ranked = sections.rank(question, near).stream()
                .collect(Collectors.partitioningBy(this::isTaught));
        Features taught = features(question, table, ranked.getOrDefault(true, List.of()), near);
        return new Claim(untaught(question, ranked.getOrDefault(false, List.of())), taught, Scoring.of(taught));
    }

    private boolean isTaught(Candidate candidate) {
        return neighbours.leadTo(candidate.facts().place());
    }

    private List<Claim.Untaught> untaught(Question question, List<Candidate> ranked) {
        List<Nearness> near = vectors.nearness(question.folded(),
                ranked.stream().map(candidate -> candidate.facts().number()).toList());
        List<Claim.Untaught> places = new ArrayList<>();
        for (int i = 0; i < near.size(); i++) {
            Candidate candidate = ranked.get(i);
            places.add(new Claim.Untaught(
                    candidate.with(candidate.features().with(near.get(i).nearest(), 0)), near.get(i)));
        }
        return places;
    }

    private List<Integer> near(Question question) {
        return vectors.near(question.folded(), COMPARED);
    }

    private Features features(Question question, @Nullable Answer table, List<Candidate> ranked,
            List<Integer> near) {
        NeighbourVotes voted = neighbours.about(question.folded(), others);
        List<Candidate> best = best(ranked, voted, near);
        List<Double> nearness = vectors.nearest(question.folded(),
                best.stream().map(candidate -> candidate.facts().number()).toList());
        List<Candidate> compared = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            double votes = voted.of(best.get(i).facts().place().heading());
            compared.add(best.get(i).with(best.get(i).features().with(nearness.get(i), votes)));
        }
        return new Features(question, table, compared, voted);
    }

    /** The places to compare: the best by cheap features, those near in meaning, and those that known questions speak for. */
    private static List<Candidate> best(List<Candidate> ranked, NeighbourVotes votes, List<Integer> near) {
        List<Candidate> best = new ArrayList<>(ranked.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()).limit(COMPARED).toList());
        ranked.stream().filter(c -> near.contains(c.facts().number())
                || votes.of(c.facts().place().heading()) > SPEAKS_FOR).filter(c -> !best.contains(c))
                .forEach(best::add);
        return best;
    }
}
