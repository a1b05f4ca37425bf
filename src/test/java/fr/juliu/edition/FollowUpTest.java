package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Answer;
import fr.juliu.decide.FollowUp;
import fr.juliu.tell.Reply;
import fr.juliu.understand.Question;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Conversations over the first article: what a follow-up takes over, and what it does not. */
final class FollowUpTest {

    private static final Edition ARTICLE = QuestionSets.article(EnumSet.allOf(Part.class));

    @AfterAll
    static void close() {
        ARTICLE.close();
    }

    @Test
    void thanksDoNotBreakTheThread() {
        assertThat(last("学生居留能网上申请吗", "谢谢", "那游客呢").text()).startsWith("可以。游客");
    }

    @Test
    void whatNamesItsSubjectIsNotMixedWithTheQuestionBefore() {
        assertThat(last("10 年卡能网上办吗", "网站报错提交不了怎么办").digest()).isEqualTo(last("网站报错提交不了怎么办").digest());
    }

    @Test
    void aPointWithoutASubjectIsAskedBack() {
        assertThat(last("要多久").answer()).isInstanceOf(Answer.Clarify.class);
    }

    @Test
    void aLongConversationKeepsNoLongQuestion() {
        String[] questions = new String[40];
        questions[0] = "我的居留被拒了怎么办";
        for (int i = 1; i < questions.length; i++) {
            questions[i] = i % 2 == 0 ? "那续签呢" : "那去哪里找人帮忙呢";
        }
        assertThat(last(questions).state().spoken().folded()).hasSizeLessThanOrEqualTo(120);
        Question many = ARTICLE.answerer().read("学校银行邮局医院超市火车机场餐馆剧院公园泳池".repeat(3));
        assertThat(new FollowUp(many, ARTICLE.answerer().read("那图书馆呢")).meant()).hasSizeLessThanOrEqualTo(6);
    }

    private static Reply last(String... questions) {
        @Nullable
        Reply reply = null;
        for (String question : questions) {
            reply = ARTICLE.answerer().ask(question, reply == null ? null : reply.state());
        }
        if (reply == null) {
            throw new IllegalArgumentException("no question");
        }
        return reply;
    }
}
