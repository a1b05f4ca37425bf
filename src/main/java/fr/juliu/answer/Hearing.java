package fr.juliu.answer;

import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is heard about a question before it is judged, as signs to be weighed.
 *
 * @param table  what would be said if there were no prose, null when nothing would
 * @param places those compared; best first once they are weighed
 * @param said   what known questions say
 */
record Hearing(Question question, @Nullable Answer table, List<Candidate> places, Phrasings.Said said) {

    private static final double NEAR_MEANING = 0.6;
    private static final double MANY_VOTES = 0.3;
    private static final double NEAR_QUESTION = 0.75;

    Hearing {
        places = List.copyOf(places);
    }

    /** The same with the places scored by what their signs weigh, best first. */
    Hearing weighed(List<Double> weights) {
        return new Hearing(question, table, places.stream()
                .map(c -> new Candidate(c.facts(), dot(weights, placeSigns(c.signs())), c.signs(), false, 0))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()).toList(), said);
    }

    /** What speaks for a place being the best. */
    static double[] placeSigns(Signs signs) {
        return new double[]{signs.words(), signs.topic(), signs.evidence(), signs.coverage(), signs.shared(),
                signs.rules(), signs.meaning(), above(signs.meaning(), NEAR_MEANING), signs.votes(),
                above(signs.votes(), MANY_VOTES)};
    }

    /** The share of each place of all places, by their scores. */
    double[] shares() {
        return softmax(places.stream().mapToDouble(Candidate::score).toArray());
    }

    /** What speaks for the best of the weighed places being an answer; there has to be one. */
    double[] answerSigns() {
        Candidate best = places.getFirst();
        double votes = best.signs().votes();
        return new double[]{1, best.score(), shares()[0], votes, above(votes, MANY_VOTES), best.signs().shared(),
                said.refused(), above(said.refused(), MANY_VOTES), above(said.nearNone(), NEAR_QUESTION)};
    }

    /**
     * What speaks for each way to answer.
     *
     * @param answers what the signs weigh by which the best of the weighed places is an answer
     */
    double[] choiceSigns(List<Double> answers) {
        boolean none = places.isEmpty();
        boolean verdict = table instanceof Answer.Listed || table instanceof Answer.NotListed;
        return new double[]{1, none ? 0 : dot(answers, answerSigns()), none ? 0 : places.getFirst().signs().votes(),
                said.refused(), above(said.refused(), MANY_VOTES), said.table(), above(said.table(), MANY_VOTES),
                is(verdict), is(table instanceof Answer.Listing), is(verdict && question.asksOnline()),
                is(verdict && question.mentions().stream().anyMatch(Mention::strong)),
                is(!question.prosePoints().isEmpty()), none ? 0 : places.getFirst().signs().rules()};
    }

    /** The shares of what has these log odds. */
    static double[] softmax(double... odds) {
        double most = Arrays.stream(odds).max().orElse(0);
        double[] powers = Arrays.stream(odds).map(odd -> Math.exp(odd - most)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    /** What signs weigh together. */
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
