package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An evening of 30 messages in a group with the whole app and its own articles, over HTTP; what its members read on
 * their phones is written to {@code target/group-evening.txt}. The hours in it are told, the evening takes seconds.
 */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GroupEveningE2eTest {

    private static final FakeUser MING = FakeUser.person(11, "明");
    private static final FakeUser LAN = FakeUser.person(22, "兰");
    private static final FakeUser QIANG = FakeUser.person(33, "强");
    private static final FakeUser TING = FakeUser.person(44, "婷");
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final String BOT = "@" + FakeBotApi.BOT_NAME + " ";
    private static final String UNKNOWN = "宣誓翻译找哪位便宜";
    private static final Pattern ENGLISH = Pattern
            .compile("(?i)\\b(the|is|are|was|you|your|please|not|and|of|to|can|cannot|this|sorry|error|with|for)\\b");
    private static final Pattern ADDRESS = Pattern.compile("\\S+\\.(fr|org|com|eu)\\S*");
    private static final Duration SOON = Duration.ofMinutes(5);

    private final FakeBotApi telegram = new FakeBotApi();
    private final FakeChat group = telegram.supergroup(-1_006_000_000_000L, "留学群").member(MING).member(LAN)
            .member(QIANG).member(TING).creator(HONG).administrator(FakeBotApi.BOT, "can_pin_messages");
    private final Talk talk = new Talk(telegram, group);
    private final List<String> transcript = new ArrayList<>();
    private final List<Sent> heard = new ArrayList<>();
    private App app;
    private String time = "";
    private int said;

    @BeforeAll
    void start(@TempDir Path data) {
        app = new App(telegram, data, "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0", "--juliu.knowledge=knowledge");
        app.bean(CurrentEdition.class).get().warmUp();
        talk.ask(HONG, "/contact 找 @hong");
        talk.press(HONG, talk.ask(HONG, "/setup"), "收转给管理员的问题");
        app.awaitNothingWaiting();
    }

    @AfterAll
    void stop() throws IOException {
        app.close();
        telegram.close();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/group-evening.txt"), String.join("\n", transcript));
    }

    @Test
    void anEveningInAGroup() {
        chatsBeforeDinner();
        asksAboutStudents();
        talksOfSomethingElse();
        handsAQuestionOver();
        savesANote();
        playsWithTheBot();
        assertThat(said).isEqualTo(30);
        settle();
        assertThat(group.sentCount()).as("all that was sent was expected").isEqualTo(heard.size() + 3);
        assertThat(heard).allSatisfy(message -> assertThat(ADDRESS.matcher(words(message)).replaceAll(""))
                .doesNotContainPattern(ENGLISH));
    }

    private void chatsBeforeDinner() {
        say("20:02", QIANG, "今晚有人打球吗");
        say("20:03", TING, "下雨呢，改天吧");
        say("20:03", QIANG, "那火锅？");
    }

    private void asksAboutStudents() {
        int asked = say("20:11", MING, BOT + "学生居留能网上申请吗");
        Sent answer = hear(asked, "2020 年 9 月起可以在 ANEF 网上办");
        int followUp = reply("20:12", MING, answer, "要多久");
        hear(followUp, "学生居留要在到期前");
        reply("20:13", LAN, answer, "我去年也是网上交的，三周就下来了");
        say("20:15", TING, BOT + "学生居留可以网上申请吗");
        hear(answer.id(), "刚答过，见上面这条。");
        int objection = reply("20:16", QIANG, answer, "不对吧，我记得要去警察局");
        hear(objection, "谢谢，记下了。");
        reply("20:17", LAN, answer, "过时了");
        reply("20:18", MING, answer, "谢谢，很有用");
        int other = reply("20:20", TING, answer, "那游客呢");
        hear(other, "游客 visiteur：2021 年 9 月起");
    }

    private void talksOfSomethingElse() {
        say("20:31", QIANG, "docker 起来之后端口映射不出来，外面怎么连");
        say("20:33", LAN, "看看防火墙");
        say("20:36", QIANG, "证书还过期了，怎么续啊");
    }

    private void handsAQuestionOver() {
        int asked = say("20:40", LAN, BOT + UNKNOWN);
        Sent refusal = hear(asked, "我的资料里没有");
        press(LAN, refusal, "找人问");
        Sent way = hear(refusal.id(), "本群的管理员：找 @hong");
        press(LAN, way, "转给管理员");
        Sent handed = hear(asked, "请管理员回答：" + UNKNOWN);
        reply("20:42", TING, handed, "蹲一个");
        reply("20:51", HONG, handed, "找法院名单上的李老师，60 欧一页");
        hear(asked, "管理员回答了", "找法院名单上的李老师，60 欧一页");
        say("20:52", LAN, "太好了，谢谢红姐");
    }

    private void savesANote() {
        int tip = say("21:01", MING, "开户我去的学校旁边那家 BNP，不用预约，带护照和住房证明就行，当场给 RIB");
        int saves = reply("21:02", HONG, tip, "/save 留学生去哪家银行开户");
        hear(saves, "记住了。");
        int asked = say("21:06", TING, BOT + "留学生到哪家银行开户好");
        hear(asked, "本群的回答（红，", "学校旁边那家 BNP");
        say("21:07", TING, "这么快");
    }

    private void playsWithTheBot() {
        say("21:10", QIANG, "/settings");
        say("21:10", QIANG, "咦，没反应");
        int joke = say("21:11", QIANG, BOT + "讲个笑话");
        hear(joke, "我是居留问答机器人");
        int mutes = reply("21:12", HONG, joke, "/mute");
        Sent panel = hear(mutes, "多久不回答 强？");
        press(HONG, panel, "1 小时");
        hear(panel.replyTo(), "好，不回答 强（到");
        say("21:13", QIANG, BOT + "学生居留能网上申请吗");
        say("21:20", LAN, "哈哈哈哈");
        say("21:31", LAN, "先睡了，晚安");
        int last = say("21:40", TING, BOT + "游客居留要准备什么材料");
        hear(last, "我的资料里没有写到");
    }

    private int say(String at, FakeUser user, String text) {
        time = at;
        write(user.firstName(), text, "");
        return settled(group.say(user, text));
    }

    private int reply(String at, FakeUser user, Sent to, String text) {
        return reply(at, user, to.id(), text);
    }

    private int reply(String at, FakeUser user, int to, String text) {
        time = at;
        write(user.firstName(), quote(to) + text, "");
        return settled(group.reply(user, to, text));
    }

    private void press(FakeUser user, Sent message, String button) {
        transcript.add("（" + user.firstName() + "按了 [" + button + "]）\n");
        group.press(user, message, button);
    }

    private int settled(int message) {
        said++;
        settle();
        return message;
    }

    /** Lets the bot read all that was written. */
    private void settle() {
        assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
        app.awaitNothingWaiting();
    }

    /** The next message of the bot: as it keeps their order, nothing before it was answered that should not be. */
    private Sent hear(int replyTo, String... words) {
        Sent message = talk.next();
        heard.add(message);
        String edited = message.method().startsWith("edit") ? "（改成）" : "";
        write("居留", edited + quote(message.replyTo()) + words(message), "        ");
        assertThat(message.replyTo()).as(message.text()).isEqualTo(replyTo);
        assertThat(message.text()).contains(words);
        app.awaitNothingWaiting();
        return message;
    }

    private void write(String name, String text, String indent) {
        transcript.add((time + "  " + name + "\n" + text).indent(0).lines().map(line -> indent + line)
                .reduce("", (all, line) -> all + line + "\n"));
    }

    private String quote(int message) {
        JsonNode quoted = group.message(message);
        if (quoted == null) {
            return "";
        }
        String text = quoted.path("text").asString("").lines().findFirst().orElse("");
        return "┃ " + quoted.path("from").path("first_name").asString("") + "："
                + (text.length() > 18 ? text.substring(0, 18) + "…" : text) + "\n";
    }

    /** What people read: the text, and below it a line for each row of buttons. */
    private static String words(Sent message) {
        StringBuilder words = new StringBuilder(message.text());
        for (JsonNode row : message.markup().path("inline_keyboard")) {
            words.append('\n');
            row.forEach(button -> words.append('[').append(button.path("text").asString("")).append("] "));
        }
        return words.toString();
    }
}
