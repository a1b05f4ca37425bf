package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.FeedbackBox;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to a person with the whole app, over HTTP: the contact, questions handed over, and what a group misses. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PersonE2eTest {

    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final String BOT = "@" + FakeBotApi.BOT_NAME + " ";
    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String UNKNOWN = "宣誓翻译找哪位便宜";
    private static final String ANSWER = "找法院名单上的李老师，60 欧一页";
    private static final long DESK = -1_004_000_000_001L;

    private final FakeBotApi telegram = new FakeBotApi();
    private final Talk desk = new Talk(telegram, telegram.supergroup(DESK, "值班").creator(HONG).member(MING));
    private App app;
    private App bare;
    private long groups = -1_005_000_000_000L;
    private int people = 1000;
    private FakeChat group = telegram.group(-1, "群");
    private Talk talk = new Talk(telegram, group);

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path other) {
        app = new App(telegram, data, "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0", "--juliu.contact.telegram=@juliu_help",
                "--juliu.contact.wechat=juliu-help", "--juliu.contact.mail=help@example.org",
                "--juliu.contact.url=https://example.org/help", "--juliu.contact.group=" + DESK);
        bare = new App(telegram.url(), "", other);
    }

    @AfterAll
    void stop() {
        app.close();
        bare.close();
        telegram.close();
    }

    @BeforeEach
    void meet() {
        group = telegram.supergroup(--groups, "留学群").member(MING).creator(HONG).administrator(FakeBotApi.BOT,
                "can_pin_messages");
        talk = new Talk(telegram, group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"转人工", "人工客服", "找管理员", "我要转人工！", "請問人工客服在哪", "转 人 工", "有没有真人客服啊"})
    void whoWantsAPersonIsToldWhoThatIs(String words) {
        assertThat(someone().ask(person(), words).text()).isEqualTo("""
                可以找：
                • Telegram：@juliu_help
                • 微信：juliu-help
                • 邮箱：help@example.org
                • 网页：example.org/help""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"投诉", "我要投诉你们", "举报"})
    void whoComplainsIsToldHow(String words) {
        assertThat(someone().ask(person(), words).text()).startsWith("对哪条回答有意见").contains("@juliu_help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"取消关注", "取消订阅", "怎么取消关注", "退订"})
    void whoWantsToLeaveIsToldHow(String words) {
        assertThat(someone().ask(person(), words).text()).startsWith("我不主动发消息").contains("屏蔽", "/forget");
    }

    @Test
    void satisfactionIsAWordOnTheLastAnswer() {
        Talk private1 = someone();
        FakeUser person = person();
        assertThat(private1.ask(person, "满意").text()).startsWith("谢谢！");
        private1.ask(person, STUDENT);
        Sent asks = private1.ask(person, "不满意");
        assertThat(asks.text()).startsWith("抱歉没帮上忙。哪里不对").contains("@juliu_help");
        assertThat(private1.toast(person, asks, "过时了")).contains("记下了");
        assertThat(app.bean(FeedbackBox.class).since(Instant.EPOCH))
                .anySatisfy(word -> assertThat(word.question()).isEqualTo(STUDENT));
    }

    @Test
    void insideAQuestionTheWordsMeanNothing() {
        assertThat(someone().ask(person(), "学生居留能网上申请吗，不行就转人工").text()).contains("可以。学生");
    }

    @Test
    void aRefusalHasAButtonThatLeadsThereAndOtherAnswersHaveNone() {
        Talk private1 = someone();
        FakeUser person = person();
        Sent refusal = private1.ask(person, UNKNOWN);
        assertThat(refusal.text()).contains("我的资料里没有");
        Sent way = private1.press(person, refusal, "找人问");
        assertThat(way.text()).contains("@juliu_help", "只转这一句：「" + UNKNOWN + "」，不转您的名字和号码", "只留 48 小时");
        assertThat(private1.ask(person, STUDENT).markup().toString()).doesNotContain("person:");
    }

    @Test
    void aQuestionHandedOverComesBackAnsweredAndBecomesANote() {
        Talk private1 = someone();
        FakeUser person = person();
        Sent way = private1.press(person, private1.ask(person, UNKNOWN + "，我电话 0612345678"), "找人问");
        assertThat(private1.press(person, way, "转给管理员").text()).isEqualTo("转给管理员了，只转了问题。48 小时内没人回答就作废。");
        Sent asked = desk.next();
        assertThat(asked.text()).startsWith("请管理员回答：" + UNKNOWN).contains("从私聊转来的")
                .doesNotContain("0612345678", person.firstName());
        app.awaitNothingWaiting();
        assertThat(private1.toast(person, way, "转给管理员")).isEqualTo("已经转过了，请等回答。");

        desk.chat.reply(MING, asked.id(), "我也想知道");
        Sent done = desk.reply(HONG, asked.id(), ANSWER);
        assertThat(done.text()).startsWith("转回去了。");
        assertThat(private1.next().text()).startsWith("管理员回答了「" + UNKNOWN).contains(ANSWER, "不在资料里");
        assertThat(desk.reply(HONG, asked.id(), "再答一次").text()).startsWith("这个问题已经回答过了");

        assertThat(desk.toast(MING, done, "记为本群的回答")).contains("只有能置顶消息的群管理员");
        assertThat(desk.toast(HONG, done, "记为本群的回答")).startsWith("记住了。");
        desk.next();
        assertThat(desk.ask(MING, BOT + UNKNOWN).text()).startsWith("本群的回答（红，").contains(ANSWER);
    }

    @Test
    void whoAsksToBeForgottenGetsNoAnswerAnyMore() {
        Talk private1 = someone();
        FakeUser person = person();
        Sent way = private1.press(person, private1.ask(person, UNKNOWN), "找人问");
        private1.press(person, way, "转给管理员");
        Sent asked = desk.next();
        app.awaitNothingWaiting();
        assertThat(private1.ask(person, "/forget").text()).startsWith("好的");
        assertThat(desk.reply(HONG, asked.id(), ANSWER).text()).startsWith("过了 48 小时，或者提问的人不要了");
    }

    @Test
    void nobodyHandsOverMoreThanThreeThatWait() {
        Talk private1 = someone();
        FakeUser person = person();
        for (int i = 0; i < 3; i++) {
            Sent way = private1.press(person, private1.ask(person, UNKNOWN + "第" + i + "家"), "找人问");
            private1.press(person, way, "转给管理员");
            desk.next();
        }
        Sent way = private1.press(person, private1.ask(person, UNKNOWN), "找人问");
        assertThat(private1.toast(person, way, "转给管理员")).startsWith("等回答的问题太多了");
    }

    @Test
    void aGroupsModeratorsSayHowTheyAreReachedAndTakeQuestions() {
        assertThat(talk.ask(HONG, "/contact 找 @hong，手机 0612345678").text()).startsWith("记下了。")
                .contains("找 @hong，手机 0612345678");
        group.say(MING, "/contact 找骗子");
        assertThat(talk.ask(MING, "/contact").text()).startsWith("本群的管理员：找 @hong，手机 0612345678\n\n也可以找：\n")
                .contains("@juliu_help");
        assertThat(talk.ask(MING, BOT + "找管理员").text()).startsWith("本群的管理员：找 @hong");
        Sent setup = talk.ask(HONG, "/setup");
        assertThat(talk.toast(MING, setup, "收转给管理员的问题")).isEqualTo("只有群管理员可以用。");
        assertThat(talk.press(HONG, setup, "收转给管理员的问题").text()).contains("成员可以把我答不上来的问题转给管理员");

        int question = group.say(MING, BOT + UNKNOWN);
        Sent way = talk.press(MING, talk.next(), "找人问");
        assertThat(way.text()).startsWith("本群的管理员").contains("我会在群里请管理员看");
        Sent asked = talk.press(MING, way, "转给管理员");
        assertThat(asked.text()).startsWith("请管理员回答：" + UNKNOWN);
        assertThat(asked.replyTo()).isEqualTo(question);
        app.awaitNothingWaiting();
        group.reply(MING, asked.id(), "等等看");
        Sent back = talk.reply(HONG, asked.id(), ANSWER);
        assertThat(back.replyTo()).isEqualTo(question);
        assertThat(back.text()).startsWith("管理员回答了").contains(ANSWER);
        assertThat(talk.toast(HONG, back, "记为本群的回答")).startsWith("记住了。");
        talk.next();
        assertThat(talk.ask(MING, BOT + UNKNOWN).text()).startsWith("本群的回答（红，").contains(ANSWER);
        assertThat(talk.ask(HONG, "/contact off").text()).isEqualTo("本群的联系方式删掉了。");
    }

    @Test
    void whatAGroupMissesIsListedAndAnsweredWithOneTap() {
        talk.ask(MING, BOT + UNKNOWN);
        talk.ask(MING, BOT + UNKNOWN);
        talk.ask(MING, BOT + "宣誓翻译找哪位便宜？");
        talk.ask(MING, BOT + "周末哪里有中文书店");
        talk.ask(MING, BOT + STUDENT);
        Talk other = new Talk(telegram, telegram.supergroup(--groups, "别的群").member(MING).creator(HONG));
        assertThat(other.ask(HONG, "/missed").text()).isEqualTo("本群没有问了没答上来的问题。");
        group.say(MING, "/missed");

        Sent list = talk.ask(HONG, "/missed");
        assertThat(list.text()).startsWith("本群问过、我没答上来的（2 个，不记是谁问的）\n1. " + UNKNOWN).contains("（3 次）", "中文书店（1 次）")
                .doesNotContain("学生居留", "明");
        assertThat(talk.toast(MING, list, "回答 1")).contains("只有能置顶消息的群管理员");
        Sent asks = talk.press(HONG, list, "回答 1");
        assertThat(asks.text()).contains("「" + UNKNOWN + "」", "怎么回答？");
        app.awaitNothingWaiting();
        assertThat(talk.reply(HONG, asks.id(), ANSWER).text()).startsWith("记住了。");
        assertThat(talk.ask(MING, BOT + UNKNOWN).text()).startsWith("本群的回答（红，").endsWith("\n" + ANSWER);
        Sent shorter = talk.ask(HONG, "/missed");
        assertThat(shorter.text()).contains("（1 个，").doesNotContain(UNKNOWN);
        assertThat(talk.press(HONG, shorter, "不用答 1").text()).isEqualTo("本群没有问了没答上来的问题。");
    }

    @Test
    void setupSaysWhatTheBotLacksAndHowToGiveIt() {
        telegram.privacyMode();
        group.member(FakeBotApi.BOT);
        Sent setup = talk.ask(HONG, "/setup");
        assertThat(setup.text()).contains("✗ 不是管理员：群信息 → 管理员", "✗ 不能置顶", "✗ 只看得到 @我", "/setprivacy");
        group.administrator(FakeBotApi.BOT);
        Sent better = talk.press(HONG, setup, "再看一次");
        assertThat(better.text()).contains("✓ 是管理员", "✗ 不能置顶", "✓ 看得到没有 @我 的消息");
        group.administrator(FakeBotApi.BOT, "can_pin_messages");
        assertThat(talk.press(HONG, better, "再看一次").text()).contains("✓ 能置顶").doesNotContain("✗");
    }

    @Test
    void theWebIsToldTheContactUnderRefusalsAlone() throws Exception {
        assertThat(onWeb(app, UNKNOWN)).contains(
                "\"contact\":[{\"title\":\"Telegram：@juliu_help\",\"url\":\"https://t.me/juliu_help\"}",
                "{\"title\":\"微信：juliu-help\"}");
        assertThat(onWeb(app, STUDENT)).doesNotContain("\"contact\"");
        assertThat(onWeb(app, "转人工")).contains("\"outcome\":\"unknown\"", "可以找：", "https://t.me/juliu_help");
        assertThat(onWeb(app, "取消关注")).contains("网页不用关注");
    }

    @Test
    void whereNobodyIsSetItSaysSoAndNamesTheOfficialPage() throws Exception {
        assertThat(onWeb(bare, "转人工")).contains("这里没有设人工客服", "https://www.service-public.fr/");
        assertThat(onWeb(bare, UNKNOWN)).doesNotContain("\"contact\"");
    }

    private static String onWeb(App app, String question) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(app.web("/api/ask"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"question\": \"" + question + "\"}")).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    }

    private FakeUser person() {
        return FakeUser.person(people, "人" + people);
    }

    /** A private chat with somebody new, whom {@link #person()} names. */
    private Talk someone() {
        people++;
        return new Talk(telegram, telegram.privateChat(person()));
    }
}
