package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Json;
import fr.juliu.telegram.fake.Sent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Notes of a group with the whole app, over HTTP: kept without a pin, with several questions and files, taken along. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NotesE2eTest {

    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final String BOT = "@" + FakeBotApi.BOT_NAME + " ";
    private static final String TRANSLATOR = "宣誓翻译找谁";
    private static final String WANG = "找火车站旁边的王老师，当天能取";
    private static final byte[] PDF = "%PDF-1.7 表格".getBytes(StandardCharsets.UTF_8);

    private final FakeBotApi telegram = new FakeBotApi();
    private App app;
    private long groups = -1_003_000_000_000L;
    private FakeChat group = telegram.group(-1, "群");
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
    void aNoteIsSavedWithoutAPinAndAnswersSeveralQuestions() {
        int said = group.say(MING, WANG);
        assertThat(talk.reply(HONG, said, "/save 宣誓翻译找谁；出生公证在哪里翻译").text())
                .isEqualTo("记住了。以后群里有人问「宣誓翻译找谁」「出生公证在哪里翻译」，先给这个回答。");
        assertThat(talk.ask(MING, BOT + "宣誓翻译找哪位").text()).startsWith("本群的回答（红，").endsWith("\n" + WANG);
        assertThat(talk.ask(MING, BOT + "出生公证在哪里翻译").text()).startsWith("本群的回答（红，").endsWith("\n" + WANG);
        assertThat(talk.reply(HONG, said, "/save 驾照找谁翻译").text()).startsWith("记住了。");
        assertThat(talk.ask(HONG, "/pins").text()).startsWith("本群的回答（1 条）")
                .contains("1. 宣誓翻译找谁；出生公证在哪里翻译；驾照找谁翻译（红，");
        app.awaitNothingWaiting();
        assertThat(group.pinned()).isEmpty();
    }

    @Test
    void aNoteSavedFirstAndPinnedLaterIsUnpinnedWithAllItsQuestions() {
        int said = group.say(MING, WANG);
        talk.reply(HONG, said, "/save " + TRANSLATOR);
        talk.reply(HONG, said, "/pin 出生公证在哪里翻译");
        app.awaitNothingWaiting();
        assertThat(group.pinned()).containsExactly(said);
        assertThat(talk.reply(HONG, said, "/unpin").text()).isEqualTo("不再记着「宣誓翻译找谁」「出生公证在哪里翻译」的回答了。");
        app.awaitNothingWaiting();
        assertThat(group.pinned()).isEmpty();
    }

    @Test
    void theGroupSetsWhetherPinPinsInTheChat() {
        Sent setup = talk.ask(HONG, "/setup");
        assertThat(setup.text()).contains("/pin 的回答同时在群里置顶");
        assertThat(talk.press(HONG, setup, "/pin 不再置顶").text()).contains("/pin 的回答只记住，不置顶");
        int said = group.say(MING, WANG);
        assertThat(talk.reply(HONG, said, "/pin " + TRANSLATOR).text()).startsWith("记住了。").doesNotContain("没能在群里置顶");
        app.awaitNothingWaiting();
        assertThat(group.pinned()).isEmpty();
    }

    @Test
    void anEditOfTheQuestionsToldChangesThem() {
        int said = group.say(MING, WANG);
        Sent asks = talk.reply(HONG, said, "/save");
        app.awaitNothingWaiting();
        int told = group.reply(HONG, asks.id(), "宣誓翻译找水\n出生公证在哪里翻译");
        assertThat(talk.next().text()).contains("「宣誓翻译找水」「出生公证在哪里翻译」");
        app.awaitNothingWaiting();
        group.edit(told, TRANSLATOR);
        assertThat(talk.next().text()).isEqualTo("改好了，现在回答的是「宣誓翻译找谁」。");
        assertThat(talk.ask(HONG, "/pins").text()).contains("1. 宣誓翻译找谁（红，").doesNotContain("出生公证");
    }

    @ParameterizedTest
    @CsvSource({"photo, sendPhoto, 图片", "document, sendDocument, 文件", "video, sendVideo, 视频",
            "animation, sendAnimation, 视频", "audio, sendAudio, 语音", "voice, sendVoice, 语音"})
    void picturesAndFilesAreKeptAsTheyAreAndSentAgain(String kind, String method, String label) {
        int said = group.by(MING).file(kind, PDF, "");
        assertThat(talk.reply(HONG, said, "/save 填好的表格长什么样").text()).startsWith("记住了。");
        assertThat(talk.ask(HONG, "/pins").text()).contains("，" + label + "）");
        int asked = group.say(MING, BOT + "填好的表格长什么样");
        assertThat(talk.next().text()).endsWith("见下面的" + label + "。");
        Sent file = talk.next();
        assertThat(file.method()).isEqualTo(method);
        assertThat(file.replyTo()).isEqualTo(asked);
        assertThat(telegram.file(fileId(file, kind))).isEqualTo(PDF);
    }

    @Test
    void aCaptionAndItsLinkAreKeptWithTheFile() {
        int said = group.by(MING).file("document", PDF, "填表样例 https://example.org/cerfa");
        talk.reply(HONG, said, "/save 表格怎么填写才对");
        Sent list = talk.ask(HONG, "/pins");
        assertThat(talk.press(HONG, list, "看 1").text())
                .isEqualTo("表格怎么填写才对\n填表样例 https://example.org/cerfa");
        assertThat(telegram.file(fileId(talk.next(), "document"))).isEqualTo(PDF);
    }

    @Test
    void aFileThatTelegramNoLongerHasIsToldInWords() {
        int said = group.say(MING, "{\"juliu-notes\": 1, \"notes\": [{\"questions\": [\"填好的表格长什么样\"],"
                + " \"answer\": \"\", \"file\": \"document:GoneLongAgo\"}]}");
        talk.reply(HONG, said, "/import");
        assertThat(outcome()).startsWith("导入了 1 条");
        talk.ask(MING, BOT + "填好的表格长什么样");
        assertThat(talk.next().text()).startsWith("文件发不出来了");
    }

    @Test
    void whatIsDeletedCanBeBroughtBack() {
        int said = group.say(MING, WANG);
        talk.reply(HONG, said, "/pin " + TRANSLATOR);
        app.awaitNothingWaiting();
        assertThat(group.pinned()).containsExactly(said);
        Sent list = talk.ask(HONG, "/pins");
        Sent shorter = talk.press(HONG, list, "删 1");
        assertThat(shorter.text()).startsWith("本群还没有记住的回答");
        app.awaitNothingWaiting();
        assertThat(group.pinned()).isEmpty();
        assertThat(talk.toast(MING, shorter, "撤销，留着它")).contains("只有能置顶消息的群管理员");
        assertThat(talk.press(HONG, shorter, "撤销，留着它").text()).isEqualTo("留下了，还是先给「宣誓翻译找谁」这个回答。");
        app.awaitNothingWaiting();
        assertThat(group.pinned()).containsExactly(said);
        Sent gone = talk.ask(HONG, "/unpin 1");
        assertThat(talk.ask(MING, BOT + TRANSLATOR).text()).doesNotContain("王老师");
        talk.press(HONG, gone, "撤销，留着它");
        assertThat(talk.ask(MING, BOT + TRANSLATOR).text()).contains(WANG);
    }

    @Test
    void theVerdictOfTheArticlesStandsBelowOnlyWhereTheyAnswerTheSame() {
        int said = group.say(MING, "先看群文件再申请");
        talk.reply(HONG, said, "/save 学生居留能网上申请吗；警察局几点去不用排队；学生居留找哪个翻译便宜");
        assertThat(talk.ask(MING, BOT + "学生居留可以网上申请吗").text())
                .contains("先看群文件再申请\n\n文章：可以。学生 étudiant");
        assertThat(talk.ask(MING, BOT + "警察局几点去不用排队").text()).endsWith("\n先看群文件再申请");
        assertThat(talk.ask(MING, BOT + "学生居留找哪个翻译便宜").text()).endsWith("\n先看群文件再申请");
    }

    @Test
    void notesAreTakenToAnotherGroupAsAFile() {
        talk.reply(HONG, group.say(MING, WANG), "/save 宣誓翻译找谁；出生公证在哪里翻译");
        talk.reply(HONG, group.by(MING).file("photo", PDF, ""), "/save 填好的表格长什么样");
        int asked = group.say(HONG, "/export");
        Sent file = talk.next();
        assertThat(file.method()).isEqualTo("sendDocument");
        assertThat(file.replyTo()).isEqualTo(asked);
        byte[] bytes = telegram.file(fileId(file, "document"));
        String written = new String(bytes, StandardCharsets.UTF_8);
        JsonNode notes = Json.read(written, "notes").path("notes");
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0).path("answer").asString("")).isEqualTo(WANG);
        assertThat(notes.get(0).path("questions")).hasSize(2);
        assertThat(notes.get(1).path("file").asString("")).startsWith("photo:");
        assertThat(written).doesNotContain("红", "\"telegram:6\"");

        FakeChat other = group();
        Talk there = new Talk(telegram, other);
        int sent = other.by(HONG).file("document", bytes, "");
        Sent begins = there.reply(HONG, sent, "/import");
        assertThat(begins.text()).isEqualTo("正在读…");
        assertThat(there.next().text()).isEqualTo("导入了 2 条；和本群已有的问题一样的，换成了新的。/pins 里看。");
        assertThat(there.ask(MING, BOT + "出生公证在哪里翻译").text()).startsWith("本群的回答（红，").contains(WANG);
        there.ask(MING, BOT + "填好的表格长什么样");
        assertThat(there.next().method()).isEqualTo("sendPhoto");
    }

    @Test
    void whatIsNoSuchFileIsRefusedAndWhatIsWrongInItIsNamed() {
        int nonsense = group.by(HONG).file("document", PDF, "");
        talk.reply(HONG, nonsense, "/import");
        assertThat(outcome()).startsWith("这不是 /export 得到的 JSON");
        int large = group.by(HONG).file("document", new byte[2_000_001], "");
        talk.reply(HONG, large, "/import");
        assertThat(outcome()).startsWith("这不是 /export 得到的 JSON");
        int half = group.say(HONG, "{\"juliu-notes\": 1, \"notes\": [{\"questions\": [], \"answer\": \"a\"},"
                + " {\"questions\": [\"问\"], \"answer\": \" \"}, {\"questions\": [\"问\"], \"answer\": \"a\","
                + " \"file\": \"x\"}, {\"questions\": [\"宣誓翻译找谁\"], \"answer\": \"我 0612345678\","
                + " \"at\": \"2999-01-01T00:00:00Z\"}]}");
        talk.reply(HONG, half, "/import");
        assertThat(outcome()).startsWith("导入了 1 条")
                .contains("没有导入 3 条：第 1 条没有问题（questions）；第 2 条没有回答（answer）；第 3 条的文件（file）看不懂");
        assertThat(talk.ask(HONG, "/pins").text()).startsWith("本群的回答（1 条）").doesNotContain("2999");
        assertThat(talk.ask(HONG, "/import").text()).startsWith("请回复 /export 得到的那个 JSON 文件");
    }

    @Test
    void strangersTakeNothingOutOrIn() {
        talk.reply(HONG, group.say(MING, WANG), "/save " + TRANSLATOR);
        group.say(MING, "/export");
        group.reply(MING, group.say(MING, "{\"juliu-notes\": 1, \"notes\": []}"), "/import");
        group.say(MING, "/setup");
        assertThat(talk.ask(MING, BOT + TRANSLATOR).text()).contains(WANG);
    }

    /** What a job said in the end. */
    private String outcome() {
        Sent next = talk.next();
        return next.text().equals("正在读…") ? talk.next().text() : next.text();
    }

    private static String fileId(Sent message, String kind) {
        JsonNode file = message.message().path(kind);
        return (file.isArray() ? file.get(file.size() - 1) : file).path("file_id").asString("");
    }

    private FakeChat group() {
        return telegram.supergroup(--groups, "留学群").member(MING).creator(HONG).administrator(FakeBotApi.BOT,
                "can_pin_messages");
    }
}
