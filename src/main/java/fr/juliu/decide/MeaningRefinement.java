package fr.juliu.decide;

import fr.juliu.search.SentenceVectors;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the meaning of sentences where the cheap features are not sure: several places answer about equally well, or
 * none does though the question is about permits. For folders that have no known questions to learn from.
 */
public final class MeaningRefinement {

    private static final int COMPARED = 8;
    private static final int NEAREST = 12;
    private static final double CLOSE = 0.4;
    private static final double MEANING = 3;
    private static final double UNRELATED = 0.4;
    private static final double NEAR = 0.63;

    private final @Nullable SentenceVectors vectors;

    /** Without vectors where there are none: then the ranking stays as it is. */
    public MeaningRefinement(@Nullable SentenceVectors vectors) {
        this.vectors = vectors;
    }

    /** The places of a large folder that are near to a question in meaning, whatever their words. */
    List<Integer> near(Question question) {
        return vectors == null ? List.of() : vectors.near(question.folded(), NEAREST);
    }

    /**
     * The places ranked anew, best first.
     *
     * @param ranked by the cheap features, best first
     * @param near   those to be compared whatever their features
     */
    List<Candidate> rank(Question question, List<Candidate> ranked, List<Integer> near) {
        SentenceVectors model = vectors;
        if (model == null || ranked.isEmpty() || !isUnsure(question, ranked)) {
            return ranked;
        }
        boolean none = !ranked.getFirst().answers();
        List<Candidate> best = best(ranked, near, none);
        List<Double> nearness = model.nearest(question.folded(),
                best.stream().map(c -> c.facts().number()).toList());
        List<Candidate> refined = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            refined.add(with(best.get(i), nearness.get(i), none));
        }
        ranked.stream().filter(c -> !best.contains(c)).forEach(refined::add);
        refined.sort(SectionFinder.BEST_FIRST);
        return List.copyOf(refined);
    }

    private static List<Candidate> best(List<Candidate> ranked, List<Integer> near, boolean none) {
        List<Candidate> best = new ArrayList<>(ranked.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()).filter(c -> none || c.answers())
                .limit(COMPARED).toList());
        ranked.stream().filter(c -> near.contains(c.facts().number()) && !best.contains(c)).forEach(best::add);
        return best;
    }

    /** The candidate with what its meaning adds; it answers when it did, or when the meaning is near enough. */
    private static Candidate with(Candidate candidate, double near, boolean none) {
        double score = candidate.score() + MEANING * (near - UNRELATED);
        boolean nearEnough = none && near >= NEAR && candidate.features().coverage() > 0;
        return new Candidate(candidate.facts(), score, candidate.features().with(near, 0),
                candidate.answers() || nearEnough, Confidence.ofSection(score));
    }

    private static boolean isUnsure(Question question, List<Candidate> ranked) {
        Candidate first = ranked.getFirst();
        if (!first.answers()) {
            boolean unmet = question.prosePoints().stream().anyMatch(point -> !point.is(Aspect.Trait.ANYWHERE));
            return !unmet && (question.aboutPermits() || first.features().coverage() > 0)
                    && !question.keywords().isEmpty();
        }
        return ranked.size() > 1 && ranked.get(1).answers() && first.score() - ranked.get(1).score() < CLOSE;
    }
}
