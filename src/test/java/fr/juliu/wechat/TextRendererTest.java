package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Outgoing;
import fr.juliu.tell.RichText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextRendererTest {

    private static final Chat CHAT = new Chat("wechat:1", Chat.Kind.PRIVATE, null);

    @Test
    void onlyLinksOfTheAnswerAreLinks() {
        RichText text = RichText.builder().strong("可以").plain("<a href=\"x\">\u0001 ]]>")
                .link("条文<1>", "https://example.org/?a=1&b=\"2\"").link("邮件", "mailto:a@example.org").build();
        assertThat(TextRenderer.text(text)).isEqualTo("可以＜a href=\"x\"＞ ]]＞"
                + "<a href=\"https://example.org/?a=1&b=%222%22\">条文＜1＞</a>邮件");
        assertThat(TextRenderer.text(RichText.builder().link("长", "https://example.org/" + "x".repeat(700)).build()))
                .isEqualTo("长");
    }

    @Test
    void buttonsBecomeNumbersAndWords() {
        TextRenderer.Told told = TextRenderer.of(List.of(new Outgoing.Send(CHAT, RichText.of("可以。"),
                List.of(List.of(button("👍 有用", "useful:e1"), button("👎 没用", "useless:e1"), button("展开全文", "full:e1")),
                        List.of(button("访客呢", "next:e1:0")), List.of(button("学生呢", "next:e1:1"))),
                null, "e1", false)));
        assertThat(told.text()).isEqualTo("""
                可以。

                回复数字继续问：
                1. 访客呢
                2. 学生呢

                （回复“继续”看全文；回复“有用”或“没用”说说这个回答）""");
        assertThat(told.reading()).isEqualTo(new Reading(List.of(), List.of(new Reading.Choice("访客呢", "next:e1:0"),
                new Reading.Choice("学生呢", "next:e1:1")), "full:e1", "e1", 0));
    }

    @Test
    void aTraditionalAnswerIsFollowedByTraditionalHints() {
        TextRenderer.Told told = TextRenderer.of(List.of(new Outgoing.Send(CHAT, RichText.of("可以。"),
                List.of(List.of(button("👍 有用", "useful:e1"), button("👎 沒用", "useless:e1"), button("展開全文", "full:e1")),
                        List.of(button("訪客呢", "next:e1:0"))),
                null, "e1", false)));
        assertThat(told.text()).isEqualTo("""
                可以。

                回覆數字繼續問：
                1. 訪客呢

                （回覆「繼續」看全文；回覆「有用」或「沒用」說說這個回答）""");
        assertThat(told.traditional()).isTrue();
    }

    @Test
    void whatOffersNothingLeavesWhatWasOffered() {
        Reading before = new Reading(List.of("第二页"), List.of(new Reading.Choice("访客呢", "next:e1:0")), "full:e1", "e1",
                0);
        TextRenderer.Told word = TextRenderer
                .of(List.of(new Outgoing.Send(CHAT, RichText.of("没看懂。"), List.of(), null, "e2",
                        false)));
        assertThat(word.reading()).isNull();
        assertThat(before.then(word, List.of())).isEqualTo(before);

        TextRenderer.Told reasons = TextRenderer.of(List.of(new Outgoing.EditButtons(CHAT, "m",
                List.of(List.of(button("答错了", "why:e1:wrong"), button("过时了", "why:e1:outdated"))))));
        assertThat(before.then(reasons, List.of())).isEqualTo(new Reading(before.pages(),
                List.of(new Reading.Choice("答错了", "why:e1:wrong"), new Reading.Choice("过时了", "why:e1:outdated")),
                "full:e1", "e1", 0));
    }

    @Test
    void aPagerTurnsForwardByTheWordAndBackByANumber() {
        TextRenderer.Told told = TextRenderer.of(List.of(new Outgoing.Edit(CHAT, "m", RichText.of("第二页"),
                List.of(List.of(button("‹ 上一页", "list:0"), button("下一页 ›", "list:2"))))));
        assertThat(told.text()).isEqualTo("第二页\n\n回复数字选择：\n1. 上一页\n\n（回复“继续”看下一页）");
        assertThat(told.reading()).isEqualTo(
                new Reading(List.of(), List.of(new Reading.Choice("上一页", "list:0")), "list:2", null, 0));
    }

    @Test
    void aShortWordLeavesWhatWasOffered() {
        assertThat(TextRenderer.of(List.of(new Outgoing.Toast("谢谢！", false))))
                .isEqualTo(TextRenderer.Told.word("谢谢！"));
        assertThat(TextRenderer.of(List.of())).isEqualTo(TextRenderer.Told.word(""));
    }

    private static Outgoing.Button button(String label, String data) {
        return new Outgoing.Button(label, data);
    }
}
