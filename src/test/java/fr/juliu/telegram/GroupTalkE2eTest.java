package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.GroupSettings;
import fr.juliu.store.GroupSettings.QuietHours;
import fr.juliu.store.GroupSettings.Speaks;
import fr.juliu.store.Groups;
import fr.juliu.store.LoggedQuestion;
import fr.juliu.store.QuestionLog;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** When the bot is silent in a group and when it is not, with the whole app and its own articles, over HTTP. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GroupTalkE2eTest {

    private static final FakeUser MING = FakeUser.person(11, "明");
    private static final FakeUser LAN = FakeUser.person(22, "兰");
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String SINCE = "2020 年 9 月起可以在 ANEF 网上办";
    private static final String ABOVE = "刚答过，见上面这条。";
    private static final String BOT = "@" + FakeBotApi.BOT_NAME + " ";
    private static final Duration SOON = Duration.ofMinutes(5);

    private final FakeBotApi telegram = new FakeBotApi();
    private App app;
    private long groups = -1_004_000_000_000L;
    private FakeChat group = telegram.group(-1, "群");
    private Talk talk = new Talk(telegram, group);

    @BeforeAll
    void start(@TempDir Path data) {
        app = new App(telegram, data, "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0", "--juliu.knowledge=knowledge");
        app.bean(CurrentEdition.class).get().warmUp();
    }

    @AfterAll
    void stop() {
        app.close();
        telegram.close();
    }

    @BeforeEach
    void meet() {
        group = telegram.supergroup(--groups, "留学群").member(MING).member(LAN).creator(HONG)
                .administrator(FakeBotApi.BOT, "can_pin_messages");
        talk = new Talk(telegram, group);
    }

    @Test
    void repliesThatAskNothingGetSilence() throws IOException {
        Sent answer = answer();
        for (String remark : lines("group-replies.txt", "- ")) {
            group.reply(LAN, answer.id(), remark);
        }
        assertSpeaksNext(group.reply(LAN, answer.id(), "那游客呢"), "游客 visiteur：2021 年 9 月起");
        assertThat(app.bean(QuestionLog.class).since(Instant.EPOCH)).extracting(LoggedQuestion::question)
                .doesNotContain("是的", "真的假的", "收到");
    }

    @Test
    void anObjectionIsKeptForTheKeeperAndThankedForOnce() throws IOException {
        Sent answer = answer();
        List<String> objections = lines("group-replies.txt", "! ");
        assertSpeaksNext(group.reply(LAN, answer.id(), objections.getFirst()), "谢谢，记下了。");
        for (String objection : objections) {
            group.reply(MING, answer.id(), objection);
        }
        assertSpeaksNext(group.say(MING, BOT + "游客居留能网上申请吗"), "游客");
        assertThat(app.bean(FeedbackBox.class).since(Instant.EPOCH)).filteredOn(said -> said.question().equals(STUDENT))
                .extracting(Feedback::reason).contains(objections.getFirst(), objections.getLast());
    }

    @Test
    void contextFollowsThePersonAndTheReplyChain() {
        String international = "protection internationale";
        Sent refugee = talk.ask(MING, BOT + "难民居留能网上申请吗");
        assertThat(refugee.text()).contains(international);
        assertThat(talk.ask(LAN, BOT + "续居留要准备什么材料").text()).contains("资料截至");
        assertThat(talk.ask(LAN, BOT + STUDENT).text()).contains(SINCE);
        app.awaitNothingWaiting();
        assertThat(talk.reply(HONG, refugee.id(), "是什么时候上线的？").text()).contains(international)
                .doesNotContain("学生");
        assertThat(talk.ask(LAN, BOT + "是什么时候上线的").text()).contains(SINCE).doesNotContain(international);
        assertThat(talk.ask(MING, BOT + "那要多久").text()).doesNotContain("学生");
    }

    @Test
    void aKeptMessageThatAMemberEditsIsPutBeforeTheModerators() {
        int said = pin(MING, "找火车站旁边的王老师", "宣誓翻译找谁");
        group.edit(said, "找我，微信加我，便宜");
        Sent flag = talk.next();
        assertThat(flag.text()).contains("「宣誓翻译找谁」", "原消息被作者改了");
        assertThat(flag.replyTo()).isEqualTo(said);
        group.edit(said, "找火车站旁边的李老师");
        assertThat(talk.ask(LAN, BOT + "宣誓翻译找谁").text()).contains("王老师").doesNotContain("便宜");
        assertThat(talk.toast(MING, flag, "用新的")).contains("只有能置顶消息的群管理员");
        assertThat(talk.press(HONG, flag, "用新的").text()).contains("改成新的了");
        assertThat(talk.ask(LAN, BOT + "宣誓翻译找谁").text()).contains("李老师");
    }

    @Test
    void aKeptMessageThatItsModeratorEditsIsFollowed() {
        int said = pin(HONG, "找火车站旁边的王老师", "宣誓翻译找谁");
        group.edit(said, "王老师退休了，找李老师");
        assertThat(talk.ask(LAN, BOT + "宣誓翻译找谁").text()).contains("李老师").doesNotContain("旁边的王老师");
    }

    @Test
    void anAlbumGetsOneLineAndAPictureThatAsksItsAnswer() {
        FakeChat lan = telegram.privateChat(LAN);
        Talk privately = new Talk(telegram, lan);
        for (int n = 0; n < 5; n++) {
            lan.by(LAN).inAlbum("a1").photo("");
        }
        assertThat(privately.next().text()).startsWith("请用文字");
        for (int n = 0; n < 5; n++) {
            lan.by(LAN).inAlbum("a2").photo(n == 0 ? STUDENT : "");
        }
        assertThat(privately.next().text()).contains(SINCE);
        lan.by(LAN).inAlbum("a3").photo("");
        assertThat(privately.next().text()).startsWith("请用文字");
        app.awaitNothingWaiting();
        lan.by(LAN).inAlbum("a3").photo("游客居留能网上申请吗");
        assertThat(privately.next().method()).isEqualTo("editMessageText");
        assertThat(lan.sent().getLast().text()).contains("游客");
        lan.by(LAN).photo("");
        assertThat(privately.next().text()).startsWith("请用文字");
        assertSpeaksNext(group.by(LAN).inAlbum("a4").photo(BOT + STUDENT), SINCE);
        for (int n = 0; n < 4; n++) {
            group.by(LAN).inAlbum("a4").photo("");
        }
        assertSpeaksNext(group.by(LAN).photo(BOT + "游客居留能网上申请吗"), "游客");
    }

    @Test
    void aQuestionBackToWhoeverPressedReachesHimByName() {
        pin(MING, "找王老师", "宣誓翻译找谁");
        Sent asks = talk.press(HONG, talk.ask(HONG, "/pins"), "改名 1");
        assertThat(asks.text()).startsWith("红，「宣誓翻译找谁」改成什么问题？");
        assertThat(asks.source()).startsWith("<a href=\"tg://user?id=6\">红</a>，");
        assertThat(asks.call().path("reply_markup").path("selective").asBoolean(false)).isTrue();
    }

    @Test
    void theSameQuestionWithinMinutesIsShownTheAnswerAbove() {
        Sent first = answer();
        app.awaitNothingWaiting();
        Sent again = talk.ask(LAN, BOT + "学生居留可以网上申请吗");
        assertThat(again.text()).isEqualTo("兰，" + ABOVE);
        assertThat(again.replyTo()).isEqualTo(first.id());
        group.delete(first.id());
        assertSpeaksNext(group.say(LAN, BOT + STUDENT), SINCE);
        Talk elsewhere = new Talk(telegram, telegram.supergroup(--groups, "别的群").member(MING));
        assertThat(elsewhere.ask(MING, BOT + STUDENT).text()).contains(SINCE);
    }

    @Test
    void refusalsAreOneLineAndHelpIsTwo() {
        Sent refusal = talk.ask(MING, BOT + "学生打工小时数没用完能攒到下一年吗");
        assertThat(refusal.text().lines()).singleElement().asString().startsWith("我的资料里没有写到，不敢乱说。");
        for (String command : List.of("/help", "/start", "/help@" + FakeBotApi.BOT_NAME)) {
            assertThat(talk.ask(MING, command).text().lines()).hasSize(2);
        }
        assertThat(talk.ask(MING, "/source").text().lines()).hasSize(1);
    }

    @Test
    void whereTheBotSpeaksOnlyWhenNamedRepliesGetSilence() {
        Sent answer = answer();
        talk.press(HONG, talk.ask(HONG, "/settings"), "只答 @我");
        group.reply(LAN, answer.id(), "那游客呢");
        assertSpeaksNext(group.reply(LAN, answer.id(), BOT + "那游客呢"), "游客 visiteur：2021 年 9 月起");
        assertThat(talk.press(HONG, talk.ask(HONG, "/settings"), "✓ 只答 @我").text()).contains("或者回复我再问");
        assertSpeaksNext(group.reply(LAN, answer.id(), "那工作居留呢"), "");
    }

    @Test
    void inQuietHoursItAnswersButWhoeverNamesItAndMakesNoSound() {
        Sent answer = answer();
        assertThat(answer.call().path("disable_notification").asBoolean(false)).isFalse();
        set(new GroupSettings(Speaks.UNASKED, 0.9, quiet(0), Duration.ZERO));
        group.say(MING, "游客居留能网上申请吗");
        group.reply(LAN, answer.id(), "那游客呢");
        Sent named = assertSpeaksNext(group.say(LAN, BOT + "游客居留能网上申请吗"), "游客");
        assertThat(named.call().path("disable_notification").asBoolean(false)).isTrue();
        set(new GroupSettings(Speaks.UNASKED, 0.9, quiet(2), Duration.ZERO));
        assertSpeaksNext(group.reply(LAN, answer.id(), "那未成年人通行证呢"), "");
    }

    @Test
    void whoeverAsksTooSoonAfterAnAnswerWaits() {
        set(new GroupSettings(Speaks.ASKED, 0.9, null, Duration.ofMinutes(5)));
        answer();
        group.say(MING, BOT + "游客居留能网上申请吗");
        assertSpeaksNext(group.say(LAN, BOT + "游客居留能网上申请吗"), "游客");
    }

    @Test
    void moderatorsMuteAMemberByButtons() {
        int said = group.say(MING, "大家快看");
        group.reply(LAN, said, "/mute");
        Sent panel = talk.reply(HONG, said, "/mute");
        assertThat(panel.text()).startsWith("多久不回答 明？");
        assertThat(talk.toast(LAN, panel, "1 天")).contains("只有能置顶消息的群管理员");
        assertThat(talk.press(HONG, panel, "1 天").text()).startsWith("好，不回答 明（到");
        group.say(MING, BOT + STUDENT);
        group.say(MING, "/list");
        assertSpeaksNext(group.say(LAN, BOT + STUDENT), SINCE);
        Sent settings = talk.ask(HONG, "/settings");
        assertThat(settings.text()).contains("不回答：明（到");
        assertThat(talk.press(HONG, settings, "恢复 明").text()).doesNotContain("不回答：");
        assertSpeaksNext(group.say(MING, BOT + "游客居留能网上申请吗"), "游客");
        assertThat(talk.reply(HONG, group.say(HONG, "我自己"), "/mute").text()).contains("不能静音");
        assertThat(talk.ask(HONG, "/mute").text()).startsWith("请回复那位成员");
    }

    @Test
    void talkOfOtherThingsIsNeverAnsweredUnasked() throws IOException {
        set(new GroupSettings(true, GroupSettings.DEFAULT.confidence()));
        List<String> lines = lines("group-talk.txt", "");
        assertThat(lines).hasSize(300).doesNotHaveDuplicates();
        for (int n = 0; n < lines.size(); n++) {
            group.say(n % 3 == 0 ? MING : n % 3 == 1 ? LAN : HONG, lines.get(n));
        }
        assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
        app.awaitNothingWaiting();
        assertThat(group.sent()).isEmpty();
        assertSpeaksNext(group.say(MING, STUDENT), SINCE);
    }

    private Sent answer() {
        Sent answer = assertSpeaksNext(group.say(MING, BOT + STUDENT), SINCE);
        app.awaitNothingWaiting();
        return answer;
    }

    private int pin(FakeUser writer, String answer, String question) {
        int said = group.say(writer, answer);
        assertThat(talk.reply(HONG, said, "/pin " + question).text()).startsWith("记住了。");
        return said;
    }

    private void set(GroupSettings settings) {
        app.bean(Groups.class).set("telegram:" + group.id(), settings);
    }

    /** Two hours of the day that begin with the hour so many hours from now: for 0 they hold now. */
    private static QuietHours quiet(int hours) {
        int hour = ZonedDateTime.now(ZoneId.of("Europe/Paris")).plusHours(hours).getHour();
        return new QuietHours(hour, (hour + 2) % 24);
    }

    /** The next words of the bot answer this message, so that nothing before it was answered that should not be. */
    private Sent assertSpeaksNext(int message, String words) {
        Sent answer = talk.next();
        assertThat(answer.text()).contains(words);
        assertThat(answer.replyTo()).isEqualTo(message);
        return answer;
    }

    private static List<String> lines(String file, String mark) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources", file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && line.startsWith(mark))
                .map(line -> line.substring(mark.length())).toList();
    }
}
