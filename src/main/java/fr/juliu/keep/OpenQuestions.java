package fr.juliu.keep;

import fr.juliu.decide.Answer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.store.QuestionLog;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What nothing answered and the current edition still does not answer, the same in other words together; without what the
 * known questions of the folder settle.
 */
final class OpenQuestions {

    /** So many wordings at most are asked again. */
    private static final int ASKED = 1000;
    /** So many at most are compared with each other; each that was asked less often stands alone. */
    private static final int GROUPED = 300;

    private final CurrentEdition edition;
    private final QuestionLog log;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    OpenQuestions(CurrentEdition edition, QuestionLog log) {
        this.edition = edition;
        this.log = log;
    }

    /**
     * What is open.
     *
     * @param questions most frequent first
     * @param unread    how many more wordings the log has, each asked less often, that were not asked again
     */
    record Open(List<OpenQuestion> questions, int unread) {
    }

    /** What was found last, which stays so until there is another edition or another question. */
    private record Kept(Edition edition, List<QuestionLog.Asked> asked, Open open) {
    }

    /** What was asked since then. */
    Open since(Instant since) {
        Edition now = edition.get();
        List<QuestionLog.Asked> asked = log.unanswered(since);
        Kept before = kept.get();
        if (before != null && before.edition() == now && before.asked().equals(asked)) {
            return before.open();
        }
        Open open = find(now, asked);
        kept.set(new Kept(now, asked, open));
        return open;
    }

    private static Open find(Edition now, List<QuestionLog.Asked> asked) {
        Map<String, OpenQuestion> wordings = new LinkedHashMap<>();
        for (QuestionLog.Asked each : asked) {
            wordings.merge(letters(now, each.question()),
                    new OpenQuestion(List.of(each.question()), each.times(), each.last()), OpenQuestions::joined);
        }
        Set<String> known = now.library().questions().stream().filter(question -> question.after().isEmpty())
                .map(KnownQuestion::question).map(question -> letters(now, question)).collect(Collectors.toSet());
        List<OpenQuestion> open = wordings.entrySet().stream().limit(ASKED)
                .filter(wording -> !known.contains(wording.getKey()))
                .map(Map.Entry::getValue).filter(question -> isOpen(now, question)).toList();
        List<OpenQuestion> alone = open.subList(Math.min(GROUPED, open.size()), open.size());
        return new Open(Stream.concat(grouped(now, open.subList(0, open.size() - alone.size())), alone.stream())
                .sorted(Comparator.comparingInt(OpenQuestion::times).reversed()).toList(),
                Math.max(0, wordings.size() - ASKED));
    }

    private static Stream<OpenQuestion> grouped(Edition now, List<OpenQuestion> questions) {
        Map<String, OpenQuestion> byFirst = questions.stream().collect(Collectors
                .toMap(question -> question.wordings().getFirst(), question -> question, OpenQuestions::joined,
                        LinkedHashMap::new));
        return now.answerer().grouped(List.copyOf(byFirst.keySet())).stream()
                .map(group -> group.stream().map(byFirst::get).reduce(OpenQuestions::joined).orElseThrow());
    }

    private static OpenQuestion joined(OpenQuestion one, OpenQuestion other) {
        return new OpenQuestion(Stream.of(one.wordings(), other.wordings()).flatMap(Collection::stream).toList(),
                one.times() + other.times(), one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    private static boolean isOpen(Edition now, OpenQuestion question) {
        return now.answerer().ask(question.wordings().getFirst()).answer() instanceof Answer.Unknown unknown
                && Statistics.isOpen(unknown.reason().name());
    }

    /** A question without what its writer may leave out: two that are the same so ask the same. */
    private static String letters(Edition edition, String question) {
        String letters = edition.folded(question).replaceAll("[^\\p{L}\\p{N}]+", "");
        return letters.isEmpty() ? question : letters;
    }
}
