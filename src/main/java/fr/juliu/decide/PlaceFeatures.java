package fr.juliu.decide;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What speaks for a place as the answer to a question.
 *
 * @param words    0 to 2: by words and pairs of characters
 * @param topic    0 to 1: how much it is about the permits asked
 * @param evidence 0 to 1.3: how many of the points asked a sentence of it speaks of
 * @param coverage 0 to 1: how many of the other things asked stand in it
 * @param shared   0 to 1: the share of the question's words that stand in it, rare ones counting more
 * @param rules    1 when the rules take it for an answer, else 0
 * @param meaning  -1 to 1: the cosine of its nearest sentence; 0 when the cheap features were enough
 * @param votes    about 0 to 1: what the known questions near to the one asked say for it
 */
record PlaceFeatures(double words, double topic, double evidence, double coverage, double shared, double rules,
        double meaning,
        double votes) {

    /** The features with those that the model gives. */
    PlaceFeatures with(double nearest, double voted) {
        return new PlaceFeatures(words, topic, evidence, coverage, shared, rules, nearest, voted);
    }

    /** The features by name. */
    Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("words", words);
        parts.put("topic", topic);
        parts.put("evidence", evidence);
        parts.put("coverage", coverage);
        parts.put("shared", shared);
        parts.put("rules", rules);
        parts.put("meaning", meaning);
        parts.put("votes", votes);
        return parts;
    }
}
