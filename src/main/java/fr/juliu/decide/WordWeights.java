package fr.juliu.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much each word tells: one that few texts hold tells more than one that many do (inverse document frequency). */
final class WordWeights {

    private final Map<String, Integer> holders = new HashMap<>();
    private final int all;

    /** The weights of words among texts, each given by its words. */
    WordWeights(List<Set<String>> texts) {
        all = texts.size();
        texts.forEach(words -> words.forEach(word -> holders.merge(word, 1, Integer::sum)));
    }

    /** The weights of some words; those that no text holds weigh most. */
    Weighed of(Set<String> words) {
        String[] each = words.toArray(String[]::new);
        double[] weights = new double[each.length];
        for (int i = 0; i < each.length; i++) {
            weights[i] = Math.log(1 + all / Math.max(0.5, holders.getOrDefault(each[i], 0)));
        }
        return new Weighed(each, weights);
    }

    /** Words with their weights. */
    static final class Weighed {

        private final String[] words;
        private final double[] weights;
        private final double sum;

        private Weighed(String[] words, double[] weights) {
            this.words = words;
            this.weights = weights;
            double all = 0;
            for (double weight : weights) {
                all += weight;
            }
            sum = all;
        }

        /** The share of their weight that a text holds, given by its words, from 0 to 1. */
        double in(Set<String> text) {
            double held = 0;
            for (int i = 0; i < words.length; i++) {
                held += text.contains(words[i]) ? weights[i] : 0;
            }
            return sum > 0 ? held / sum : 0;
        }
    }
}
