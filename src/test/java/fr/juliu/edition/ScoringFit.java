package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Decider;
import fr.juliu.decide.HelpBook;
import fr.juliu.decide.KnownFeatures;
import fr.juliu.decide.Scoring;
import fr.juliu.decide.SmallTalk;
import fr.juliu.decide.WeightsFit;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.understand.Aspects;
import fr.juliu.understand.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The fit of what the features of a scoring weigh, on phrasings and the older known questions; it is measured on known
 * questions by other hands. Prints the weights as they stand in {@link Scoring#FITTED}, to be put there after larger
 * changes of the folder.
 */
@Tag("benchmark")
final class ScoringFit {

    private static final int ONE_OF = 3;
    private static final double TOLERATED = 0.02;
    private static final Pattern BY_OTHER_HANDS = Pattern.compile("[ABC]-.*");

    @Test
    void theWeightsInUseAreAboutAsGoodAsFreshOnes() {
        try (Edition edition = QuestionSets.edition(EnumSet.allOf(Part.class))) {
            Library library = edition.library();
            List<KnownFeatures> fitted = examples(edition, Stream.concat(
                    asked(library.questions(), QuestionSets.OLDER), everyThird(library.phrasings())).toList());
            List<KnownFeatures> measured = examples(edition, asked(library.questions(), BY_OTHER_HANDS).toList());
            Scoring.Weights fresh = WeightsFit.of(fitted);
            System.out.println("fitted on " + fitted.size() + " questions:\n" + text(fresh));
            double freshShare = share("the weights above", fresh, measured);
            double usedShare = share("the weights in use", Scoring.FITTED, measured);
            assertThat(usedShare).as("share right with the weights in use, against %s with fresh ones", freshShare)
                    .isGreaterThanOrEqualTo(freshShare - TOLERATED);
        }
    }

    private static Stream<KnownQuestion> asked(List<KnownQuestion> questions, Pattern ids) {
        return questions.stream().filter(known -> ids.matcher(known.id()).matches());
    }

    private static Stream<KnownQuestion> everyThird(List<KnownQuestion> phrasings) {
        return IntStream.range(0, phrasings.size()).filter(i -> i % ONE_OF == 0).mapToObj(phrasings::get);
    }

    /** The features of questions that stand alone and are neither urgent nor small talk, each itself left out. */
    private static List<KnownFeatures> examples(Edition edition, List<KnownQuestion> questions) {
        Answerer answerer = edition.answerer().leavingOneOut();
        Decider decider = answerer.decider();
        HelpBook help = HelpBook.read(new ConfigFolder(Path.of("config")),
                Aspects.read(new ConfigFolder(Path.of("config"))));
        Predicate<Question> judged = question -> help.urgent(question).isEmpty() && SmallTalk.in(question).isEmpty();
        List<KnownFeatures> examples = new ArrayList<>();
        for (KnownQuestion known : questions) {
            Question question = answerer.read(known.question());
            if (known.after().isEmpty() && judged.test(question)) {
                examples.add(new KnownFeatures(known, decider.claim(question).orElseThrow().taught()));
            }
        }
        return examples;
    }

    private static double share(String name, Scoring.Weights weights, List<KnownFeatures> measured) {
        long right = measured.stream().filter(known -> known.isRight(weights)).count();
        System.out.println("with " + name + ": " + right + " of " + measured.size() + " right");
        return (double) right / measured.size();
    }

    /** Weights as they stand in the code. */
    private static String text(Scoring.Weights weights) {
        return Stream.of(weights.places(), weights.answers(), weights.section(), weights.table(), weights.none())
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(", ", "List.of(", ")")))
                .collect(Collectors.joining(",\n"));
    }
}
