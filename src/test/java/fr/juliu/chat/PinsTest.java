package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.juliu.edition.Edition;
import fr.juliu.keep.Articles;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Pin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a group keeps as its own answers. */
final class PinsTest {

    private static final String QUESTION = "宣誓翻译找谁";
    private static final String ANSWER = "找法院名单上的，比如李老师。";

    private final Path folder;
    private final ChatRoom room;
    private final Say asker;
    private final Say moderator;

    PinsTest(@TempDir Path folder) {
        this.folder = folder;
        room = new ChatRoom(folder);
        asker = Say.inGroup(room.clock, Say.ASKER);
        moderator = Say.inGroup(room.clock, Say.MODERATOR);
        room.rights.give(Say.MODERATOR, new Rights.Standing(true, false));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aMembersMessageIsPinnedAndKept() {
        List<Outgoing> done = pin(QUESTION, ANSWER);
        assertThat(ChatRoom.text(done)).isEqualTo("记住了。以后群里有人问「宣誓翻译找谁」，先给这个回答。");
        assertThat(done).contains(new Outgoing.PinInChat(Say.GROUP, "70"));
        String told = ChatRoom.text(room.receive(asker.text("宣誓翻译找谁？")));
        assertThat(told).isEqualTo("本群的回答（群主，2026-11-10）：宣誓翻译找谁\n" + ANSWER);
    }

    @Test
    void aSimilarQuestionGetsItAnotherPermitDoesNot() {
        pin("学生居留能网上申请吗", "能，但先看群文件。");
        assertThat(ask("请问学生居留现在可以在网上申请吗")).startsWith("本群的回答").contains("先看群文件", "文章：可以。学生");
        assertThat(ask("學生居留能網上申請嗎")).startsWith("本群的回答").contains("學生");
        assertThat(ask("游客居留能网上申请吗")).startsWith("可以。游客");
        assertThat(ask("谢谢")).isEqualTo("不客气，祝一切顺利！");
        Say elsewhere = Say.privately(room.clock, Say.ASKER);
        assertThat(ChatRoom.text(room.receive(elsewhere.text("学生居留能网上申请吗")))).startsWith("可以。学生");
    }

    @Test
    void anAnswerOfTheBotIsKeptWithoutItsFooterForItsQuestion() {
        for (String question : List.of("学生居留能网上申请吗", "學生居留能網上申請嗎")) {
            String answer = ChatRoom.text(room.deliver(asker.text(question)));
            room.deliver(moderator.replyingToBot(room.lastSent(), answer).text("/pin"));
            Pin pin = room.pins.of(Say.GROUP.id()).getLast();
            assertThat(pin.question()).isEqualTo(question);
            assertThat(pin.answer()).endsWith("ANEF 网上办。".replace("网上", question.contains("網") ? "網上" : "网上")
                    .replace("办", question.contains("網") ? "辦" : "办")).doesNotContain("2024");
        }
    }

    @Test
    void aPinnedAnswerPinnedAgainDoesNotNest() {
        pin(QUESTION, ANSWER);
        String told = ChatRoom.text(room.deliver(asker.text(QUESTION)));
        room.deliver(moderator.replyingToBot(room.lastSent(), told).text("/pin 哪里找宣誓翻译"));
        assertThat(room.pins.of(Say.GROUP.id())).extracting(Pin::answer).containsExactly(ANSWER, ANSWER);
    }

    @Test
    void withoutAQuestionTheBotAsksForItOnce() {
        List<Outgoing> asked = room.deliver(moderator.replyingTo("70", ANSWER).text("/pin"));
        assertThat(ChatRoom.text(asked)).startsWith("这条消息回答的是什么问题？");
        assertThat(ChatRoom.first(asked, Outgoing.Send.class).asks()).isTrue();
        String prompt = room.lastSent();
        Say reply = moderator.replyingToBot(prompt, "这条消息回答的是什么问题？");
        assertThat(room.receive(asker.replyingToBot(prompt, "？").text(QUESTION))).isEmpty();
        assertThat(ChatRoom.text(room.receive(reply.text(" \u3000 ")))).startsWith("没看到文字");
        assertThat(ChatRoom.text(room.receive(reply.text("/pins")))).startsWith("本群还没有记住的回答");
        assertThat(ChatRoom.text(room.receive(reply.text(QUESTION)))).startsWith("记住了。");
        assertThat(room.receive(reply.text("谢谢"))).isEmpty();
        assertThat(room.pins.of(Say.GROUP.id())).extracting(Pin::question).containsExactly(QUESTION);
    }

    @Test
    void anEditOfTheQuestionToldRenamesThePin() {
        room.deliver(moderator.replyingTo("70", ANSWER).text("/pin"));
        Say reply = moderator.replyingToBot(room.lastSent(), "这条消息回答的是什么问题？");
        Incoming.Message told = reply.text("宣誓翻译找水");
        room.deliver(told);
        assertThat(room.receive(reply.edit(told.id(), " \u3000 "))).isEmpty();
        assertThat(room.receive(reply.edit(told.id(), "宣誓翻译找水"))).isEmpty();
        Outgoing.Edit edit = ChatRoom.first(room.receive(reply.edit(told.id(), QUESTION)), Outgoing.Edit.class);
        assertThat(edit.message()).isEqualTo(room.lastSent());
        assertThat(edit.text().plain()).isEqualTo("改好了，现在回答的是「宣誓翻译找谁」。");
        assertThat(room.pins.of(Say.GROUP.id())).extracting(Pin::question, Pin::answer)
                .containsExactly(tuple(QUESTION, ANSWER));
        assertThat(room.log.since(Instant.EPOCH)).isEmpty();

        room.clock.pass(Duration.ofMinutes(4));
        room.rights.give(Say.MODERATOR, Rights.Standing.NONE);
        assertThat(room.receive(reply.edit(told.id(), "哪里找翻译"))).isEmpty();
        assertThat(room.pins.of(Say.GROUP.id())).extracting(Pin::question).containsExactly(QUESTION);
    }

    @Test
    void anEditOfANewNameRenamesThePinAgain() {
        pin(QUESTION, ANSWER);
        List<Outgoing> list = room.deliver(moderator.text("/pins"));
        assertThat(ChatRoom.texts(room.deliver(moderator.press(room.lastSent(), ChatRoom.button(list, "改名"))))
                .getFirst()).isEqualTo("「宣誓翻译找谁」改成什么问题？请回复我这一句；几个问题用分号隔开。");
        Say reply = moderator.replyingToBot(room.lastSent(), "改成什么");
        Incoming.Message told = reply.text("哪里找翻译");
        room.deliver(told);
        assertThat(ChatRoom.text(room.receive(reply.edit(told.id(), "哪里找宣誓翻译")))).startsWith("改好了");
        assertThat(room.pins.of(Say.GROUP.id())).extracting(Pin::question).containsExactly("哪里找宣誓翻译");
    }

    @Test
    void theNearestOfSeveralAnswers() {
        pin("学生居留网上怎么申请", "看群文件。");
        pin("学生居留能网上申请吗", "能。");
        assertThat(ask("学生居留能网上申请吗")).startsWith("本群的回答（群主，2026-11-10）：学生居留能网上申请吗\n能。");
        assertThat(ask("学生居留网上怎么申请")).startsWith("本群的回答（群主，2026-11-10）：学生居留网上怎么申请\n看群文件。");
    }

    @Test
    void withoutTheRightToPinItKeepsTheAnswerAndSaysWhatIsMissing() {
        room.rights.giveBot(Rights.Standing.NONE);
        List<Outgoing> done = pin(QUESTION, ANSWER);
        assertThat(ChatRoom.text(done)).startsWith("记住了。").contains("我缺少「置顶消息」（Pin Messages）的管理员权限");
        assertThat(done).noneMatch(Outgoing.PinInChat.class::isInstance);
        assertThat(ask(QUESTION)).contains(ANSWER);
    }

    @Test
    void aMessageWithoutTextIsToldByItsAddress() {
        pin(QUESTION, "");
        assertThat(ask(QUESTION)).contains("请看群里的这条消息：https://t.me/c/1/70");
        Say picture = moderator.replyingToBot("71", "");
        assertThat(ChatRoom.text(room.receive(picture.text("/pin 图在哪")))).startsWith("这条消息里没有文字");
    }

    @Test
    void onlyModeratorsMay() {
        room.rights.give(Say.OTHER, new Rights.Standing(false, true));
        Say other = Say.inGroup(room.clock, Say.OTHER);
        for (String command : List.of("/pin 问题", "/pins", "/unpin 1")) {
            assertThat(ChatRoom.text(room.receive(other.replyingTo("70", ANSWER).text(command))))
                    .isEqualTo("这个命令只有能置顶消息的群管理员可以用。");
        }
        assertThat(ChatRoom.text(room.receive(Say.inGroup(room.clock, Say.ANONYMOUS).replyingTo("70", ANSWER)
                .text("/pin " + QUESTION)))).startsWith("记住了。");
        assertThat(room.pins.of(Say.GROUP.id()).getFirst().byId()).isNull();
    }

    @Test
    void theListShowsRenamesAndRemoves() {
        pin(QUESTION, ANSWER);
        List<Outgoing> list = room.deliver(moderator.text("/pins"));
        assertThat(ChatRoom.text(list)).isEqualTo("本群的回答（1 条）\n1. 宣誓翻译找谁（群主，2026-11-10）");
        assertThat(ChatRoom.texts(press(ChatRoom.button(list, "看"))).getFirst()).contains(QUESTION + "\n" + ANSWER);
        assertThat(ChatRoom.text(room.receive(asker.press(room.lastSent(), ChatRoom.button(list, "看")))))
                .contains("只有能置顶消息的群管理员");

        room.clock.pass(Duration.ofMinutes(2));
        room.deliver(moderator.press(room.lastSent(), ChatRoom.button(list, "改名")));
        Say reply = moderator.replyingToBot(room.lastSent(), "改成什么");
        assertThat(ChatRoom.text(room.receive(reply.text("学生居留能网上申请吗")))).startsWith("改好了");
        assertThat(ChatRoom.text(room.receive(moderator.text("/pins")))).contains("学生居留能网上申请吗")
                .doesNotContain("可能过时");
        room.clock.pass(Duration.ofMinutes(2));

        List<Outgoing> dropped = press(ChatRoom.button(list, "删"));
        assertThat(dropped).contains(new Outgoing.UnpinInChat(Say.GROUP, "70"),
                new Outgoing.Toast("删掉了；48 小时内按「撤销」还能找回来。", false));
        assertThat(ChatRoom.text(press(ChatRoom.button(list, "删")))).isEqualTo("这条回答已经不在了。");
    }

    @Test
    void aLongListTurnsItsPages() {
        for (int i = 1; i <= 14; i++) {
            room.pins.keep(new Pin("p" + i, Say.GROUP.id(), "第 " + i + " 个问题", "答", "70", null, "群主",
                    room.clock.instant(), "e", "v"));
        }
        List<Outgoing> list = room.receive(moderator.text("/pins"));
        assertThat(ChatRoom.buttons(list)).hasSize(6 * 3 + 1);
        List<Outgoing> last = press("pins:99");
        assertThat(ChatRoom.texts(last).getFirst()).contains("13. ", "14. ").doesNotContain("12. ");
        assertThat(ChatRoom.button(last, "‹ 上一页")).isEqualTo("pins:1");
    }

    @Test
    void unpinningByReplyByNumberAndByQuestion() {
        for (String argument : List.of("", "1", QUESTION)) {
            pin(QUESTION, ANSWER);
            List<Outgoing> done = room.receive(moderator.replyingTo("70", ANSWER).text("/unpin " + argument));
            assertThat(ChatRoom.text(done)).isEqualTo("不再记着「宣誓翻译找谁」的回答了。");
            assertThat(done).contains(new Outgoing.UnpinInChat(Say.GROUP, "70"));
            room.clock.pass(Duration.ofMinutes(2));
        }
        for (String argument : List.of("0", "2", "99999", "没有的", "")) {
            assertThat(ChatRoom.text(room.receive(moderator.text("/unpin " + argument)))).startsWith("请回复那条记下的消息");
        }
    }

    @Test
    void aPinIsMarkedWhenTheArticlesSaySomethingElse() throws IOException {
        pin("学生居留能网上申请吗", ANSWER);
        assertThat(ChatRoom.text(room.receive(moderator.text("/pins")))).doesNotContain("可能过时");
        Path articles = Files.createDirectory(folder.resolve("articles"));
        Files.writeString(articles.resolve("a.md"), Articles.table("| 2025 年 1 月 | 学生 étudiant |\n"));
        room.edition.publish(Edition.of(new LibraryReader(articles, null, room.clock).read(), ChatRoom.CONFIG,
                room.clock, false));
        List<Outgoing> list = room.receive(moderator.text("/pins"));
        assertThat(ChatRoom.text(list)).endsWith("可能过时");
        assertThat(ChatRoom.texts(press(ChatRoom.button(list, "看"))).getFirst()).contains("可能过时：");
    }

    @Test
    void aGroupThatMovesTakesItsPinsAlong() {
        pin(QUESTION, ANSWER);
        room.receive(new Incoming.Migrated("telegram:1", Say.GROUP, "telegram:-100999"));
        Chat moved = new Chat("telegram:-100999", Chat.Kind.GROUP, null);
        Incoming.Message question = asker.text(QUESTION);
        assertThat(ChatRoom.text(room.receive(new Incoming.Message(question.key(), moved, Say.ASKER, question.id(),
                QUESTION, room.clock.instant(), true, false, null)))).contains(ANSWER);
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        pin("😀".repeat(300), "😀".repeat(3000));
        Pin pin = room.pins.of(Say.GROUP.id()).getFirst();
        assertThat(pin.question()).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
        assertThat(pin.answer()).hasSizeLessThanOrEqualTo(3000).endsWith("😀…");
    }

    private List<Outgoing> pin(String question, String answer) {
        return room.deliver(moderator.replyingTo("70", answer).text("/pin " + question));
    }

    private String ask(String question) {
        room.clock.pass(Duration.ofMinutes(2));
        return ChatRoom.text(room.receive(asker.text(question)));
    }

    private List<Outgoing> press(String data) {
        return room.receive(moderator.press(room.lastSent(), data));
    }
}
