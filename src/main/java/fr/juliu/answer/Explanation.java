package fr.juliu.answer;

import java.util.List;
import java.util.Map;

/**
 * Why an answer is what it is.
 *
 * @param understood the question folded, its spelling repaired
 * @param permits    ids of the permits named
 * @param aspects    what is asked about them
 * @param phase      first, renewal or any
 * @param terms      what else the question speaks of
 * @param synonyms   words added to the search
 * @param passages   the best places with the parts of their scores
 */
public record Explanation(String understood, List<String> permits, List<String> aspects, String phase,
        List<String> terms,
        List<String> synonyms, List<Scored> passages) {

    /** A place with the parts of its score. */
    public record Scored(String file, String section, double score, Map<String, Double> parts, boolean answers) {
    }
}
