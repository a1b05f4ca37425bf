package fr.juliu.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scores of all ways to answer, by what all features weigh together. A softmax regression over the places says
 * which is the best, a logistic regression how surely it answers, and a softmax regression over the three ways to
 * answer which of them is taken. They were fitted on phrasings and on the known questions of the first article; those
 * of the other articles measure them.
 *
 * @param candidates best first, with their scores
 * @param votes      what known questions said
 */
public record Scoring(List<Candidate> candidates, Chances chances, NeighbourVotes votes) {

    /** What the features weigh, as the benchmark {@code ScoringFit} prints it. */
    public static final Weights FITTED = new Weights(
            List.of(0.95, 1.41, 0.44, 1.36, 4.34, 0.86, 6.68, 1.26, 16.73, -10.66),
            List.of(-3.13, 0.13, 2.28, 2.49, 1.57, 0.64, 0.37, -7.31, -9.63),
            List.of(2.28, 0.36, 1.72, -3.97, 2.53, -3.87, -1.41, 0.58, -0.78, -0.4, -1.0, -0.29, 0.45),
            List.of(-1.39, -0.03, -1.53, -1.0, -0.67, 5.2, 2.41, 0.76, 1.33, 1.66, 0.25, 0.44, -0.46),
            List.of(-0.89, -0.33, -0.19, 4.97, -1.86, -1.33, -1.0, -1.35, -0.55, -1.26, 0.76, -0.15, 0.01));

    /** The share that is right of what is judged most surely. */
    private static final double SUREST = 0.98;
    /** What a chance is raised to, since the regressions are surer than right: {@code FloorTest} holds it, on the questions it was chosen on. */
    private static final double HUMBLE = 1.3;
    static final double AN_ALTERNATIVE = 0.05;
    private static final double FAR_MEANING = 0.55;
    private static final double FAR_VOTES = 0.15;

    /** The ways to answer. */
    enum Choice {
        /** From the best place. */
        SECTION,
        /** What the table says. */
        TABLE,
        /** By saying that nothing does. */
        NONE
    }

    /**
     * What each feature weighs, in the order of the features.
     *
     * @param places  for a place being the best
     * @param answers for the best place being an answer, as log odds
     * @param section for an answer from it
     * @param table   for what the table says
     * @param none    for saying that nothing answers
     */
    public record Weights(List<Double> places, List<Double> answers, List<Double> section, List<Double> table,
            List<Double> none) {

        public Weights {
            places = List.copyOf(places);
            answers = List.copyOf(answers);
            section = List.copyOf(section);
            table = List.copyOf(table);
            none = List.copyOf(none);
        }
    }

    public Scoring {
        candidates = List.copyOf(candidates);
    }

    /** Scores the features of a question. */
    static Scoring of(Features features) {
        return of(features, FITTED);
    }

    /** The same by other weights. */
    static Scoring of(Features features, Weights weights) {
        Features weighed = features.weighed(weights.places());
        Chances chances = chances(weighed, weights);
        return new Scoring(judged(weighed, chances), chances, features.neighbours());
    }

    /**
     * The same beside more places that answer at their confidence.
     *
     * @param claiming the best first
     * @param rest     the probability that none of these answers, from 0 to 1
     */
    Scoring beside(List<Candidate> claiming, double rest) {
        Chances left = chances.times(rest);
        double claim = claiming.getFirst().confidence();
        List<Candidate> all = Stream.concat(
                candidates.stream().map(candidate -> new Candidate(candidate.facts(), candidate.score(),
                        candidate.features(), candidate.answers(), candidate.confidence() * rest)),
                claiming.stream()).sorted(Comparator.comparingDouble(Candidate::confidence).reversed()).toList();
        return new Scoring(all, claim > left.best() ? left.withSection(claim) : left, votes);
    }

    /** The likeliest way to answer. */
    Choice choice() {
        return chances.choice();
    }

    /** The probability that the choice is right, from 0 to 1. */
    double confidence() {
        return chances.best();
    }

    /** The probability that each choice is right, from 0 to 1; what is none of the three is left over. */
    record Chances(double section, double table, double none) {

        double best() {
            return Math.max(section, Math.max(table, none));
        }

        Chances times(double share) {
            return new Chances(section * share, table * share, none * share);
        }

        Chances withSection(double chance) {
            return new Chances(chance, table, none);
        }

        Choice choice() {
            return section == best() ? Choice.SECTION : table == best() ? Choice.TABLE : Choice.NONE;
        }
    }

    private static Chances chances(Features weighed, Weights weights) {
        List<Candidate> places = weighed.places();
        boolean none = places.isEmpty() || isFar(places.getFirst().features());
        double[] signs = weighed.choiceFeatures(weights.answers());
        double[] chances = Features.softmax(none ? Double.NEGATIVE_INFINITY : Features.dot(weights.section(), signs),
                weighed.table() == null ? Double.NEGATIVE_INFINITY : Features.dot(weights.table(), signs),
                Features.dot(weights.none(), signs));
        return new Chances(confidence(chances[0]), confidence(chances[1]), confidence(chances[2]));
    }

    /** How sure one may be at a chance that a regression gives. */
    static double confidence(double chance) {
        return SUREST * Math.pow(chance, HUMBLE);
    }

    /** The candidates with whether they answer, in case prose is what answers, and how surely. */
    private static List<Candidate> judged(Features weighed, Chances chances) {
        double[] shares = weighed.shares();
        boolean answers = chances.section() >= chances.none();
        List<Candidate> judged = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Candidate candidate = weighed.places().get(i);
            double chance = chances.section() * (i == 0 ? 1 : shares[i]);
            judged.add(new Candidate(candidate.facts(), candidate.score(), candidate.features(),
                    answers && (i == 0 || shares[i] >= AN_ALTERNATIVE), chance));
        }
        return judged;
    }

    /** Whether neither sentences nor known questions are near: of such places fewer than a quarter answer. */
    private static boolean isFar(PlaceFeatures features) {
        return features.meaning() < FAR_MEANING && features.votes() < FAR_VOTES;
    }
}
