package fr.juliu.decide;

import fr.juliu.understand.Keyword;
import java.util.List;

/**
 * How much of what a question speaks of a place knows, from 0 to 1: a word that few places know weighs more than one
 * that many do (inverse document frequency), a word that none knows weighs a little against all.
 */
final class Coverage {

    private static final double LAW = 3;

    private final List<Keyword> keywords;
    private final double[] known;
    private final double all;

    /**
     * The weights of a question's keywords among the places found.
     *
     * @param places how many places there are in all
     */
    Coverage(List<Keyword> keywords, List<PlaceFacts> found, int places) {
        this.keywords = keywords;
        this.known = new double[keywords.size()];
        double sum = 0;
        for (int i = 0; i < known.length; i++) {
            Keyword keyword = keywords.get(i);
            long knowing = found.stream().filter(place -> keyword.standsIn(place.text())).count();
            double rarity = knowing == 0 ? 0 : Math.log(1 + (double) places / knowing);
            known[i] = keyword.isLaw() ? LAW * rarity : rarity;
            sum += knowing == 0 ? keyword.weight() : known[i];
        }
        this.all = sum;
    }

    /** The share of the weight that a place knows; 0 when the question speaks of nothing else. */
    double of(PlaceFacts place) {
        double covered = 0;
        for (int i = 0; i < known.length; i++) {
            covered += known[i] > 0 && keywords.get(i).standsIn(place.text()) ? known[i] : 0;
        }
        return all == 0 ? 0 : covered / all;
    }
}
