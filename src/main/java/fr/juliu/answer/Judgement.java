package fr.juliu.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all signs weigh together. A softmax regression over the places says which is the best, a logistic regression how
 * surely it answers, and a softmax regression over the three ways to answer which of them is taken. They were fitted on
 * phrasings by other hands than those whose questions they are measured on.
 *
 * @param candidates best first, with their scores
 * @param confidence 0 to 1: the probability that the choice is right
 */
record Judgement(List<Candidate> candidates, Choice choice, double confidence) {

    /** The share that is right of what is judged most surely. */
    private static final double SUREST = 0.98;
    private static final double AN_ALTERNATIVE = 0.05;
    private static final double FAR_MEANING = 0.55;
    private static final double FAR_VOTES = 0.15;
    private static final double[] SECTION = {2.28, 0.36, 1.72, -3.97, 2.53, -3.87, -1.41, 0.58, -0.78, -0.4, -1.0,
            -0.29, 0.45};
    private static final double[] TABLE = {-1.39, -0.03, -1.53, -1.0, -0.67, 5.2, 2.41, 0.76, 1.33, 1.66, 0.25, 0.44,
            -0.46};
    private static final double[] NONE = {-0.89, -0.33, -0.19, 4.97, -1.86, -1.33, -1.0, -1.35, -0.55, -1.26, 0.76,
            -0.15, 0.01};

    /** The ways to answer. */
    enum Choice {
        /** From the best place. */
        SECTION,
        /** What the table says. */
        TABLE,
        /** By saying that nothing does. */
        NONE
    }

    Judgement {
        candidates = List.copyOf(candidates);
    }

    /**
     * Judges places.
     *
     * @param table what would be said if there were no prose, null when nothing would
     * @param said  what known questions say
     */
    static Judgement of(Question question, @Nullable Answer table, List<Candidate> compared, Phrasings.Said said) {
        List<Candidate> weighed = compared.stream()
                .map(c -> new Candidate(c.facts(), weight(c.signs()), c.signs(), false, 0))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()).toList();
        double[] shares = softmax(weighed.stream().mapToDouble(Candidate::score).toArray());
        Chances chances = chances(question, table, weighed, shares, said);
        return new Judgement(judged(weighed, shares, chances), chances.choice(), chances.best());
    }

    /** The probability that each choice is right. */
    private record Chances(double section, double table, double none) {

        double best() {
            return Math.max(section, Math.max(table, none));
        }

        Choice choice() {
            return section == best() ? Choice.SECTION : table == best() ? Choice.TABLE : Choice.NONE;
        }
    }

    private static Chances chances(Question question, @Nullable Answer table, List<Candidate> weighed, double[] shares,
            Phrasings.Said said) {
        boolean none = weighed.isEmpty() || isFar(weighed.getFirst().signs());
        double answers = weighed.isEmpty() ? 0 : answers(weighed.getFirst(), shares[0], said);
        double votes = weighed.isEmpty() ? 0 : weighed.getFirst().signs().votes();
        boolean verdict = table instanceof Answer.Listed || table instanceof Answer.NotListed;
        double[] signs = {1, answers, votes, said.refused(), above(said.refused(), 0.3), said.table(),
                above(said.table(), 0.3), is(verdict), is(table instanceof Answer.Listing),
                is(verdict && question.asksOnline()),
                is(verdict && question.mentions().stream().anyMatch(Mention::strong)),
                is(!question.prosePoints().isEmpty()), weighed.isEmpty() ? 0 : weighed.getFirst().signs().rules()};
        double[] chances = softmax(none ? Double.NEGATIVE_INFINITY : dot(SECTION, signs),
                table == null ? Double.NEGATIVE_INFINITY : dot(TABLE, signs), dot(NONE, signs));
        return new Chances(SUREST * chances[0], SUREST * chances[1], SUREST * chances[2]);
    }

    /** The candidates with whether they answer, in case prose is what answers, and how surely. */
    private static List<Candidate> judged(List<Candidate> weighed, double[] shares, Chances chances) {
        boolean answers = chances.section() >= chances.none();
        List<Candidate> judged = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Candidate candidate = weighed.get(i);
            double chance = chances.section() * (i == 0 ? 1 : shares[i]);
            judged.add(new Candidate(candidate.facts(), candidate.score(), candidate.signs(),
                    answers && (i == 0 || shares[i] >= AN_ALTERNATIVE), chance));
        }
        return judged;
    }

    /** Whether neither sentences nor known questions are near: of such places fewer than a quarter answer. */
    private static boolean isFar(Signs signs) {
        return signs.meaning() < FAR_MEANING && signs.votes() < FAR_VOTES;
    }

    private static double weight(Signs signs) {
        return 0.95 * signs.words() + 1.41 * signs.topic() + 0.44 * signs.evidence() + 1.36 * signs.coverage()
                + 4.34 * signs.shared() + 0.86 * signs.rules() + 6.68 * signs.meaning()
                + 1.26 * above(signs.meaning(), 0.6) + 16.73 * signs.votes() - 10.66 * above(signs.votes(), 0.3);
    }

    /**
     * How surely the best place answers, as log odds.
     *
     * @param share its share of all places, as the first regression sees it
     */
    private static double answers(Candidate best, double share, Phrasings.Said said) {
        double votes = best.signs().votes();
        return -3.13 + 0.13 * best.score() + 2.28 * share + 2.49 * votes + 1.57 * above(votes, 0.3)
                + 0.64 * best.signs().shared() + 0.37 * said.refused() - 7.31 * above(said.refused(), 0.3)
                - 9.63 * above(said.nearNone(), 0.75);
    }

    private static double[] softmax(double... odds) {
        double most = Arrays.stream(odds).max().orElse(0);
        double[] powers = Arrays.stream(odds).map(odd -> Math.exp(odd - most)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static double dot(double[] weights, double[] signs) {
        double sum = 0;
        for (int i = 0; i < signs.length; i++) {
            sum += weights[i] * signs[i];
        }
        return sum;
    }

    private static double above(double value, double knee) {
        return Math.max(0, value - knee);
    }

    private static double is(boolean sign) {
        return sign ? 1 : 0;
    }
}
