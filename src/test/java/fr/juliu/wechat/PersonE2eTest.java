package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.FeedbackBox;
import fr.juliu.store.Outbox;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The way from WeChat to a person, with the whole app: the contact as text, and a question answered in Telegram. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PersonE2eTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final long DESK = -1_004_000_000_002L;
    private static final String UNKNOWN = "宣誓翻译找哪位便宜";
    private static final String ANSWER = "找法院名单上的李老师";

    private final FakeBotApi telegram = new FakeBotApi();
    private final FakeChat desk = telegram.supergroup(DESK, "值班").creator(HONG);
    private final NpmWeChat crypto = NpmWeChat.usual();
    private WeChatApp app;
    private WeChatApp bare;
    private int people;

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path other) {
        app = new WeChatApp(data, UnaryOperator.identity(), "--juliu.telegram.token=" + FakeBotApi.TOKEN,
                "--juliu.telegram.api-url=" + telegram.url(), "--juliu.telegram.group-rate=0",
                "--juliu.contact.wechat=juliu-help", "--juliu.contact.url=https://example.org/help",
                "--juliu.contact.group=" + DESK);
        bare = new WeChatApp(other, UnaryOperator.identity());
    }

    @AfterAll
    void stop() {
        app.close();
        bare.close();
        crypto.close();
        telegram.close();
    }

    @Test
    void whoWantsAPersonIsToldWhoThatIs() {
        Follower wang = follower();
        assertThat(wang.says(app.address(), "转人工")).isEqualTo("""
                可以找：
                • 微信：juliu-help
                • <a href="https://example.org/help">网页：example.org/help</a>""");
        assertThat(wang.says(app.address(), "投诉")).startsWith("对哪条回答有意见").contains("juliu-help");
        assertThat(wang.says(app.address(), "取消关注")).contains("不再关注", "忘掉我");
        assertThat(follower().says(bare.address(), "人工客服")).startsWith("这里没有设人工客服")
                .contains("<a href=\"https://www.service-public.fr/");
    }

    @Test
    void satisfactionIsAWordOnTheLastAnswer() {
        Follower li = follower();
        assertThat(li.says(app.address(), "满意")).startsWith("谢谢！");
        assertThat(app.bean(FeedbackBox.class).since(Instant.EPOCH)).isEmpty();
        li.says(app.address(), "学生居留能网上申请吗");
        assertThat(li.says(app.address(), "满意")).startsWith("谢谢！");
        assertThat(app.bean(FeedbackBox.class).since(Instant.EPOCH)).singleElement()
                .satisfies(word -> assertThat(word.useful()).isTrue());
        assertThat(li.says(app.address(), "不满意")).startsWith("抱歉没帮上忙").contains("1. ", "juliu-help");
        assertThat(app.bean(FeedbackBox.class).since(Instant.EPOCH)).singleElement()
                .satisfies(word -> assertThat(word.useful()).isFalse());
    }

    @Test
    void aQuestionHandedOverIsAnsweredInTelegramAndToldWithTheNextMessage() {
        Follower zhao = follower();
        String refusal = zhao.says(app.address(), UNKNOWN);
        assertThat(refusal).contains("我的资料里没有", ". 找人问");
        String way = zhao.says(app.address(), number(refusal, "找人问"));
        assertThat(way).contains("juliu-help", "只转这一句：「" + UNKNOWN + "」", "在您下次写话时给您看", "1. 转给管理员");
        assertThat(zhao.says(app.address(), "1")).startsWith("转给管理员了");
        Sent asked = desk.awaitLast(1, SOON);
        assertThat(asked.text()).startsWith("请管理员回答：" + UNKNOWN).contains("从微信转来的").doesNotContain(zhao.openId());

        // a reply is known for one only once the message that it is to is noted as sent
        while (app.bean(Outbox.class).waiting("telegram") > 0) {
            Thread.onSpinWait();
        }
        int seen = telegram.lastUpdate();
        desk.reply(HONG, asked.id(), ANSWER);
        assertThat(desk.awaitLast(2, SOON).text()).startsWith("转回去了。");
        assertThat(telegram.awaitConfirmed(seen + 1, SOON)).isTrue();
        assertThat(zhao.says(app.address(), "学生居留能网上申请吗")).startsWith("管理员回答了「" + UNKNOWN + "」：\n" + ANSWER)
                .contains("可以。学生");
        assertThat(zhao.says(app.address(), "学生居留能网上申请吗")).startsWith("可以。学生");
        assertThat(follower().says(app.address(), "学生居留能网上申请吗")).startsWith("可以。学生");
    }

    /** The number that stands before a choice. */
    private static String number(String text, String label) {
        return text.lines().filter(line -> line.endsWith(". " + label)).findFirst().orElseThrow().split("\\.", 2)[0];
    }

    private Follower follower() {
        return new Follower("oPerson" + people++, crypto, false);
    }
}
