package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.Answerer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Json;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Groups with the whole app, over HTTP; a message that gets no answer is followed by one that gets the next. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GroupE2eTest {

    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final FakeUser LI = FakeUser.person(7, "李");
    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String SINCE = "2020 年 9 月起可以在 ANEF 网上办";
    private static final String VISITOR = "游客 visiteur：2021 年 9 月起";
    private static final String BOT = "@" + FakeBotApi.BOT_NAME + " ";

    private final FakeBotApi telegram = new FakeBotApi();
    private App app;
    private long groups = -1_001_000_000_000L;
    private FakeChat group = group();
    private Talk talk = new Talk(telegram, group);

    @BeforeAll
    void start(@TempDir Path data) {
        app = new App(telegram, data, "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0");
    }

    @AfterAll
    void stop() {
        app.close();
        telegram.close();
    }

    @BeforeEach
    void meet() {
        group = group();
        talk = new Talk(telegram, group);
    }

    @Test
    void whatIsNotPutToTheBotIsLeftAlone() {
        group.say(MING, "大家好，周末去哪里玩");
        group.say(MING, STUDENT);
        group.reply(MING, group.say(HONG, "谁知道居留的事"), "我也想知道 @someone_else");
        group.say(MING, "/list@other_bot");
        group.say(MING, "/nosuchcommand");
        group.edit(group.say(MING, "游客居留"), "游客居留能网上申请吗");
        group.by(MING).photo("");
        assertSpeaksNext(group.say(MING, BOT + STUDENT), SINCE);
    }

    @Test
    void mentionsRepliesAndCommandsAreAnswered() {
        int asked = group.say(MING, STUDENT + " " + BOT);
        Sent answer = assertSpeaksNext(asked, SINCE);
        assertSpeaksNext(group.reply(HONG, answer.id(), "那游客呢"), VISITOR);
        assertSpeaksNext(group.say(MING, "/list@" + FakeBotApi.BOT_NAME), "可以在 ANEF 网上办的");
        assertSpeaksNext(group.say(MING, "/permit 人才护照"), "2021 年 5 月起");
        assertSpeaksNext(group.say(MING, "/id"), "本群的号码：" + group.id());
    }

    @Test
    void aMentionInReplyToAQuestionAnswersThatQuestion() {
        int question = group.say(MING, "游客居留能网上申请吗");
        assertSpeaksNext(group.reply(HONG, question, BOT.strip()), VISITOR);
    }

    @Test
    void topicsAreKeptApart() {
        int students = group.topic(HONG, "学生");
        int visitors = group.topic(HONG, "游客");
        assertThat(ask(students, STUDENT)).contains(SINCE);
        assertThat(ask(visitors, "游客居留能网上申请吗")).contains(VISITOR);
        assertThat(ask(students, "是什么时候上线的")).contains("2020 年 9 月");
        assertThat(ask(visitors, "是什么时候上线的")).contains("2021 年 9 月").doesNotContain("2020 年");
    }

    @Test
    void whoeverAddsTheBotIsToldWhatItDoesAndWhichRightItLacks() {
        group.left(FakeBotApi.BOT).addBot(HONG);
        Sent welcome = talk.next();
        assertThat(welcome.text()).startsWith("大家好，我是居留问答机器人。").contains("@我", "/pin", "/settings", "置顶消息");
        assertSpeaksNext(group.say(MING, BOT + STUDENT), SINCE);
        Talk other = new Talk(telegram, group().left(FakeBotApi.BOT));
        other.chat.botBecomes(HONG, "administrator", "can_pin_messages");
        assertThat(other.next().text()).startsWith("大家好").doesNotContain("置顶消息");
    }

    @Test
    void moderatorsSetWhenTheBotSpeaksUnasked() throws IOException {
        String unsure = unsure();
        Sent panel = talk.ask(HONG, "/settings");
        assertThat(panel.text()).startsWith("自动回答：关").contains("90 %");
        group.say(MING, STUDENT);
        panel = talk.press(HONG, panel, "打开自动回答");
        assertThat(panel.text()).startsWith("自动回答：开");
        panel = talk.press(HONG, panel, "95 %");
        assertThat(panel.text()).contains("95 %");
        group.say(MING, unsure);
        assertSpeaksNext(group.say(MING, STUDENT), SINCE);
        talk.press(HONG, panel, "80 %");
        assertThat(talk.ask(MING, unsure).text()).contains("资料截至");
        group.say(MING, "哈哈哈 今天的火锅真好吃");
        group.say(MING, "学生");
        group.say(MING, "谢谢大家");
        group.say(MING, "我觉得学生居留的事挺烦的");
        group.reply(MING, group.say(LI, "有人吗"), STUDENT);
        assertThat(telegram.awaitToast(group.press(HONG, panel, "关掉自动回答"), Duration.ofMinutes(5)).toString())
                .contains("改好了");
        assertThat(talk.next().text()).startsWith("自动回答：关");
        group.say(MING, STUDENT);
        assertSpeaksNext(group.say(MING, BOT + "游客居留能网上申请吗"), VISITOR);
    }

    @Test
    void othersSetNothing() {
        for (String command : List.of("/settings", "/pin", "/pins", "/unpin 1", "/settings@" + FakeBotApi.BOT_NAME)) {
            group.say(MING, command);
        }
        assertSpeaksNext(group.say(LI, "/settings"), "只有能改群信息的管理员");
        Sent panel = assertSpeaksNext(group.by(FakeUser.ANONYMOUS).text("/settings"), "自动回答：关");
        assertThat(talk.toast(MING, panel, "打开自动回答")).contains("只有能改群信息的管理员");
        assertThat(talk.press(HONG, panel, "打开自动回答").text()).startsWith("自动回答：开");
    }

    @Test
    void whenTelegramDoesNotTellWhoLeadsTheRealCauseIsTold() {
        telegram.faults().badRequest("getChatMember", 1, "CHAT_ADMIN_REQUIRED");
        assertSpeaksNext(group.say(HONG, "/settings"), "我不是群管理员，Telegram 不告诉我谁是管理员");
        telegram.faults().serverError("getChatMember", 1, 502);
        assertSpeaksNext(group.say(HONG, "/pins"), "Telegram 这会儿没有回答");
        assertSpeaksNext(group.say(HONG, "/settings"), "自动回答：关");
    }

    @Test
    void theCommandsOfAdminsAreMetWithSilence() {
        for (String command : new String[]{"/reindex", "/rollback", "/status", "/unanswered", "/stats"}) {
            group.say(HONG, command);
        }
        assertSpeaksNext(group.say(MING, BOT + STUDENT), SINCE);
    }

    @Test
    void whatWasAskedDuringAnOutageGetsOneApologyTogether() {
        Instant then = Instant.now().minus(Duration.ofMinutes(20));
        for (int n = 0; n < 5; n++) {
            group.by(MING).at(then.plusSeconds(n)).text(BOT + STUDENT);
            group.by(HONG).at(then.plusSeconds(n)).text("聊天");
        }
        Sent sorry = talk.next();
        assertThat(sorry.text()).startsWith("抱歉，我刚才断线了");
        assertThat(sorry.replyTo()).isZero();
        assertSpeaksNext(group.say(MING, BOT + STUDENT), SINCE);
    }

    private String ask(int topic, String question) {
        int asked = group.by(MING).in(topic).text(BOT + question);
        Sent answer = assertSpeaksNext(asked, "");
        assertThat(answer.thread()).isEqualTo(topic);
        return answer.text();
    }

    /** The next words of the bot answer this message, so that nothing before it was answered that should not be. */
    private Sent assertSpeaksNext(int message, String words) {
        Sent answer = talk.next();
        assertThat(answer.text()).contains(words);
        assertThat(answer.replyTo()).isEqualTo(message);
        return answer;
    }

    /** A question whose answer is neither quite sure nor too unsure to be told unasked. */
    private String unsure() throws IOException {
        Answerer answerer = app.bean(CurrentEdition.class).get().answerer();
        return Files.readAllLines(Path.of("knowledge/questions.jsonl")).stream()
                .map(line -> Json.read(line, "question").path("q").asString("")).filter(question -> {
                    Reply reply = answerer.ask(question);
                    double confidence = reply.answer().confidence();
                    // where no phrasings teach what talk is, what is told unasked names nothing unknown
                    boolean known = reply.state().question().keywords().stream()
                            .allMatch(keyword -> keyword.alternatives().size() > 1)
                            && (reply.state().question().aboutPermits()
                                    || !reply.state().question().mentions().isEmpty());
                    return known && confidence > 0.81 && confidence < 0.94 && reply.isAsked()
                            && reply.text().contains("资料截至") && question.length() < 100;
                }).findFirst().orElseThrow();
    }

    private FakeChat group() {
        return telegram.supergroup(--groups, "留学群").member(MING).administrator(LI, "can_pin_messages")
                .administrator(HONG, "can_pin_messages", "can_change_info");
    }
}
