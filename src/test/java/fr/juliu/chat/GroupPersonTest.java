package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.juliu.store.Feedback;
import fr.juliu.store.GroupDesk;
import fr.juliu.store.GroupDesks;
import fr.juliu.store.GroupSettings;
import fr.juliu.store.Pin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who want a person, and moderators who answer, in a group where remarks get silence. */
final class GroupPersonTest {

    private static final String UNKNOWN = "宣誓翻译找哪位便宜";

    private final ChatRoom room;
    private final Say asker;
    private final Say moderator;

    GroupPersonTest(@TempDir Path folder) {
        room = new ChatRoom(folder, new Contact("juliu_help", null, null, null, null));
        asker = Say.inGroup(room.clock, Say.ASKER);
        moderator = Say.inGroup(room.clock, Say.MODERATOR);
        room.rights.give(Say.MODERATOR, new Rights.Standing(true, false));
        new GroupDesks(room.database).set(Say.GROUP.id(), GroupDesk.DEFAULT.withTakes(true));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"转人工", "找管理员", "投诉"})
    void whoWantsAPersonInReplyIsToldWhoThatIs(String words) {
        Say reply = asker.replyingToBot(answered("学生居留能网上申请吗"), "可以");
        assertThat(ChatRoom.text(room.receive(reply.text(words)))).contains("@juliu_help");
        assertThat(room.receive(reply.text("哈哈哈哈"))).isEmpty();
        assertThat(room.receive(asker.aloud().text(words))).isEmpty();
    }

    @Test
    void whereTheBotSpeaksToItsNameAloneAReplyGetsSilence() {
        Say reply = asker.replyingToBot(answered("学生居留能网上申请吗"), "可以");
        room.groups.set(Say.GROUP.id(), GroupSettings.DEFAULT.withSpeaks(GroupSettings.Speaks.NAMED));
        assertThat(room.receive(reply.text("转人工"))).isEmpty();
        assertThat(ChatRoom.text(room.receive(asker.text("转人工")))).contains("@juliu_help");
    }

    @Test
    void satisfactionInReplyIsKeptWithoutAWord() {
        String answer = answered("学生居留能网上申请吗");
        assertThat(room.receive(asker.replyingToBot(answer, "可以").text("满意"))).isEmpty();
        assertThat(room.feedback.since(Instant.EPOCH)).extracting(Feedback::useful).containsExactly(true);
    }

    @Test
    void anAnswerToAQuestionHandedOverGoesBeforeTheSilenceOfRemarks() {
        String handed = handedOver();
        assertThat(room.receive(asker.replyingToBot(handed, "请管理员回答").text("等等看"))).isEmpty();
        assertThat(ChatRoom.text(room.deliver(moderator.replyingToBot(handed, "请管理员回答").text("找李老师"))))
                .startsWith("管理员回答了「" + UNKNOWN + "」：\n找李老师");
    }

    @Test
    void anAnswerThatComesLateOrTooFastIsNotLost() {
        String handed = handedOver();
        Say reply = moderator.replyingToBot(handed, "请管理员回答");
        assertThat(ChatRoom.text(room.receive(reply.ago(Duration.ofMinutes(11)).text("找李老师")))).startsWith("抱歉");
        String fast = "";
        while (!fast.startsWith("问得有点快")) {
            fast = ChatRoom.text(room.receive(moderator.text("学生居留能网上申请吗")));
        }
        assertThat(room.receive(reply.text("找李老师"))).isEmpty();
        room.clock.pass(Duration.ofMinutes(2));
        assertThat(ChatRoom.text(room.receive(reply.text("找李老师")))).startsWith("管理员回答了");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/save 问题", "/pin 问题", "/pins", "/unpin 1", "/missed", "/export", "/import", "/setup",
            "/settings",
            "/mute", "/contact 找我"})
    void moderatorsCommandsOfMembersGetSilence(String command) {
        assertThat(room.receive(asker.replyingTo("70", "找李老师").text(command))).isEmpty();
        assertThat(room.receive(moderator.replyingTo("70", "找李老师").text(command))).isNotEmpty();
    }

    @Test
    void anEditIsFollowedForAllQuestionsOfItsNote() {
        Incoming.Quoted own = new Incoming.Quoted("70", "打 0612345678", false, null, null, Say.MODERATOR);
        room.receive(moderator.replying(own).text("/save 宣誓翻译找谁；哪里翻译结婚证"));
        assertThat(room.receive(moderator.aloud().edit("70", "打 0712345678"))).isEmpty();
        assertThat(room.pins.of(Say.GROUP.id())).extracting(Pin::question, Pin::answer).containsExactlyInAnyOrder(
                tuple("宣誓翻译找谁", "打 0712345678"), tuple("哪里翻译结婚证", "打 0712345678"));
    }

    @Test
    void anothersEditIsPutBeforeTheModeratorsWithAllQuestions() {
        room.receive(moderator.replyingTo("70", "找李老师").text("/save 宣誓翻译找谁；哪里翻译结婚证"));
        List<Outgoing> flag = room.deliver(asker.aloud().edit("70", "找王老师"));
        assertThat(ChatRoom.text(flag)).startsWith("「宣誓翻译找谁」「哪里翻译结婚证」的回答，原消息被作者改了");
        room.receive(moderator.press(room.lastSent(), ChatRoom.button(flag, "用新的")));
        assertThat(room.pins.of(Say.GROUP.id())).extracting(Pin::answer).containsExactly("找王老师", "找王老师");
    }

    private String answered(String question) {
        room.deliver(asker.text(question));
        return room.lastSent();
    }

    /** The message that asks the moderators. */
    private String handedOver() {
        List<Outgoing> refusal = room.deliver(asker.text(UNKNOWN));
        List<Outgoing> way = room.deliver(asker.press(room.lastSent(), ChatRoom.button(refusal, "找人问")));
        room.deliver(asker.press(room.lastSent(), ChatRoom.button(way, "转给管理员")));
        return room.lastSent();
    }
}
