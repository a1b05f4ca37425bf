package fr.juliu.chat;

import fr.juliu.store.QuestionLog;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What nothing answered, the same in other words together. */
final class OpenQuestions {

    /** So many wordings at most are compared with each other. */
    private static final int GROUPED = 300;

    private final CurrentEdition edition;
    private final QuestionLog log;

    OpenQuestions(CurrentEdition edition, QuestionLog log) {
        this.edition = edition;
        this.log = log;
    }

    /** What was asked since then, most frequent first. */
    List<OpenQuestion> since(Instant since) {
        Map<String, QuestionLog.Asked> asked = log.unanswered(since).stream().limit(GROUPED)
                .collect(Collectors.toMap(QuestionLog.Asked::question, Function.identity(), (a, b) -> a,
                        LinkedHashMap::new));
        return edition.get().answerer().grouped(List.copyOf(asked.keySet())).stream()
                .map(wordings -> question(wordings, asked))
                .sorted(Comparator.comparingInt(OpenQuestion::times).reversed()).toList();
    }

    private static OpenQuestion question(List<String> wordings, Map<String, QuestionLog.Asked> asked) {
        List<QuestionLog.Asked> each = wordings.stream().map(asked::get).filter(Objects::nonNull).toList();
        return new OpenQuestion(wordings, each.stream().mapToInt(QuestionLog.Asked::times).sum(),
                each.stream().map(QuestionLog.Asked::last).max(Comparator.naturalOrder()).orElse(Instant.EPOCH));
    }
}
