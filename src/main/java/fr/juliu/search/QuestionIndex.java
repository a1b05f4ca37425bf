package fr.juliu.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What each of many questions counts for a new one: words and character pairs choose those that may, the model weighs
 * the nearest of them against each other. A question is encoded when first weighed.
 */
public final class QuestionIndex implements AutoCloseable {

    private static final int COMPARED = 800;
    private static final int WEIGHED = 200;

    private final List<String> questions;
    private final MixedTextAnalyzer analyzer;
    private final SentenceModel model;
    private final AtomicReferenceArray<float @Nullable []> vectors;
    private final WordIndex index;

    /**
     * An index of questions.
     *
     * @param questions folded
     * @param engine    where their words are looked for
     */
    public QuestionIndex(List<String> questions, TextFolding folding, SearchEngine engine, SentenceModel model) {
        this.questions = List.copyOf(questions);
        this.model = model;
        vectors = new AtomicReferenceArray<>(questions.size());
        analyzer = new MixedTextAnalyzer(folding);
        index = engine.index("questions", analyzer, questions.stream()
                .map(question -> Map.of(MixedTextAnalyzer.WORDS, question, MixedTextAnalyzer.PAIRS, question)));
    }

    /**
     * A question with what it counts.
     *
     * @param number   in the order given
     * @param likeness the cosine, from -1 to 1
     * @param weight   its part in an expected value; the weights need not be positive nor sum up to 1
     */
    public record Vote(int number, double likeness, double weight) {
    }

    /**
     * What questions near to a folded one count for it, the nearest first.
     *
     * @param counts whether the question of a number may count
     */
    public List<Vote> votes(String folded, IntPredicate counts) {
        float[] asked = model.question(folded);
        List<Near> near = byWords(folded).stream().filter(counts::test).limit(COMPARED)
                .map(number -> new Near(number, SentenceEncoder.cosine(asked, vector(number))))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed()).limit(WEIGHED).toList();
        double[] weights = KernelRidge.weights(asked, near.stream().map(each -> vector(each.number())).toList());
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            votes.add(new Vote(near.get(i).number(), near.get(i).likeness(), weights[i]));
        }
        return votes;
    }

    /** A question with how near it is to the one asked. */
    private record Near(int number, double likeness) {
    }

    /** Encodes all questions before they are weighed; an interrupt of the thread ends it early. */
    public void encodeAll() {
        for (int number = 0; number < questions.size() && !Thread.currentThread().isInterrupted(); number++) {
            vector(number);
        }
    }

    private float[] vector(int number) {
        float[] known = vectors.get(number);
        if (known == null) {
            known = model.known(questions.get(number));
            vectors.set(number, known);
        }
        return known;
    }

    @Override
    public void close() {
        index.close();
    }

    private List<Integer> byWords(String folded) {
        Map<Integer, Double> scores = new HashMap<>();
        add(MixedTextAnalyzer.WORDS, folded, scores);
        add(MixedTextAnalyzer.PAIRS, folded, scores);
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).toList();
    }

    /** Adds the scores of one field, each divided by the best. */
    private void add(String field, String folded, Map<Integer, Double> scores) {
        List<WordIndex.Term> terms = analyzer.tokens(field, folded).stream().distinct()
                .map(token -> new WordIndex.Term(field, token, 1)).toList();
        List<WordIndex.Scored> hits = index.best(terms, COMPARED);
        hits.forEach(hit -> scores.merge(hit.number(), (double) hit.score() / hits.getFirst().score(), Double::sum));
    }
}
