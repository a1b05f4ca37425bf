package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.util.EnumSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once told with confidence and is wrong today is told over the project's own articles as it is in 2026. */
final class TrueTodayTest {

    private static final Edition EDITION = QuestionSets.edition(EnumSet.allOf(Part.class));

    @AfterAll
    static void close() {
        EDITION.close();
    }

    static Stream<Arguments> facts() {
        return Stream.of(told("250 欧", "续居留要交多少钱？", "续一张居留卡现在收多少", "续签还是 225 欧吗"),
                told("2025 年 12 月 31 日", "全面审查试点还在进行吗", "全面审查那个试点现在还在搞吗"),
                told("有条件", "ANEF 坏了，préfecture 必须收我的纸质材料吗", "网站报错交不了，préfecture 是不是一定要给别的办法"),
                told("59 373", "欧盟蓝卡工资门槛现在是多少", "办蓝卡年薪要多少"),
                told("少数情形除外", "办 10 年卡，哪些居留的年份算数", "我的 VPF 能算进十年卡的年数吗", "我是 VPF，住了五年能申请 10 年卡吗"),
                told("法语 B1", "人才居留要会法语吗", "拿 talent 的人到底要不要法语成绩"),
                told("2026 年 1 月 1 日", "多年卡要考试吗", "第一次拿四年卡要不要考公民考试"),
                told("32 题", "公民考试怎么考", "examen civique 几道题，对几道及格")).flatMap(each -> each);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("facts")
    void theValueOfTodayIsTold(String value, String question) {
        Reply reply = EDITION.answerer().ask(question);
        assertThat(reply.text()).contains(value);
    }

    static Stream<String> examples() {
        return EDITION.topics().stream().map(group -> group.topic().ask()).filter(Objects::nonNull);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleOfATopicIsAnswered(String question) {
        assertThat(AnswerDocument.outcome(EDITION.answerer().ask(question).answer())).isIn("listed", "not-listed",
                "list", "section");
    }

    private static Stream<Arguments> told(String value, String... questions) {
        return Stream.of(questions).map(question -> Arguments.of(value, question));
    }
}
