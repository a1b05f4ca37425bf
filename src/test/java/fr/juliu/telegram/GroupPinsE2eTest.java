package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A group's own answers with the whole app, over HTTP. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GroupPinsE2eTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final FakeUser KEEPER = FakeUser.person(7, "馆长");
    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String TRANSLATOR = "宣誓翻译找谁";
    private static final String BOT = "@" + FakeBotApi.BOT_NAME + " ";
    private static final String WANG = "找火车站旁边的王老师，当天能取";

    private final FakeBotApi telegram = new FakeBotApi();
    private final Talk keeper = new Talk(telegram, telegram.privateChat(KEEPER));
    private App app;
    private KnowledgeFolder articles;
    private long groups = -1_002_000_000_000L;
    private FakeChat group = telegram.group(-1, "群");
    private Talk talk = new Talk(telegram, group);

    @BeforeAll
    void start(@TempDir Path folder) {
        articles = new KnowledgeFolder(folder.resolve("knowledge"));
        app = new App(telegram, folder.resolve("data"), "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0", "--juliu.admins=7", articles.setting());
    }

    @AfterAll
    void stop() {
        app.close();
        telegram.close();
    }

    @BeforeEach
    void meet() {
        group = telegram.supergroup(--groups, "留学群").member(MING).creator(HONG)
                .administrator(FakeBotApi.BOT, "can_pin_messages");
        talk = new Talk(telegram, group);
    }

    @Test
    void aMembersMessageBecomesTheGroupsAnswer() {
        int said = group.say(MING, WANG);
        assertThat(talk.reply(HONG, said, "/pin " + TRANSLATOR).text()).isEqualTo("记住了。以后群里有人问「宣誓翻译找谁」，先给这个回答。");
        assertThat(telegram.awaitCalls("pinChatMessage", 1, SOON)).isTrue();
        app.awaitNothingWaiting();
        assertThat(group.pinned()).containsExactly(said);
        Sent answer = talk.ask(MING, BOT + "宣誓翻译找哪位");
        assertThat(answer.text()).startsWith("本群的回答（红，").endsWith("）：" + TRANSLATOR + "\n" + WANG);
        Talk other = new Talk(telegram, telegram.supergroup(--groups, "别的群").member(MING));
        assertThat(other.ask(MING, BOT + "宣誓翻译找哪位").text()).doesNotContain("王老师");
    }

    @Test
    void theBotsAnswerIsKeptForTheQuestionThatItAnswered() {
        Sent answer = talk.ask(MING, BOT + STUDENT);
        app.awaitNothingWaiting();
        assertThat(talk.reply(HONG, answer.id(), "/pin").text()).startsWith("记住了。").contains("「" + STUDENT + "」");
        Sent again = talk.ask(MING, BOT + "学生居留可以网上申请吗");
        assertThat(again.text()).startsWith("本群的回答（红，").contains("可以。学生 étudiant")
                .contains("\n文章：可以。学生 étudiant：2020 年 9 月起可以在 ANEF 网上办。（截至 2024 年 7 月）");
        assertThat(again.text().split("资料截至", -1)).hasSize(1);
    }

    @Test
    void withoutAQuestionTheBotAsksForIt() {
        int said = group.say(MING, WANG);
        Sent asks = talk.reply(HONG, said, "/pin");
        assertThat(asks.text()).startsWith("这条消息回答的是什么问题？");
        assertThat(asks.call().path("reply_markup").path("force_reply").asBoolean(false)).isTrue();
        app.awaitNothingWaiting();
        group.reply(MING, asks.id(), TRANSLATOR);
        assertThat(talk.reply(HONG, asks.id(), TRANSLATOR).text()).startsWith("记住了。");
        assertThat(talk.ask(MING, BOT + TRANSLATOR).text()).startsWith("本群的回答").contains(WANG);
        assertThat(talk.ask(HONG, "/pin " + TRANSLATOR).text()).startsWith("请回复要记住的那条消息");
    }

    @Test
    void aNumberThatAModeratorPublishesStays() {
        String own = "找李老师，手机 0612345678，微信 lilaoshi88，我的护照 EA1234567";
        int said = group.say(HONG, own);
        assertThat(talk.reply(HONG, said, "/pin " + TRANSLATOR).text()).startsWith("记住了。").contains("〔号码〕",
                "证件号、账号一律不留");
        assertThat(talk.ask(MING, BOT + TRANSLATOR).text()).contains("手机 0612345678，微信 lilaoshi88，我的护照 〔号码〕");
        int plain = group.say(HONG, "预约打 06 12 34 56 78");
        assertThat(talk.reply(HONG, plain, "/pin 周六能不能预约翻译").text()).startsWith("记住了。").doesNotContain("号码");
        assertThat(talk.ask(MING, BOT + "周六能不能预约翻译").text()).contains("预约打 06 12 34 56 78");
    }

    @Test
    void anothersNumberIsTakenOutAndTheConfirmationSaysHowToKeepIt() {
        int said = group.say(MING, "找王老师，手机 0612345678");
        assertThat(talk.reply(HONG, said, "/pin " + TRANSLATOR).text()).startsWith("记住了。")
                .contains("里面的号码没有留，写着〔号码〕", "请管理员自己发一条");
        assertThat(talk.ask(MING, BOT + TRANSLATOR).text()).contains("找王老师，手机 〔号码〕").doesNotContain("0612345678");
    }

    @Test
    void theListTurnsNoDirection() {
        FakeUser turned = FakeUser.person(60, "红\u202E人");
        group.administrator(turned, "can_pin_messages");
        int said = group.say(MING, "找\u2067王老师\u202E");
        assertThat(talk.reply(turned, said, "/pin 宣誓\u202E翻译找谁").text()).contains("「宣誓翻译找谁」");
        Sent list = talk.ask(HONG, "/pins");
        assertThat(list.text()).contains("宣誓翻译找谁（红人，").doesNotContainPattern("\\p{Cf}");
        assertThat(talk.press(HONG, list, "看 1").text()).isEqualTo("宣誓翻译找谁\n找王老师");
    }

    @Test
    void theListShowsRenamesAndRemoves() {
        pin(WANG, TRANSLATOR);
        pin("周三下午人少", "警察局几点去不用排队");
        Sent list = talk.ask(HONG, "/pins");
        assertThat(list.text()).startsWith("本群的回答（2 条）").contains("1. " + TRANSLATOR + "（红，", "2. 警察局");
        assertThat(talk.press(HONG, list, "看 1").text()).isEqualTo(TRANSLATOR + "\n" + WANG);
        Sent asks = talk.press(HONG, list, "改名 1");
        assertThat(asks.text()).contains("改成什么问题");
        app.awaitNothingWaiting();
        assertThat(talk.reply(HONG, asks.id(), "出生公证找谁翻译").text()).contains("改好了");
        assertThat(talk.ask(MING, BOT + "出生公证找谁翻译").text()).contains(WANG);
        assertThat(talk.toast(MING, list, "删 2")).contains("只有能置顶消息的群管理员");
        Sent shorter = talk.press(HONG, list, "删 2");
        assertThat(shorter.method()).isEqualTo("editMessageText");
        assertThat(shorter.text()).startsWith("本群的回答（1 条）").contains("出生公证");
        assertThat(talk.ask(HONG, "/unpin 1").text()).contains("不再记着「出生公证找谁翻译」");
        assertThat(talk.ask(HONG, "/pins").text()).startsWith("本群还没有记住的回答");
        app.awaitNothingWaiting();
        assertThat(group.pinned()).isEmpty();
    }

    @Test
    void unpinTakesTheMessageThatItRepliesTo() {
        int said = pin(WANG, TRANSLATOR);
        assertThat(talk.reply(HONG, said, "/unpin").text()).contains("不再记着「" + TRANSLATOR + "」");
        assertThat(talk.ask(MING, BOT + TRANSLATOR).text()).doesNotContain("本群的回答");
        group.say(MING, "/pins");
        assertThat(talk.ask(HONG, "/pins").text()).startsWith("本群还没有记住的回答");
    }

    @Test
    void aPinIsMarkedWhenTheArticleSaysSomethingElse() {
        pin("学生可以，我上周刚办的", STUDENT);
        pin(WANG, TRANSLATOR);
        assertThat(talk.ask(HONG, "/pins").text()).doesNotContain("可能过时");
        articles.edit("| 2020 年 9 月 | 学生 étudiant |", "| 2020 年 10 月 | 学生 étudiant |");
        reindex();
        Sent list = talk.ask(HONG, "/pins");
        assertThat(list.text().lines().filter(line -> line.endsWith(" 可能过时"))).singleElement().asString()
                .contains(STUDENT);
        assertThat(talk.press(HONG, list, "看 1").text()).contains("可能过时");
        assertThat(talk.ask(MING, BOT + STUDENT).text()).startsWith("本群的回答").contains("文章：可以。", "2020 年 10 月起");
        articles.restore();
        reindex();
        assertThat(talk.ask(HONG, "/pins").text()).doesNotContain("可能过时");
    }

    @Test
    void withoutTheRightToPinTheAnswerIsKeptAndTheRightIsNamed() {
        group.member(FakeBotApi.BOT);
        int said = group.say(MING, WANG);
        assertThat(talk.reply(HONG, said, "/pin " + TRANSLATOR).text()).startsWith("记住了。")
                .contains("没能在群里置顶", "置顶消息");
        assertThat(talk.ask(MING, BOT + TRANSLATOR).text()).startsWith("本群的回答").contains(WANG);
        assertThat(group.pinned()).isEmpty();
    }

    @Test
    void aGroupThatGetsAnotherIdTakesItsAnswersAndSettingsAlong() {
        FakeChat small = telegram.group(--groups, "小群").member(MING).creator(HONG);
        Talk before = new Talk(telegram, small);
        int said = small.say(MING, WANG);
        assertThat(before.reply(HONG, said, "/pin " + TRANSLATOR).text()).startsWith("记住了。");
        before.press(HONG, before.ask(HONG, "/settings"), "打开自动回答");
        FakeChat big = small.migrate(HONG, --groups);
        assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
        Talk after = new Talk(telegram, big);
        assertThat(after.ask(MING, BOT + TRANSLATOR).text()).startsWith("本群的回答").contains(WANG);
        assertThat(after.ask(HONG, "/settings").text()).startsWith("自动回答：开");
        assertThat(after.ask(HONG, "/pins").text()).contains(TRANSLATOR);
    }

    private void reindex() {
        String text = keeper.ask(KEEPER, "/reindex force").text();
        while (!text.startsWith("已发布新版")) {
            text = keeper.next().text();
            assertThat(text).doesNotContain("没有发布");
        }
    }

    private int pin(String answer, String question) {
        int said = group.say(MING, answer);
        assertThat(talk.reply(HONG, said, "/pin " + question).text()).startsWith("记住了。");
        return said;
    }
}
