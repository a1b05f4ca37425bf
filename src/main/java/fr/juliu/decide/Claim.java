package fr.juliu.decide;

import fr.juliu.search.Nearness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The claim that places lay to a question which no known question leads to, such as those of a new article, against what
 * all others say: nobody votes for them, and by the weights of a {@link Scoring} they would seldom be reached. A softmax
 * regression over them says which is the best, a logistic regression how surely it answers.
 *
 * @param places the untaught ones that share a word with the question; best first once they are weighed
 * @param taught the features of the question, of the places that known questions lead to
 * @param others how it is answered by these
 */
public record Claim(List<Untaught> places, Features taught, Scoring others) {

    /** What the features weigh, as {@code train/first-day} prints it. */
    public static final Weights FITTED = new Weights(
            List.of(4.06, -1.58, 12.62, 1.47, 0.99, 0.94, 4.32, 1.16),
            List.of(-2.54, 0.42, 2.31, 5.36, 0.9, -1.94, -2.85, -2.45, -0.39, -1.11, -0.68, 1.02, 1.08, 1.57, 0.56,
                    -2.95, 0.26, -1.13));

    /**
     * What each feature weighs, in the order of the features.
     *
     * @param places for a place being the best of the untaught ones
     * @param claims for the best of them being an answer, as log odds
     */
    public record Weights(List<Double> places, List<Double> claims) {

        public Weights {
            places = List.copyOf(places);
            claims = List.copyOf(claims);
        }
    }

    /** A place that no known question leads to. */
    record Untaught(Candidate candidate, Nearness near) {

        /** What speaks for it being the best of them. */
        double[] features() {
            PlaceFeatures features = candidate.features();
            return new double[]{near.nearest(), near.heading(), near.pair(), features.words(), features.topic(),
                    features.evidence(), features.shared(), features.rules()};
        }

        Untaught scored(double score) {
            return new Untaught(new Candidate(candidate.facts(), score, candidate.features(), false, 0), near);
        }
    }

    public Claim {
        places = List.copyOf(places);
    }

    /** The same with the places scored by what their features weigh, best first. */
    Claim weighed(List<Double> weights) {
        return new Claim(places.stream().map(place -> place.scored(Features.dot(weights, place.features())))
                .sorted(Comparator.comparingDouble((Untaught place) -> place.candidate().score()).reversed()).toList(),
                taught, others);
    }

    private double[] shares() {
        return Features.softmax(places.stream().mapToDouble(place -> place.candidate().score()).toArray());
    }

    /** What speaks for the best of the weighed places being an answer; there has to be one. */
    double[] features() {
        Nearness near = places.getFirst().near();
        PlaceFeatures best = places.getFirst().candidate().features();
        double meaning = others.candidates().stream().mapToDouble(other -> other.features().meaning()).max().orElse(0);
        double votes = others.candidates().stream().mapToDouble(other -> other.features().votes()).max().orElse(0);
        double likeness = others.votes().nearest().stream().mapToDouble(Neighbour::likeness).findFirst().orElse(0);
        return new double[]{1, shares()[0], near.nearest(), near.pair(), near.nearest() - meaning, Math.max(0, votes),
                likeness, others.chances().table(), others.chances().none(), others.votes().refused(),
                others.votes().nearNone(), best.words(), best.shared(), best.coverage(), best.rules(),
                is(alone()), is(taught.table() != null),
                is(taught.asksTable())};
    }

    /** Whether no taught place has anything to do with the question, as in a folder that nothing teaches. */
    boolean alone() {
        return others.candidates().isEmpty();
    }

    private static double is(boolean fact) {
        return fact ? 1 : 0;
    }

    /** Whether the table answers, since it is asked, and nothing that was taught says otherwise. */
    boolean isForTable() {
        return alone() && others.votes().nearest().isEmpty() && taught.asksTable();
    }

    /** How the question is answered with them. */
    Scoring settled() {
        return settled(FITTED);
    }

    /** The same by other weights. */
    Scoring settled(Weights weights) {
        return places.isEmpty() ? others : weighed(weights.places()).against(weights.claims());
    }

    private Scoring against(List<Double> weights) {
        double odds = Features.dot(weights, features());
        double chance = 1 / (1 + Math.exp(-odds));
        double[] shares = shares();
        List<Candidate> claiming = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            claiming.add(places.get(i).candidate().at(Scoring.confidence(chance) * (i == 0 ? 1 : shares[i])));
        }
        return others.beside(claiming, 1 - chance);
    }
}
