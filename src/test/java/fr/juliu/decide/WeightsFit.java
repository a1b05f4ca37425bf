package fr.juliu.decide;

import fr.juliu.decide.Scoring.Choice;
import fr.juliu.decide.SoftmaxRegression.Alternative;
import fr.juliu.decide.SoftmaxRegression.Descent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fit of what features weigh in a scoring: first for places, then for the best being an answer, then for choices.
 */
public final class WeightsFit {

    private static final Descent PLACES = new Descent(600, 0.5, 1e-3);
    /** On two rows that mirror each other: as one row descends at twice the rate with half the penalty. */
    private static final Descent ANSWERS = new Descent(4000, 0.25, 2e-3);
    private static final Descent CHOICES = new Descent(4000, 0.3, 2e-4);

    /** What a place that answers weighs against one that does not: its reader sees whether it does, a refused one nothing. */
    private static final int FOUND = 2;
    /** The same where neither a taught place nor the table would answer. */
    private static final int FOUND_ALONE = 4;
    /** The same for a place that takes a question from the table. */
    private static final int TOLD_BY_TABLE = 4;

    /** The choices in the order of their rows of weights. */
    private static final List<Choice> ROWS = List.of(Choice.SECTION, Choice.TABLE, Choice.NONE);

    private WeightsFit() {
    }

    /** The weights that fit known questions, to two decimals. */
    public static Scoring.Weights of(List<KnownFeatures> known) {
        double[] places = places(known);
        List<KnownFeatures> weighed = known.stream().map(one -> one.weighed(list(places))).toList();
        double[] answers = answers(weighed);
        double[][] choices = choices(weighed, list(answers));
        return new Scoring.Weights(rounded(places), rounded(answers), rounded(choices[0]), rounded(choices[1]),
                rounded(choices[2]));
    }

    /** The weights that fit what untaught places claim, to two decimals. */
    public static Claim.Weights claims(List<KnownClaim> known) {
        double[] places = untaught(known);
        Claim.Weights weights = new Claim.Weights(rounded(places), List.of());
        List<KnownClaim> fitting = known.stream().filter(one -> !one.claim().places().isEmpty())
                .filter(one -> !one.claim().isForTable())
                .map(one -> one.weighed(weights)).toList();
        Scale scale = Scale.of(fitting.stream().map(one -> one.claim().features()).toList());
        List<List<Alternative>> examples = fitting.stream().flatMap(one -> {
            boolean right = one.isRight(one.claim().places().getFirst());
            return Collections.nCopies(times(one, right),
                    mirrored(scale.scaled(one.claim().features()), right)).stream();
        }).toList();
        return new Claim.Weights(weights.places(), rounded(difference(fitted(2, scale, examples, ANSWERS))));
    }

    private static int times(KnownClaim known, boolean right) {
        if (right) {
            return known.claim().alone() && known.claim().taught().table() == null ? FOUND_ALONE : FOUND;
        }
        return known.isForTable() ? TOLD_BY_TABLE : 1;
    }

    /** On all questions that an untaught place answers. */
    private static double[] untaught(List<KnownClaim> known) {
        List<KnownClaim> fitting = known.stream().filter(one -> one.claim().places().stream().anyMatch(one::isRight))
                .toList();
        Scale scale = Scale.of(fitting.stream().flatMap(one -> one.claim().places().stream())
                .map(Claim.Untaught::features).toList());
        List<List<Alternative>> examples = fitting.stream().map(one -> one.claim().places().stream()
                .map(place -> new Alternative(0, scale.scaled(place.features()), one.isRight(place))).toList())
                .toList();
        return fitted(1, scale, examples, PLACES)[0];
    }

    /** On all questions that a section answers which is among the places. */
    private static double[] places(List<KnownFeatures> known) {
        List<KnownFeatures> fitting = known.stream()
                .filter(one -> one.features().places().stream().anyMatch(one::isRight)).toList();
        Scale scale = Scale.of(fitting.stream().flatMap(one -> one.features().places().stream())
                .map(place -> Features.placeFeatures(place.features())).toList());
        List<List<Alternative>> examples = fitting.stream()
                .map(one -> one.features().places().stream().map(place -> new Alternative(0,
                        scale.scaled(Features.placeFeatures(place.features())), one.isRight(place))).toList())
                .toList();
        return fitted(1, scale, examples, PLACES)[0];
    }

    /** On all questions that a section answers or nothing. */
    private static double[] answers(List<KnownFeatures> weighed) {
        List<KnownFeatures> fitting = weighed.stream().filter(one -> one.isForSection() || one.isForNone())
                .filter(one -> !one.features().places().isEmpty()).toList();
        Scale scale = Scale.of(fitting.stream().map(one -> one.features().answerFeatures()).toList());
        List<List<Alternative>> examples = fitting.stream()
                .map(one -> mirrored(scale.scaled(one.features().answerFeatures()),
                        one.isRight(one.features().places().getFirst())))
                .toList();
        return difference(fitted(2, scale, examples, ANSWERS));
    }

    private static List<Alternative> mirrored(double[] signs, boolean right) {
        return List.of(new Alternative(0, signs, right), new Alternative(1, signs, !right));
    }

    private static double[] difference(double[][] mirrored) {
        double[] difference = new double[mirrored[0].length];
        Arrays.setAll(difference, i -> mirrored[0][i] - mirrored[1][i]);
        return difference;
    }

    /** On all questions that some choice answers rightly; a row for each choice. */
    private static double[][] choices(List<KnownFeatures> weighed, List<Double> answers) {
        List<KnownFeatures> fitting = weighed.stream().filter(one -> possible(one.features())
                .anyMatch(choice -> one.isRight(choice, one.features().places()))).toList();
        Scale scale = Scale.of(fitting.stream().map(one -> one.features().choiceFeatures(answers)).toList());
        List<List<Alternative>> examples = fitting.stream().map(one -> {
            double[] signs = scale.scaled(one.features().choiceFeatures(answers));
            return possible(one.features()).map(choice -> new Alternative(ROWS.indexOf(choice), signs,
                    one.isRight(choice, one.features().places()))).toList();
        }).toList();
        return fitted(ROWS.size(), scale, examples, CHOICES);
    }

    private static Stream<Choice> possible(Features features) {
        return ROWS.stream().filter(choice -> switch (choice) {
            case SECTION -> !features.places().isEmpty();
            case TABLE -> features.table() != null;
            case NONE -> true;
        });
    }

    private static double[][] fitted(int rows, Scale scale, List<List<Alternative>> examples, Descent descent) {
        double[][] fitted = new SoftmaxRegression(rows, scale.width()).fitted(examples, descent);
        return Stream.of(fitted).map(scale::unscaled).toArray(double[][]::new);
    }

    private static List<Double> list(double[] weights) {
        return Arrays.stream(weights).boxed().toList();
    }

    private static List<Double> rounded(double[] weights) {
        List<Double> rounded = new ArrayList<>();
        for (double weight : weights) {
            rounded.add(Math.round(100 * weight) / 100.0);
        }
        return rounded;
    }
}
