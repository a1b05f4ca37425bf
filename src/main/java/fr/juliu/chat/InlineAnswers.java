package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.decide.Answer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.tell.Ellipsis;
import fr.juliu.tell.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Answers to pick from while words are typed in any chat; none of them is logged. */
final class InlineAnswers {

    private static final int MOST = 10;
    private static final int DESCRIPTION = 100;
    private static final String ONLINE = "能网上申请吗";

    /** Each letter typed may ask. */
    private static final int PER_MINUTE = 60;

    private final CurrentEdition edition;
    private final PageLinks pages;
    private final AskLimit limit;

    InlineAnswers(CurrentEdition edition, PageLinks pages, Ticker ticker) {
        this.edition = edition;
        this.pages = pages;
        limit = new AskLimit(PER_MINUTE, ticker);
    }

    /** The results for words typed; without words, what is asked most; nothing for somebody who types too much. */
    List<Outgoing> to(Incoming.Inline typed) {
        // no empty results either: messengers keep those for everybody who types the same
        return limit.count(typed.person().id()).isPresent() ? List.of() : List.of(results(typed.query()));
    }

    private Outgoing.Results results(String query) {
        Map<String, Outgoing.Result> results = new LinkedHashMap<>();
        for (String question : questions(query.strip())) {
            if (results.size() == MOST) {
                break;
            }
            Reply reply = DiscreetAsking.ask(edition, question, null);
            if (isWorthPicking(reply)) {
                results.putIfAbsent(reply.digest(), new Outgoing.Result(reply.digest(), question,
                        cut(reply.verdict()), pages.shown(reply)));
            }
        }
        return new Outgoing.Results(List.copyOf(results.values()));
    }

    private List<String> questions(String query) {
        List<String> questions = new ArrayList<>();
        if (query.isEmpty()) {
            questions.add("最近新上线了哪些居留");
            questions.add("哪些居留可以网上申请");
        } else {
            questions.add(query);
            edition.get().catalogue().all().stream()
                    .filter(permit -> Stream.of(permit.chinese(), permit.french(), permit.id())
                            .anyMatch(name -> name.toLowerCase(Locale.ROOT)
                                    .contains(query.toLowerCase(Locale.ROOT))))
                    .map(permit -> permit.chinese() + ONLINE).forEach(questions::add);
            questions.addAll(edition.get().answerer().near(query, MOST));
        }
        return questions;
    }

    private static boolean isWorthPicking(Reply reply) {
        return switch (reply.answer()) {
            case Answer.Listed listed -> true;
            case Answer.NotListed notListed -> true;
            case Answer.Listing list -> true;
            case Answer.FromSection section -> true;
            case Answer.Pinned pinned -> true;
            case Answer.Clarify clarify -> false;
            case Answer.Unknown unknown -> false;
        };
    }

    private static String cut(String text) {
        return Ellipsis.cut(text, DESCRIPTION);
    }
}
