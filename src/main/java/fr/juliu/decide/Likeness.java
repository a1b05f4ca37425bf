package fr.juliu.decide;

import fr.juliu.search.SentenceModel;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Keyword;
import fr.juliu.understand.Phase;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How surely two questions ask the same. Other permits, another phase or other numbers (such as a département) tell two
 * questions apart whatever else they share; the rest is a logistic regression, fitted on the tuning half of
 * {@code alike.jsonl}.
 */
public final class Likeness {

    /** From here on two questions are taken for the same: on the other half of the pairs, nine of ten such are. */
    public static final double ALIKE = 0.7;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final double NONE = -0.7;
    private static final double SAME_PERMITS = 0.7;
    private static final double SAME_POINTS = 0.55;
    private static final double SAME_ASPECTS = 0.8;
    private static final double SHARED_UNITS = 0.35;
    private static final double ONE_PHASE = -1.5;
    private static final double ONE_POINT = -2;
    private static final double MEANING = 2.7;
    private static final double CLOSE = 0.6;

    private final @Nullable SentenceModel model;

    /** Without the meaning of sentences where there is no model. */
    public Likeness(@Nullable SentenceModel model) {
        this.model = model;
    }

    /** From 0 to 1. */
    public double of(Question a, Question b) {
        if (a.folded().equals(b.folded())) {
            return 1;
        }
        return differ(a, b) ? 0 : 1 / (1 + Math.exp(-weight(a, b)));
    }

    /** Texts in groups of those that are alike the first of their group; each is read once. */
    public List<List<String>> grouped(List<String> texts, Function<String, Question> reader) {
        List<Question> firsts = new ArrayList<>();
        List<List<String>> groups = new ArrayList<>();
        for (String text : texts) {
            Question question = reader.apply(text);
            int group = 0;
            while (group < firsts.size() && of(firsts.get(group), question) < ALIKE) {
                group++;
            }
            if (group == firsts.size()) {
                firsts.add(question);
                groups.add(new ArrayList<>());
            }
            groups.get(group).add(text);
        }
        return groups;
    }

    private double weight(Question a, Question b) {
        Set<String> permits = permits(a);
        Set<String> points = points(a);
        Set<String> otherPoints = points(b);
        boolean samePermits = !permits.isEmpty() && permits.equals(permits(b));
        double weight = NONE + SHARED_UNITS * (samePermits || speaksOfMore(a, b)
                ? shared(a.keywords(), b.keywords())
                : sharedPairs(a.folded(), b.folded()));
        weight += samePermits ? SAME_PERMITS : 0;
        weight += !points.isEmpty() && points.equals(otherPoints) ? SAME_POINTS : 0;
        weight += samePermits && points.isEmpty() != otherPoints.isEmpty() ? ONE_POINT : 0;
        weight += a.phase() == b.phase() ? 0 : ONE_PHASE;
        weight += a.aspects().keySet().equals(b.aspects().keySet()) ? SAME_ASPECTS : 0;
        SentenceModel meaning = model;
        return meaning == null
                ? weight
                : weight + MEANING * Math.max(0, meaning.likeness(a.folded(), b.folded()) - CLOSE);
    }

    private static boolean differ(Question a, Question b) {
        Set<String> permits = permits(a);
        Set<String> others = permits(b);
        boolean otherPermits = !permits.isEmpty() && !others.isEmpty() && !permits.equals(others);
        boolean otherPhase = a.phase() != b.phase() && a.phase() != Phase.ANY && b.phase() != Phase.ANY;
        return otherPermits || otherPhase || !numbers(a).equals(numbers(b));
    }

    /** The permits named; a word that can mean something else names one where nothing else is spoken of. */
    private static Set<String> permits(Question question) {
        return question.mentions().stream().filter(mention -> mention.strong() || question.keywords().isEmpty())
                .map(mention -> mention.permit().id()).collect(Collectors.toSet());
    }

    private static Set<String> points(Question question) {
        return question.prosePoints().stream().map(Aspect::id).collect(Collectors.toSet());
    }

    private static Set<String> numbers(Question question) {
        return NUMBER.matcher(question.folded()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static boolean speaksOfMore(Question a, Question b) {
        return !a.keywords().isEmpty() || !b.keywords().isEmpty();
    }

    /** The share of pairs of neighbouring characters that two texts have in common (Jaccard). */
    private static double sharedPairs(String a, String b) {
        Set<String> pairs = pairs(a);
        Set<String> others = pairs(b);
        long both = pairs.stream().filter(others::contains).count();
        return both == 0 ? 0 : (double) both / (pairs.size() + others.size() - both);
    }

    private static Set<String> pairs(String text) {
        return IntStream.range(0, text.length() - 1).mapToObj(at -> text.substring(at, at + 2))
                .collect(Collectors.toSet());
    }

    /** The share of what both speak of in what either does; 1 when neither speaks of anything beside permits. */
    private static double shared(List<Keyword> a, List<Keyword> b) {
        if (a.isEmpty() && b.isEmpty()) {
            return 1;
        }
        long both = a.stream().filter(keyword -> isAmong(keyword, b)).count()
                + b.stream().filter(keyword -> isAmong(keyword, a)).count();
        return (double) both / (a.size() + b.size());
    }

    private static boolean isAmong(Keyword keyword, List<Keyword> keywords) {
        return keywords.stream()
                .anyMatch(other -> keyword.alternatives().stream().anyMatch(other.alternatives()::contains));
    }
}
