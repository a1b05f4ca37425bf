package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a few known questions count for new ones. */
final class QuestionIndexTest {

    private static final SentenceModel MODEL = new SentenceModel(null, null, trouble -> {
    });
    private static final List<String> QUESTIONS = List.of("学生一年能工作多少小时", "学生居留提前多久续", "办护照要缴多少印花税",
            "学生打工一年最多几小时");
    private static final QuestionIndex INDEX = new QuestionIndex(QUESTIONS, new TextFolding(), SearchEngine.MEMORY,
            MODEL);

    @AfterAll
    static void close() {
        INDEX.close();
        MODEL.close();
    }

    @Test
    void aQuestionItselfCountsMost() {
        QuestionIndex.Vote best = best(INDEX.votes("学生居留提前多久续", number -> true));
        assertThat(best.number()).isEqualTo(1);
        assertThat(best.likeness()).isCloseTo(1, within(1e-3));
        assertThat(best.weight()).isGreaterThan(0.8);
    }

    @Test
    void theNearestByMeaningCountsMost() {
        assertThat(best(INDEX.votes("护照的印花税是多少钱", number -> true)).number()).isEqualTo(2);
    }

    @Test
    void whatMayNotCountLeavesItsVoteToTheNext() {
        List<QuestionIndex.Vote> votes = INDEX.votes(QUESTIONS.getFirst(), number -> number != 0);
        assertThat(votes).extracting(QuestionIndex.Vote::number).doesNotContain(0);
        assertThat(best(votes).number()).isEqualTo(3);
    }

    @Test
    void whatSharesNoWordDoesNotVote() {
        assertThat(INDEX.votes("护照", number -> true)).extracting(QuestionIndex.Vote::number).containsExactly(2);
        assertThat(INDEX.votes("mars", number -> true)).isEmpty();
        assertThat(INDEX.votes("", number -> true)).isEmpty();
    }

    @Test
    void questionsThatSayTheSameShareWhatOneAloneWouldCount() {
        try (QuestionIndex twice = new QuestionIndex(List.of("办护照要缴多少印花税", "办护照要缴多少印花税"), new TextFolding(),
                SearchEngine.MEMORY, MODEL)) {
            List<QuestionIndex.Vote> votes = twice.votes("办护照要缴多少印花税", number -> true);
            assertThat(votes).hasSize(2).allSatisfy(vote -> assertThat(vote.weight()).isCloseTo(0.49, within(0.02)));
        }
    }

    @Test
    void noMoreThanTheNearestAreWeighed() {
        List<String> many = IntStream.range(0, 250).mapToObj(number -> "印花税 " + number).toList();
        try (QuestionIndex index = new QuestionIndex(many, new TextFolding(), SearchEngine.MEMORY, MODEL)) {
            assertThat(index.votes("印花税 7", number -> true)).hasSize(200).extracting(QuestionIndex.Vote::number)
                    .contains(7);
        }
    }

    private static QuestionIndex.Vote best(List<QuestionIndex.Vote> votes) {
        return votes.stream().max(Comparator.comparingDouble(QuestionIndex.Vote::weight)).orElseThrow();
    }
}
