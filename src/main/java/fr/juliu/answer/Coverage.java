package fr.juliu.answer;

import java.util.List;

/**
 * How much of what a question speaks of a place knows, from 0 to 1: a word that few places know weighs more than one
 * that many do (inverse document frequency), a word that none knows weighs a little against all.
 */
final class Coverage {

    private static final double LAW = 3;

    private final List<Question.Unit> units;
    private final double[] known;
    private final double all;

    /**
     * The weights of a question's units among the places found.
     *
     * @param places how many places there are in all
     */
    Coverage(List<Question.Unit> units, List<PlaceFacts> found, int places) {
        this.units = units;
        this.known = new double[units.size()];
        double sum = 0;
        for (int i = 0; i < known.length; i++) {
            Question.Unit unit = units.get(i);
            long knowing = found.stream().filter(place -> unit.standsIn(place.text())).count();
            double rarity = knowing == 0 ? 0 : Math.log(1 + (double) places / knowing);
            known[i] = unit.isLaw() ? LAW * rarity : rarity;
            sum += knowing == 0 ? unit.weight() : known[i];
        }
        this.all = sum;
    }

    /** The share of the weight that a place knows; 0 when the question speaks of nothing else. */
    double of(PlaceFacts place) {
        double covered = 0;
        for (int i = 0; i < known.length; i++) {
            covered += known[i] > 0 && units.get(i).standsIn(place.text()) ? known[i] : 0;
        }
        return all == 0 ? 0 : covered / all;
    }
}
