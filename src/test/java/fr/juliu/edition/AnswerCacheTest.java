package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Answer;
import fr.juliu.tell.Reply;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** That an answer is kept for its question, in each script, and never for another. */
final class AnswerCacheTest {

    @Test
    void theSameQuestionInOtherSpellingGetsTheSameAnswerUnderItsOwnWords() {
        try (Edition edition = QuestionSets.edition(EnumSet.allOf(Part.class))) {
            Reply first = edition.answerer().ask("学生居留能网上申请吗");
            Reply again = edition.answerer().ask(" 学生 居留能网上申请吗 ");
            Reply traditional = edition.answerer().ask("學生居留能網上申請嗎");

            assertThat(again.answer()).isSameAs(first.answer());
            assertThat(again.question()).isEqualTo(" 学生 居留能网上申请吗 ");
            assertThat(traditional.traditional()).isTrue();
            assertThat(traditional.display()).contains("可以。學生").isNotEqualTo(first.display());
            assertThat(edition.answerer().ask("游客居留能网上申请吗").answer()).isNotEqualTo(first.answer());
        }
    }

    @Test
    void aFollowUpIsAnsweredByItsConversationAndNotByTheCache() {
        try (Edition edition = QuestionSets.edition(EnumSet.allOf(Part.class))) {
            Reply alone = edition.answerer().ask("那续签呢");
            Reply after = edition.answerer().ask("那续签呢", edition.answerer().ask("第一次申请十年居留能线上办吗").state());

            assertThat(after.answer()).isInstanceOf(Answer.Listed.class).isNotEqualTo(alone.answer());
        }
    }
}
