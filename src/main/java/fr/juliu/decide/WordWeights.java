package fr.juliu.decide;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How much each word tells: one that few texts hold tells more than one that many do (inverse document frequency). */
final class WordWeights {

    private final Map<String, Integer> texts = new HashMap<>();
    private final double all;

    /** The weights of words among texts, each given by its words. */
    WordWeights(Collection<Set<String>> texts) {
        all = texts.size();
        texts.forEach(words -> words.forEach(word -> this.texts.merge(word, 1, Integer::sum)));
    }

    /** The share of the weight of some words that others hold, from 0 to 1; words that no text holds weigh most. */
    double share(Set<String> words, Set<String> among) {
        double sum = 0;
        double held = 0;
        for (String word : words) {
            double weight = Math.log(1 + all / Math.max(0.5, texts.getOrDefault(word, 0)));
            sum += weight;
            held += among.contains(word) ? weight : 0;
        }
        return sum == 0 ? 0 : held / sum;
    }
}
