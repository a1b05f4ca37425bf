package fr.juliu.keep;

import fr.juliu.edition.Edition;
import fr.juliu.edition.EditionLoss;
import fr.juliu.edition.Scorecard;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against putting a library in the place of the current edition, unless the keeper wants it so.
 *
 * @param worse known questions that pass now and would fail
 * @param lost  what is said now and would no longer be
 */
public record Setbacks(List<Scorecard.Miss> worse, EditionLoss lost) {

    static final Setbacks NONE = new Setbacks(List.of(), new EditionLoss(List.of(), List.of(), List.of()));

    public Setbacks {
        worse = List.copyOf(worse);
    }

    /**
     * The setbacks of a library.
     *
     * @param misses the known questions that its edition answers wrongly
     */
    public static Setbacks of(Edition now, Library library, List<Scorecard.Miss> misses) {
        return new Setbacks(worse(now, library, misses), EditionLoss.between(now.library(), library));
    }

    public boolean isEmpty() {
        return worse.isEmpty() && lost.isEmpty();
    }

    /** What would be lost, as the keeper reads it. */
    public List<String> told() {
        return Stream.of(lost.gone().stream(), lost.cut().stream().map(place -> place + "（剩下一半，或者更少）"),
                lost.entries().stream().map(entry -> "名单：" + entry)).flatMap(lines -> lines).toList();
    }

    /** The misses that the current edition answers rightly: the question is the same, and the new expectation counts. */
    private static List<Scorecard.Miss> worse(Edition now, Library library, List<Scorecard.Miss> misses) {
        Map<String, KnownQuestion> before = now.library().questions().stream()
                .collect(Collectors.toMap(KnownQuestion::id, Function.identity(), (a, b) -> a));
        Set<String> asked = misses.stream().map(miss -> miss.question().id()).collect(Collectors.toSet());
        List<KnownQuestion> same = library.questions().stream().filter(question -> asked.contains(question.id()))
                .filter(question -> isSame(question, before.get(question.id())))
                .map(question -> before.getOrDefault(question.id(), question)).toList();
        Set<String> failed = Scorecard.of(now, same).misses().stream().map(miss -> miss.question().id())
                .collect(Collectors.toSet());
        Set<String> passed = same.stream().map(KnownQuestion::id).filter(id -> !failed.contains(id))
                .collect(Collectors.toSet());
        return misses.stream().filter(miss -> passed.contains(miss.question().id())).toList();
    }

    private static boolean isSame(KnownQuestion question, @Nullable KnownQuestion before) {
        return before != null && before.question().equals(question.question())
                && before.after().equals(question.after());
    }
}
