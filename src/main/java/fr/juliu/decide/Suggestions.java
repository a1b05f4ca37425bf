package fr.juliu.decide;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.search.Once;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.TextFolding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Known questions near to one that nothing answers, and the types to choose from when a question names none. */
public final class Suggestions {

    private static final int MOST = 3;
    private static final double NEAR = 0.34;
    /** From so many words in common on, two of them are the same in other words. */
    private static final double SAME = 0.6;
    private static final int MOST_TYPES = 8;

    private final PlaceIndex index;
    private final RolloutBook book;
    private final Supplier<List<Known>> known;

    public Suggestions(PlaceIndex index, RolloutBook book, List<KnownQuestion> questions, TextFolding folding) {
        this.index = index;
        this.book = book;
        this.known = new Once<>(() -> questions.stream().filter(Suggestions::isAskable)
                .map(question -> new Known(folding.simplify(question.question()),
                        Set.copyOf(index.words(folding.fold(question.question())))))
                .toList());
    }

    /** The known questions that share most words with a folded question. */
    List<String> near(String folded) {
        return near(folded, MOST);
    }

    /** The known questions that share most words with a folded question, so many at most. */
    public List<String> near(String folded, int most) {
        Set<String> asked = new HashSet<>(index.words(folded));
        Map<Known, Double> likely = new LinkedHashMap<>();
        for (Known question : known.get()) {
            double likeness = likeness(asked, question.words());
            if (likeness >= NEAR) {
                likely.put(question, likeness);
            }
        }
        List<Known> near = new ArrayList<>();
        likely.entrySet().stream().sorted(Map.Entry.<Known, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .filter(question -> near.stream().allMatch(other -> likeness(other.words(), question.words()) < SAME))
                .limit(most).forEach(near::add);
        return near.stream().map(Known::text).toList();
    }

    /** The types most asked for, as options. */
    List<Answer.Option> types() {
        return book.all().stream().sorted(Comparator.comparing(listed -> listed.entry().since()))
                .map(listed -> listed.permit().chinese()).distinct().limit(MOST_TYPES)
                .map(name -> new Answer.Option(name, name + "能网上申请吗")).toList();
    }

    /** The share of words that two texts have in common, from 0 to 1 (Jaccard). */
    private static double likeness(Set<String> a, Set<String> b) {
        int both = 0;
        for (String word : a) {
            both += b.contains(word) ? 1 : 0;
        }
        return both == 0 ? 0 : (double) both / (a.size() + b.size() - both);
    }

    /** Whether a known question stands alone and is answered. */
    private static boolean isAskable(KnownQuestion known) {
        return known.after().isEmpty() && !known.outcome().equals("out-of-scope");
    }

    /** A known question with its words. */
    private record Known(String text, Set<String> words) {
    }
}
