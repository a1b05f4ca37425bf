package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectionTest {

    private static final Objections OBJECTIONS = ChatRoom.objections();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            过时了                                              | outdated
            这条过时了。                                         | outdated
            這條已經過時了                                       | outdated
            「过时了」                                           | outdated
            答错了！                                             | wrong
            回答答錯了                                           | wrong
            答非所问                                             | beside
            答非所問                                             | beside
            看不懂                                               | unclear
            这条过时了 https://www.service-public.fr/F1?A=b#C    | outdated https://www.service-public.fr/F1?A=b#C
            这条过时了https://example.org/x。                    | outdated https://example.org/x
            过时了，新的在这里：https://example.org/x            | outdated 新的在这里 https://example.org/x
            答错了，现在是 4 个月                                | wrong 现在是 4 个月
            过时了，怎么办 https://example.org/x                 | outdated 怎么办 https://example.org/x
            过时了 javascript:alert                              | outdated javascript:alert
            没用：过时了 https://example.org/x                   | outdated https://example.org/x
            沒用：我問的是學生怎麼換                              | 我問的是學生怎麼換
            没用，没有说要几月交                                 | ''
            没用，没有说期限                                     | 没有说期限
            没用 https://example.org/x                           | outdated https://example.org/x
            """)
    void itIsStoredAsReasonAndLink(String text, String stored) {
        assertThat(OBJECTIONS.read(text).map(objection -> String.valueOf(objection.stored())).orElse(""))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"过时了的居留怎么换", "过时了吗", "这条过时了吗？", "看不懂法语的信怎么办", "看不懂，法语信要翻译吗", "没用过的签证还能用吗", "没用", "有用",
            "没用，续签要多久", "居留过期了", "答", "", "  ", "https://example.org/x", "学生居留能网上申请吗"})
    void anythingElseIsNone(String text) {
        assertThat(OBJECTIONS.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:password@example.org/", "https:///x", "ftp://example.org/x", "example.org",
            "https://"})
    void whatLeadsNowhereIsNoLink(String text) {
        assertThat(Objection.isLink(text)).isFalse();
    }
}
