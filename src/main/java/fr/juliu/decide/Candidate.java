package fr.juliu.decide;

import java.util.Map;

/**
 * A place with how well it answers a question.
 *
 * @param score      the weighted sum of the features
 * @param answers    whether it may answer; false until it was weighed, and so always without a model
 * @param confidence 0 to 1: the probability that it is the right answer; 0 until it was weighed
 */
public record Candidate(PlaceFacts facts, double score, PlaceFeatures features, boolean answers, double confidence) {

    /** The candidate with more features. */
    Candidate with(PlaceFeatures more) {
        return new Candidate(facts, score, more, answers, confidence);
    }

    /** The candidate with the probability that it is the right answer, which says whether it answers. */
    Candidate at(double chance) {
        return new Candidate(facts, score, features, chance >= Scoring.AN_ALTERNATIVE, chance);
    }

    /** The features by name. */
    Map<String, Double> parts() {
        return features.parts();
    }
}
