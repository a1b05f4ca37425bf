package fr.juliu.answer;

import java.util.Map;

/**
 * A place with how well it answers a question.
 *
 * @param score      the weighted sum of the signs
 * @param answers    whether the signs suffice
 * @param confidence 0 to 1: the probability that it is the right answer
 */
record Candidate(PlaceFacts facts, double score, Signs signs, boolean answers, double confidence) {

    /** The candidate with more signs. */
    Candidate with(Signs more) {
        return new Candidate(facts, score, more, answers, confidence);
    }

    /** The signs by name. */
    Map<String, Double> parts() {
        return signs.parts();
    }
}
