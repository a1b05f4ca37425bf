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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which answer a question gets: from the tables, from prose, or none. Where a table answers a plain question on a
 * permit, no more is looked at. Else all features of the places weigh together, with what the known questions near to the
 * one asked say; places that no known question leads to lay a {@link Claim}. Without a model only tables answer.
 */
public final class Decider {

    private static final int COMPARED = 20;
    private static final double SPEAKS_FOR = 0.03;

    private final Verdicts verdicts;
    private final SectionFinder sections;
    private final @Nullable Meaning meaning;
    private final boolean others;

    /**
     * Whoever decides.
     *
     * @param meaning null where there is no model
     */
    public Decider(Verdicts verdicts, SectionFinder sections, @Nullable Meaning meaning) {
        this(verdicts, sections, meaning, false);
    }

    private Decider(Verdicts verdicts, SectionFinder sections, @Nullable Meaning meaning, boolean others) {
        this.verdicts = verdicts;
        this.sections = sections;
        this.meaning = meaning;
        this.others = others;
    }

    /** What the model compares a question with: the sentences of places, and the questions whose answers are known. */
    public record Meaning(SentenceVectors sentences, Neighbours neighbours) {
    }

    /**
     * An answer with the places that were looked at for it.
     *
     * @param ranking what else might have answered
     * @param scoring by which it was decided; null where nothing had to be weighed
     * @param settled whether no second reader is to be asked: an urgent case, small talk, what the table tells of a
     *                permit that is named
     * @param second  what a second reader chose; null where none was asked
     */
    public record Decision(Answer answer, Ranking ranking, @Nullable Scoring scoring, boolean settled,
            @Nullable SecondReading second) {

        /** A decision that no second reader is asked of. */
        public static Decision settled(Answer answer, Ranking ranking) {
            return new Decision(answer, ranking, null, true, null);
        }

        /** A decision without weighing that a second reader may be asked of. */
        public static Decision open(Answer answer, Ranking ranking) {
            return new Decision(answer, ranking, null, false, null);
        }

        /** A decision by scores that a second reader may be asked of. */
        static Decision open(Answer answer, Ranking ranking, Scoring scoring) {
            return new Decision(answer, ranking, scoring, false, null);
        }

        /** What became of it when somebody else had read the question, too. */
        Decision read(Answer then, SecondReading reading) {
            return new Decision(then, ranking, scoring, settled, reading);
        }
    }

    /** The answer to a question that is no small talk and no urgent case. */
    public Decision decide(Question question) {
        Optional<Answer> table = verdicts.withoutProse(question);
        if (table.isPresent() && (meaning == null || question.refersBack() || isPlain(question, table.get()))) {
            return Decision.settled(table.get(), ranking(question));
        }
        return meaning == null
                ? Decision.open(verdicts.known(question).orElseGet(() -> verdicts.refusal(ranking(question))),
                        ranking(question))
                : judged(question, table, meaning);
    }

    private Decision judged(Question question, Optional<Answer> table, Meaning by) {
        Claim claim = claim(question, table.orElse(null), by);
        Scoring scoring = claim.settled();
        Ranking ranking = new Ranking(question, scoring::candidates);
        if (claim.isForTable()) {
            return Decision.settled(table.orElseThrow(), ranking);
        }
        Answer answer = switch (scoring.choice()) {
            case SECTION -> verdicts.section(question, scoring.candidates().getFirst());
            case TABLE -> table.orElseThrow();
            case NONE -> verdicts.known(question)
                    .orElseGet(() -> verdicts.refusal(ranking, scoring.confidence()));
        };
        return Decision.open(answer, ranking, scoring);
    }

    /** The places that prose could answer from, worked out when first needed. */
    public Ranking ranking(Question question) {
        Meaning by = meaning;
        return new Ranking(question, () -> by == null
                ? sections.rank(question)
                : claim(question, verdicts.withoutProse(question).orElse(null), by).settled().candidates());
    }

    /** The same, but a known question that is the question itself teaches nothing: for scoring. */
    public Decider leavingOneOut() {
        return new Decider(verdicts, sections, meaning, true);
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
            case Answer.FromSection section -> false;
            case Answer.Pinned pinned -> false;
            case Answer.Clarify back -> false;
            case Answer.Unknown unknown -> false;
        };
    }

    private static boolean isPlainVerdict(Question question) {
        boolean merelyNamed = !question.asking() && question.aspects().isEmpty() && question.isShort();
        return merelyNamed
                || (question.asksOnline() && question.mentions().stream().anyMatch(Mention::strong));
    }

    /** What places that no known question leads to claim, against all others; empty without a model. */
    public Optional<Claim> claim(Question question) {
        return Optional.ofNullable(meaning)
                .map(by -> claim(question, verdicts.withoutProse(question).orElse(null), by));
    }

    private Claim claim(Question question, @Nullable Answer table, Meaning by) {
        List<Integer> near = by.sentences().near(question.folded(), COMPARED);
        Map<Boolean, List<Candidate>> ranked = sections.rank(question, near).stream()
                .collect(Collectors.partitioningBy(place -> by.neighbours().leadTo(place.facts().place())));
        Features taught = features(question, table, ranked.getOrDefault(true, List.of()), near, by);
        List<Candidate> untaught = ranked.getOrDefault(false, List.of()).stream()
                .filter(place -> mayClaim(question, place)).toList();
        return new Claim(untaught(question, untaught, by), taught, Scoring.of(taught));
    }

    /**
     * Whether a place may claim: it says something beside a table, it tells a point that is asked, where one is, and its
     * heading does not name other permits alone than those asked about.
     */
    private static boolean mayClaim(Question question, Candidate place) {
        boolean onPoint = question.prosePoints().isEmpty() || place.features().evidence() > 0;
        Set<String> headed = place.facts().headingPermits();
        boolean onPermit = question.mentions().isEmpty() || place.features().topic() > 0 || headed.isEmpty()
                || question.mentions().stream().anyMatch(mention -> headed.contains(mention.permit().id()));
        return !place.facts().sentences().isEmpty() && onPoint && onPermit;
    }

    private static List<Claim.Untaught> untaught(Question question, List<Candidate> ranked, Meaning by) {
        List<Nearness> near = by.sentences().nearness(question.folded(),
                ranked.stream().map(candidate -> candidate.facts().number()).toList());
        List<Claim.Untaught> places = new ArrayList<>();
        for (int i = 0; i < near.size(); i++) {
            Candidate candidate = ranked.get(i);
            places.add(new Claim.Untaught(
                    candidate.with(candidate.features().with(near.get(i).nearest(), 0)), near.get(i)));
        }
        return places;
    }

    private Features features(Question question, @Nullable Answer table, List<Candidate> ranked,
            List<Integer> near, Meaning by) {
        NeighbourVotes voted = by.neighbours().about(question.folded(), others);
        List<Candidate> best = best(ranked, voted, near);
        List<Double> nearness = by.sentences().nearest(question.folded(),
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
