package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.GroupSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered, and how. */
final class ReceptionTest {

    private static final String QUESTION = "学生居留能网上申请吗";
    private static final String CUT_OFF = "抱歉，我刚才断线了，没能及时处理。还需要的话，请再发一次。";

    private final ChatRoom room;
    private final Say asker;
    private final Say inGroup;

    ReceptionTest(@TempDir Path folder) {
        room = new ChatRoom(folder);
        asker = Say.privately(room.clock, Say.ASKER);
        inGroup = Say.inGroup(room.clock, Say.ASKER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aQuestionGetsItsAnswer() {
        List<Outgoing> done = room.receive(asker.text(QUESTION));
        assertThat(ChatRoom.text(done)).startsWith("可以。学生 étudiant：2020 年 9 月起");
        assertThat(ChatRoom.buttons(done)).extracting(Outgoing.Button::label).startsWith("👍 有用", "👎 没用");
        assertThat(ChatRoom.first(done, Outgoing.Send.class).replyTo()).isNull();
    }

    @Test
    void inAGroupTheAnswerHangsUnderTheQuestion() {
        Incoming.Message question = inGroup.text(QUESTION);
        Outgoing.Send answer = ChatRoom.first(room.receive(question), Outgoing.Send.class);
        assertThat(answer.replyTo()).isEqualTo(question.id());
    }

    @Test
    void inAGroupTheBotIsSilentUnlessAddressed() {
        assertThat(room.receive(inGroup.aloud().text(QUESTION))).isEmpty();
        assertThat(room.log.since(room.clock.instant())).isEmpty();
    }

    @Test
    void aFloodGetsOnePoliteWord() {
        for (int i = 0; i < ChatRoom.LIMIT; i++) {
            assertThat(room.receive(inGroup.text(QUESTION))).hasSize(1);
        }
        assertThat(ChatRoom.text(room.receive(inGroup.text(QUESTION)))).isEqualTo("问得有点快，请等 61 秒再问，谢谢。");
        assertThat(room.receive(inGroup.text(QUESTION))).isEmpty();
        assertThat(room.receive(inGroup.text("/help"))).isEmpty();
        assertThat(room.receive(Say.inGroup(room.clock, Say.OTHER).text(QUESTION))).hasSize(1);

        room.clock.pass(Duration.ofSeconds(61));
        assertThat(ChatRoom.text(room.receive(inGroup.text(QUESTION)))).startsWith("可以。");
    }

    @Test
    void aFloodTakesNoWordOfItsOwnAway() {
        for (int i = 0; i <= ChatRoom.LIMIT; i++) {
            room.receive(asker.text(QUESTION));
        }
        assertThat(room.receive(asker.text(QUESTION))).isEmpty();
        for (String word : List.of("/list", "/privacy", "/help", "/forget")) {
            assertThat(room.receive(asker.text(word))).as(word).hasSize(1);
        }
        assertThat(ChatRoom.texts(room.receive(asker.press("m", "list:1"))).getFirst()).contains("（2/");
        assertThat(room.receive(asker.text("/permit 学生"))).isEmpty();
        for (int i = 0; i < ChatRoom.LIMIT; i++) {
            room.receive(asker.text("/list"));
        }
        assertThat(room.receive(asker.text("/list"))).isEmpty();
    }

    @Test
    void aFloodOfAutoAnswersTakesNoQuestionAway() {
        room.groups.set(Say.GROUP.id(), new GroupSettings(true, 0.8));
        for (int i = 0; i < ChatRoom.LIMIT; i++) {
            assertThat(room.receive(inGroup.aloud().text(QUESTION))).hasSize(1);
        }
        assertThat(room.receive(inGroup.aloud().text(QUESTION))).isEmpty();
        assertThat(ChatRoom.text(room.receive(inGroup.text(QUESTION)))).startsWith("可以。");
    }

    @Test
    void whatIsOldGetsOneApologyAChat() {
        Say late = inGroup.ago(Duration.ofMinutes(11));
        assertThat(ChatRoom.text(room.receive(late.text(QUESTION)))).isEqualTo(CUT_OFF);
        assertThat(room.receive(late.text("/list"))).isEmpty();
        assertThat(room.receive(late.aloud().text(QUESTION))).isEmpty();
        assertThat(ChatRoom.text(room.receive(asker.ago(Duration.ofHours(3)).text(QUESTION)))).isEqualTo(CUT_OFF);
        assertThat(ChatRoom.text(room.receive(inGroup.ago(Duration.ofMinutes(9)).text(QUESTION)))).startsWith("可以。");
    }

    @Test
    void autoAnswersAreOffByDefault() {
        assertThat(room.groups.settings(Say.GROUP.id()).auto()).isFalse();
        assertThat(room.receive(inGroup.aloud().text(QUESTION))).isEmpty();
    }

    @Test
    void autoAnswersSpeakAboveTheConfidence() {
        room.groups.set(Say.GROUP.id(), new GroupSettings(true, 0.8));
        assertThat(ChatRoom.text(room.receive(inGroup.aloud().text(QUESTION)))).startsWith("可以。");
        room.groups.set(Say.GROUP.id(), new GroupSettings(true, 1));
        assertThat(room.receive(inGroup.aloud().text(QUESTION))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "谢谢大家", "哈哈哈", "我学生居留拿到了", "今天天气不错", "学生居留", "/weather 学生居留能网上申请吗", "ok", "👍", " ",
            "签证中心楼下哪家面好吃？"})
    void autoAnswersLeaveChatterAlone(String text) {
        room.groups.set(Say.GROUP.id(), new GroupSettings(true, 0.5));
        assertThat(room.receive(inGroup.aloud().text(text))).isEmpty();
    }

    @Test
    void autoAnswersLeaveRepliesToOthersAlone() {
        room.groups.set(Say.GROUP.id(), new GroupSettings(true, 0.5));
        assertThat(room.receive(inGroup.aloud().replyingTo("77", "我在办居留").text(QUESTION))).isEmpty();
    }

    @Test
    void anEditedQuestionGetsAnEditedAnswer() {
        Incoming.Message question = asker.text("游客居留能网上申请吗");
        room.deliver(question);
        Outgoing.Edit edit = ChatRoom.first(room.receive(asker.edit(question.id(), QUESTION)), Outgoing.Edit.class);
        assertThat(edit.message()).isEqualTo(room.lastSent());
        assertThat(edit.text().plain()).startsWith("可以。学生");
        assertThat(room.receive(asker.edit(question.id(), " "))).isEmpty();
        assertThat(ChatRoom.text(room.receive(asker.text("那游客呢")))).contains("游客", "2021 年 9 月");
    }

    @Test
    void anEditThatChangesNoWordIsIgnored() {
        String number = "我居留号 9912345678，" + QUESTION;
        for (String text : List.of(QUESTION, number)) {
            Incoming.Message question = asker.text(text);
            room.deliver(question);
            assertThat(room.receive(asker.edit(question.id(), text))).isEmpty();
        }
        assertThat(room.log.since(Instant.EPOCH)).hasSize(2);
    }

    @Test
    void anAutoAnswerStaysWhenItsQuestionBecomesChatter() {
        room.groups.set(Say.GROUP.id(), new GroupSettings(true, 0.8));
        Say aloud = inGroup.aloud();
        Incoming.Message question = aloud.text(QUESTION);
        room.deliver(question);
        assertThat(room.receive(aloud.edit(question.id(), "哈哈哈 今天的火锅真好吃"))).isEmpty();
        assertThat(ChatRoom.text(room.receive(aloud.edit(question.id(), "游客居留能网上申请吗")))).startsWith("可以。游客");
        room.groups.set(Say.GROUP.id(), new GroupSettings(true, 1));
        assertThat(room.receive(aloud.edit(question.id(), QUESTION))).isEmpty();
        room.groups.set(Say.GROUP.id(), new GroupSettings(false, 0.8));
        assertThat(room.receive(aloud.edit(question.id(), QUESTION))).isEmpty();
        assertThat(room.log.since(Instant.EPOCH)).hasSize(2);
    }

    @Test
    void anEditBeforeTheAnswerIsOutGetsAnAnswerBelow() {
        Incoming.Message question = asker.text("游客居留能网上申请吗");
        room.receive(question);
        Outgoing.Send answer = ChatRoom.first(room.receive(asker.edit(question.id(), QUESTION)), Outgoing.Send.class);
        assertThat(answer.text().plain()).startsWith("可以。学生");
        assertThat(answer.replyTo()).isEqualTo(question.id());
    }

    @Test
    void anEditOfWhatHadNoAnswerIsAsked() {
        assertThat(room.receive(inGroup.aloud().edit("55", QUESTION))).isEmpty();
        assertThat(ChatRoom.text(room.receive(inGroup.edit("55", QUESTION)))).startsWith("可以。");
    }

    @Test
    void aFollowUpKeepsItsTopic() {
        Say students = inGroup.inTopic("10");
        Say visitors = inGroup.inTopic("20");
        room.receive(students.text(QUESTION));
        room.receive(visitors.text("75 换卡要多久"));
        assertThat(ChatRoom.text(room.receive(students.text("那游客呢")))).startsWith("可以。游客");
        assertThat(ChatRoom.text(room.receive(visitors.text("那学生呢")))).doesNotStartWith("可以。");
    }

    @Test
    void aFollowUpMayLeanOnACommandOrAButton() {
        room.receive(asker.text("/permit 学生"));
        assertThat(ChatRoom.text(room.receive(asker.text("那游客呢")))).startsWith("可以。游客");
    }

    @Test
    void traditionalCharactersAreAnsweredInKind() {
        List<Outgoing> done = room.receive(asker.text("學生居留能網上申請嗎"));
        assertThat(ChatRoom.text(done)).contains("學生", "資料截至");
    }

    @Test
    void whenAddedToAGroupItSaysWhatItDoesAndWhatItLacks() {
        Incoming joined = new Incoming.Joined("telegram:1", Say.GROUP);
        assertThat(ChatRoom.text(room.receive(joined))).contains("/pin", "/settings", "自动回答要我是管理员")
                .doesNotContain("置顶消息");
        room.rights.giveBot(Rights.Standing.NONE);
        assertThat(ChatRoom.text(room.receive(joined))).contains("我还缺「置顶消息」", "自动回答要我是管理员")
                .doesNotContain("先让我当管理员");
    }

    @Test
    void aLongOrEmptyMessageIsToldSoInOneLine() {
        String pages = "学生居留能网上申请吗，".repeat(360);
        assertThat(ChatRoom.text(room.receive(asker.text(pages)))).doesNotContain(pages).hasSizeLessThan(200);
        assertThat(ChatRoom.text(room.receive(asker.text(" \u3000 ")))).contains("请用文字");
        assertThat(ChatRoom.text(room.receive(asker.text("\ud83d")))).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"谢谢", "好的，谢谢！", "谢谢你呀", "太感谢了", "辛苦了", "明白了", "收到", "嗯嗯", "太棒了", "太好了", "真棒", "原来如此", "哈哈",
            "👍", "🙏🙏", "❤️", "有帮助，谢谢"})
    void aKindWordGetsAKindWord(String text) {
        assertThat(ChatRoom.text(room.receive(asker.text(text)))).isEqualTo("不客气，祝一切顺利！");
    }

    @Test
    void whatSomebodySaysIsAnsweredWithoutRatingButtons() {
        assertThat(ChatRoom.buttons(room.receive(asker.text("你好")))).isEmpty();
    }
}
