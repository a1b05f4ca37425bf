package fr.juliu.decide;

import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The features of a question, before they are weighed: what speaks for each way to answer it.
 *
 * @param table  what would be said if there were no prose, null when nothing would
 * @param places those compared; best first once they are weighed
 * @param neighbours what known questions say
 */
record Features(Question question, @Nullable Answer table, List<Candidate> places, NeighbourVotes neighbours) {

    private static final double NEAR_MEANING = 0.6;
    private static final double MANY_VOTES = 0.3;
    private static final double NEAR_QUESTION = 0.75;

    Features {
        places = List.copyOf(places);
    }

    /** The same with the places scored by what their features weigh, best first. */
    Features weighed(List<Double> weights) {
        return new Features(question, table, places.stream()
                .map(c -> new Candidate(c.facts(), dot(weights, placeFeatures(c.features())), c.features(), false, 0))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()).toList(), neighbours);
    }

    /** What speaks for a place being the best. */
    static double[] placeFeatures(PlaceFeatures features) {
        return new double[]{features.words(), features.topic(), features.evidence(), features.coverage(),
                features.shared(),
                features.rules(), features.meaning(), above(features.meaning(), NEAR_MEANING), features.votes(),
                above(features.votes(), MANY_VOTES)};
    }

    /** Whether what the table would say is what is asked for: 网上, since when, or which ones; a question back is, too. */
    boolean asksTable() {
        return table != null && switch (table) {
            case Answer.Listing list -> true;
            case Answer.Clarify back -> true;
            case Answer.Listed listed -> listed.asked() == Answer.Asked.ONLINE;
            case Answer.NotListed none -> none.asked() == Answer.Asked.ONLINE;
            case Answer.FromSection section -> false;
            case Answer.Pinned pinned -> false;
            case Answer.Unknown unknown -> false;
        };
    }

    /** The share of each place of all places, by their scores. */
    double[] shares() {
        return softmax(places.stream().mapToDouble(Candidate::score).toArray());
    }

    /** What speaks for the best of the weighed places being an answer; there has to be one. */
    double[] answerFeatures() {
        Candidate best = places.getFirst();
        double votes = best.features().votes();
        return new double[]{1, best.score(), shares()[0], votes, above(votes, MANY_VOTES), best.features().shared(),
                neighbours.refused(), above(neighbours.refused(), MANY_VOTES),
                above(neighbours.nearNone(), NEAR_QUESTION)};
    }

    /**
     * What speaks for each way to answer.
     *
     * @param answers what the features weigh by which the best of the weighed places is an answer
     */
    double[] choiceFeatures(List<Double> answers) {
        boolean none = places.isEmpty();
        boolean verdict = table instanceof Answer.Listed || table instanceof Answer.NotListed;
        return new double[]{1, none ? 0 : dot(answers, answerFeatures()),
                none ? 0 : places.getFirst().features().votes(),
                neighbours.refused(), above(neighbours.refused(), MANY_VOTES), neighbours.table(),
                above(neighbours.table(), MANY_VOTES),
                is(verdict), is(table instanceof Answer.Listing), is(verdict && question.asksOnline()),
                is(verdict && question.mentions().stream().anyMatch(Mention::strong)),
                is(!question.prosePoints().isEmpty()), none ? 0 : places.getFirst().features().rules()};
    }

    /** The shares of what has these log odds. */
    static double[] softmax(double... odds) {
        double most = Arrays.stream(odds).max().orElse(0);
        double[] powers = Arrays.stream(odds).map(odd -> Math.exp(odd - most)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    /** What features weigh together. */
    static double dot(List<Double> weights, double[] signs) {
        double sum = 0;
        for (int i = 0; i < signs.length; i++) {
            sum += weights.get(i) * signs[i];
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
