package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Json;
import fr.juliu.telegram.fake.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Private chats with the whole app, over HTTP. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConversationE2eTest {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String SINCE = "2020 年 9 月起可以在 ANEF 网上办";

    private final FakeBotApi telegram = new FakeBotApi();
    private App app;
    private FakeUser ming = FakeUser.person(1, "明");
    private Talk talk = new Talk(telegram, telegram.privateChat(ming));
    private long people = 1000;

    @BeforeAll
    void start(@TempDir Path data) {
        app = new App(telegram, data, App.UNLIMITED);
    }

    @AfterAll
    void stop() {
        app.close();
        telegram.close();
    }

    @BeforeEach
    void meet() {
        ming = FakeUser.person(++people, "明");
        talk = new Talk(telegram, telegram.privateChat(ming));
    }

    @Test
    void aQuestionIsAnsweredWithDateAndSource() {
        Sent answer = talk.ask(ming, STUDENT);
        assertThat(answer.text()).startsWith("可以。").contains(SINCE, "资料截至 2024 年 7 月", "来源：《在线申请法国外国人居留》");
        assertThat(answer.source()).startsWith("<b>可以。</b>").contains("<a href=");
        assertThat(answer.call().path("link_preview_options").path("is_disabled").asBoolean(false)).isTrue();
        assertThat(answer.replyTo()).isZero();
        assertThat(talk.ask(ming, "那游客呢").text()).contains("游客 visiteur：2021 年 9 月起");
    }

    @Test
    void startWelcomesOrOpensAPermit() {
        assertThat(talk.ask(ming, "/start").text()).startsWith("您好，我是居留问答机器人。").contains("/list", "/forget");
        assertThat(talk.ask(ming, "/start etudiant").text()).contains(SINCE);
        assertThat(talk.ask(ming, "/start no-such-permit").text()).startsWith("您好");
        assertThat(talk.ask(ming, "/help").text()).contains("/permit", "/source", "/privacy");
    }

    @Test
    void theListIsPagedByButtons() {
        Sent first = talk.ask(ming, "/list");
        assertThat(first.text()).contains("（1/2）", "2024 年 7 月\n• ").doesNotContain("2019 年 2 月");
        Sent second = talk.press(ming, first, "下一页 ›");
        assertThat(second.method()).isEqualTo("editMessageText");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.text()).contains("（2/2）", "2019 年 2 月", "学生 étudiant");
        assertThat(talk.press(ming, second, "‹ 上一页").text()).isEqualTo(first.text());
    }

    @Test
    void theTimelineIsAPicture() {
        Sent picture = talk.ask(ming, "/timeline");
        assertThat(picture.method()).isEqualTo("sendPhoto");
        assertThat(picture.text()).startsWith("ANEF 上线时间表，资料截至 2024 年 7 月").contains("/list");
        assertThat(picture.message().path("photo").path(0).path("file_size").asInt(0)).isBetween(20_000, 300_000);
        assertThat(talk.ask(ming, "/help").text()).contains("/timeline");
    }

    @Test
    void aPermitIsChosenByNameOrByButton() {
        assertThat(talk.ask(ming, "/permit 学生").text()).contains(SINCE);
        assertThat(talk.ask(ming, "/permit visiteur").text()).contains("2021 年 9 月");
        assertThat(talk.ask(ming, "/permit 火星人").text()).contains("没有");
        Sent choice = talk.ask(ming, "/permit");
        assertThat(choice.text()).startsWith("看哪一种居留");
        assertThat(talk.press(ming, choice, "人才护照").text()).contains("2021 年 5 月");
        assertThat(talk.press(ming, choice, "下一页 ›").markup().toString()).contains("‹ 上一页");
    }

    @Test
    void whereItComesFromAndWhatIsKeptIsTold() {
        assertThat(talk.ask(ming, "/source").text()).contains("《在线申请法国外国人居留》，截至 2024 年 7 月", "https://");
        assertThat(talk.ask(ming, "/privacy").text()).contains("90 天", "48 小时", "/forget");
        assertThat(talk.ask(ming, "/id").text()).isEqualTo("您的号码：" + ming.id());
    }

    @Test
    void forgetErasesConversationAndButtons() {
        Sent answer = talk.ask(ming, STUDENT);
        assertThat(talk.ask(ming, "/forget").text()).contains("都忘掉了");
        assertThat(talk.toast(ming, answer, "👍 有用")).contains("太久了");
    }

    @Test
    void whoeverFindsAnAnswerUselessIsAskedWhy() {
        Sent answer = talk.ask(ming, STUDENT);
        assertThat(talk.toast(ming, answer, "👍 有用")).isEqualTo("谢谢！");
        assertThat(talk.toast(ming, answer, "👎 没用")).contains("哪里不对");
        Sent reasons = talk.next();
        assertThat(reasons.method()).isEqualTo("editMessageReplyMarkup");
        assertThat(reasons.text()).isEqualTo(answer.text());
        assertThat(reasons.markup().toString()).contains("答错了", "过时了", "答非所问", "看不懂");
        assertThat(talk.toast(ming, reasons, "过时了")).contains("记下了");
        assertThat(talk.next().markup()).isEqualTo(answer.markup());
    }

    @Test
    void theFullTextAndRelatedQuestionsAreAPressAway() {
        Sent answer = talk.ask(ming, "网上申请居留的法律依据是什么");
        Sent whole = talk.press(ming, answer, "展开全文");
        assertThat(whole.method()).isEqualTo("editMessageText");
        assertThat(whole.text().length()).isGreaterThan(answer.text().length());
        assertThat(whole.markup().toString()).doesNotContain("展开全文");
        Sent student = talk.ask(ming, STUDENT);
        String related = student.markup().path("inline_keyboard").path(1).path(0).path("text").asString("");
        assertThat(related).isNotEmpty();
        Sent next = talk.press(ming, student, related);
        assertThat(next.method()).isEqualTo("sendMessage");
        assertThat(next.replyTo()).isEqualTo(student.id());
    }

    @Test
    void aQuestionThatMayMeanSeveralIsAskedBack() {
        Sent back = talk.ask(ming, "居留能网上申请吗");
        assertThat(back.text()).startsWith("您问的是哪一种居留？");
        assertThat(talk.press(ming, back, "学生居留").text()).contains(SINCE);
    }

    @Test
    void anEditedQuestionGetsAnEditedAnswer() {
        int question = talk.chat.say(ming, STUDENT);
        Sent answer = talk.next();
        app.awaitNothingWaiting();
        talk.chat.edit(question, "游客居留能网上申请吗");
        Sent edited = talk.next();
        assertThat(edited.method()).isEqualTo("editMessageText");
        assertThat(edited.id()).isEqualTo(answer.id());
        assertThat(edited.text()).contains("2021 年 9 月");
        assertThat(talk.toast(ming, edited, "👍 有用")).isEqualTo("谢谢！");
    }

    @Test
    void aQuestionEditedWhileItsAnswerIsOnItsWayIsAnsweredToo() {
        telegram.faults().tooMany("sendMessage", 1, 3);
        int question = talk.chat.say(ming, STUDENT);
        assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
        talk.chat.edit(question, "游客居留能网上申请吗");
        assertThat(talk.next().text()).contains(SINCE);
        assertThat(talk.next().text()).contains("2021 年 9 月");
    }

    @Test
    void inlineQueriesGetUpToTenResults() {
        JsonNode results = telegram.awaitInline(telegram.inline(ming, "学生居留"), SOON).path("results");
        assertThat(results.size()).isBetween(1, 10);
        assertThat(results.path(0).path("input_message_content").path("message_text").asString(""))
                .contains("2020 年 9 月");
        JsonNode many = telegram.awaitInline(telegram.inline(ming, "居留"), SOON).path("results");
        assertThat(many).hasSize(10);
        assertThat(telegram.awaitInline(telegram.inline(ming, ""), SOON).path("results")).isNotEmpty();
        assertThat(telegram.awaitInline(telegram.inline(ming, "🙃".repeat(128)), SOON).path("results")).isEmpty();
    }

    @Test
    void whatIsNoQuestionIsAnsweredKindly() {
        assertThat(talk.ask(ming, "/bogus").text()).startsWith("没有这个命令").contains("/help");
        talk.chat.by(ming).photo("");
        assertThat(talk.next().text()).contains("用文字");
        talk.chat.by(ming).service("sticker", Json.object().put("file_id", "s1").put("file_unique_id", "u1")
                .put("type", "regular").put("width", 512).put("height", 512).put("is_animated", false)
                .put("is_video", false));
        assertThat(talk.next().text()).contains("用文字");
        talk.chat.by(ming).photo(STUDENT);
        assertThat(talk.next().text()).contains(SINCE);
        assertThat(talk.ask(ming, "红烧肉怎么做").text()).contains("我的资料里没有");
    }

    @Test
    void aFloodGetsOnePoliteLimit() {
        IntStream.range(0, 40).forEach(n -> talk.chat.say(ming, STUDENT));
        List<String> told = new ArrayList<>();
        IntStream.range(0, 21).forEach(n -> told.add(talk.next().text()));
        assertThat(told.subList(0, 20)).allMatch(text -> text.contains(SINCE));
        assertThat(told.getLast()).startsWith("问得有点快").contains("秒");
        assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
        app.awaitNothingWaiting();
        assertThat(talk.chat.sentCount()).isEqualTo(21);
    }

    @Test
    void theCommandsOfAdminsAreRefusedToOthers() {
        for (String command : List.of("/reindex", "/reindex force", "/rollback", "/status", "/unanswered", "/stats")) {
            assertThat(talk.ask(ming, command).text()).isEqualTo("这个命令只有知识库的管理员可以用。");
        }
        assertThat(talk.ask(ming, "/pin").text()).contains("在群里用");
        assertThat(talk.ask(ming, "/settings").text()).contains("在群里用");
    }
}
