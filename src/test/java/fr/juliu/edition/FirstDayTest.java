package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.knowledge.KnownQuestion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Articles that no question teaches, among others that many do. The shipped encoder was trained on these articles, so that
 * more is right here than about an article that is new to it as well; that figure stands in {@code model/README.md}.
 */
final class FirstDayTest {

    private static final int EVERY = Amount.of(12, 1);
    private static final double ENOUGH = 0.8;

    @Test
    void articlesThatNothingTeachesAnswer() {
        FirstDay day = new FirstDay(QuestionSets.library());
        try (Edition edition = QuestionSets.edition(day.library())) {
            List<KnownQuestion> all = day.questions().values().stream().flatMap(List::stream).toList();
            Scorecard card = Scorecard.of(edition, IntStream.range(0, all.size()).filter(i -> i % EVERY == 0)
                    .mapToObj(all::get).toList());
            System.out.println("on their first day: " + card.right() + " of " + card.total() + " right");
            assertThat(card.share()).isGreaterThanOrEqualTo(ENOUGH);
        }
    }
}
