package fr.juliu.decide;

import fr.juliu.understand.Keyword;
import java.util.BitSet;
import java.util.List;

/**
 * How much of what a question speaks of a place knows, from 0 to 1: a word that few places know weighs more than one
 * that many do (inverse document frequency), a word that none knows weighs a little against all.
 */
final class Coverage {

    private static final double LAW = 3;

    private final double[] known;
    /** The places that know each keyword, by their numbers. */
    private final List<BitSet> knowing;
    private final double all;

    /**
     * The weights of a question's keywords among the places found.
     *
     * @param places how many places there are in all
     */
    Coverage(List<Keyword> keywords, List<PlaceFacts> found, int places) {
        this.known = new double[keywords.size()];
        this.knowing = keywords.stream().map(keyword -> knowing(keyword, found)).toList();
        double sum = 0;
        for (int i = 0; i < known.length; i++) {
            Keyword keyword = keywords.get(i);
            int count = knowing.get(i).cardinality();
            double rarity = count == 0 ? 0 : Math.log(1 + (double) places / count);
            known[i] = keyword.isLaw() ? LAW * rarity : rarity;
            sum += count == 0 ? keyword.weight() : known[i];
        }
        this.all = sum;
    }

    private static BitSet knowing(Keyword keyword, List<PlaceFacts> found) {
        BitSet knowing = new BitSet();
        found.stream().filter(place -> keyword.standsIn(place.text())).forEach(place -> knowing.set(place.number()));
        return knowing;
    }

    /** The share of the weight that a place knows; 0 when the question speaks of nothing else. */
    double of(PlaceFacts place) {
        double covered = 0;
        for (int i = 0; i < known.length; i++) {
            covered += knowing.get(i).get(place.number()) ? known[i] : 0;
        }
        return all == 0 ? 0 : covered / all;
    }
}
