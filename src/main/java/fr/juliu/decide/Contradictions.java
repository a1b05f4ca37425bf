package fr.juliu.decide;

import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Problem;
import fr.juliu.knowledge.RolloutEntry;
import fr.juliu.search.Sentence;
import fr.juliu.understand.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sentences of articles that deny what a rollout table lists: …还不能在 ANEF 上申请 of a permit with a row of its own. The
 * answer tells the table, and who reads on reads the opposite.
 */
public final class Contradictions {

    /** The class of words of {@code aspects.yml} that deny that something is online. */
    private static final String DENIED = "denied_online";

    private Contradictions() {
    }

    /** What is contradicted by whom, as warnings at the sentence; each once. */
    public static List<Problem> of(RolloutBook book, PlaceBook places, Vocabulary vocabulary) {
        Set<String> denials = vocabulary.wordsOrNone(DENIED);
        Set<Problem> found = new LinkedHashSet<>();
        places.holding(denials).forEach(place -> {
            for (PlaceFacts.SentenceFacts sentence : place.sentences()) {
                if (denials.stream().anyMatch(sentence.sentence().folded()::contains)) {
                    sentence.permits().stream().flatMap(id -> listed(book, id).stream())
                            .filter(listed -> !listed.article().equals(place.place().article()))
                            .forEach(listed -> found.add(problem(place, sentence.sentence(), listed)));
                }
            }
        });
        return new ArrayList<>(found);
    }

    /** The rows that list a permit as a whole, and not as a plan. */
    private static List<RolloutBook.Listed> listed(RolloutBook book, String permit) {
        return book.all().stream().filter(listed -> listed.permit().id().equals(permit))
                .filter(listed -> book.of(listed.permit()).contains(listed))
                .filter(listed -> !listed.planned() && listed.entry().qualifiers().isEmpty()).toList();
    }

    private static Problem problem(PlaceFacts place, Sentence sentence, RolloutBook.Listed listed) {
        RolloutEntry entry = listed.entry();
        String row = listed.article().file() + ":" + entry.line();
        return new Problem(place.place().article().file(), line(place, sentence), Problem.Severity.WARNING,
                "\"" + sentence.text() + "\" denies what " + row + " lists since " + entry.date() + ", \""
                        + entry.permit() + "\"; correct the one that is wrong",
                "「" + sentence.text() + "」和 " + row + " 的名单（" + entry.date() + "，" + entry.permit()
                        + "）相反；请改掉不对的那个");
    }

    /** The line of the block that a sentence stands in, that of the section where it cannot be told. */
    private static int line(PlaceFacts place, Sentence sentence) {
        return place.place().section().blocks().stream().filter(block -> block.text().contains(sentence.text()))
                .mapToInt(Block::line).findFirst().orElse(place.place().section().line());
    }
}
