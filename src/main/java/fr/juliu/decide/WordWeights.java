package fr.juliu.decide;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much each word tells: one that few texts hold tells more than one that many do (inverse document frequency). */
final class WordWeights {

    private static final BitSet NONE = new BitSet();

    private final Map<String, BitSet> holders = new HashMap<>();
    private final int all;

    /** The weights of words among texts, each given by its words. */
    WordWeights(List<Set<String>> texts) {
        all = texts.size();
        for (int text = 0; text < all; text++) {
            for (String word : texts.get(text)) {
                holders.computeIfAbsent(word, w -> new BitSet(all)).set(text);
            }
        }
    }

    /** The share of the weight of some words that each text holds, from 0 to 1; words that no text holds weigh most. */
    double[] shares(Set<String> words) {
        double sum = 0;
        double[] shares = new double[all];
        for (String word : words) {
            BitSet texts = holders.getOrDefault(word, NONE);
            double weight = Math.log(1 + all / Math.max(0.5, texts.cardinality()));
            sum += weight;
            for (int text = texts.nextSetBit(0); text >= 0; text = texts.nextSetBit(text + 1)) {
                shares[text] += weight;
            }
        }
        for (int text = 0; text < all && sum > 0; text++) {
            shares[text] /= sum;
        }
        return shares;
    }
}
