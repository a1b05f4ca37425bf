package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, however they are typed, and who may give them. */
final class CommandsTest {

    private final ChatRoom room;
    private final Say asker;
    private final Say admin;
    private final Say inGroup;

    CommandsTest(@TempDir Path folder) {
        room = new ChatRoom(folder);
        asker = Say.privately(room.clock, Say.ASKER);
        admin = Say.privately(room.clock, Say.ADMIN);
        inGroup = Say.inGroup(room.clock, Say.ASKER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/permit 学生", "/permit学生", "/permit　学生", "／permit 学生", "／ｐｅｒｍｉｔ　学生", "/PERMIT  学生 ",
            " /permit\n学生", "/permit：学生", "/permit etudiant", "/permit 学生居留能网上申请吗", "/start etudiant"})
    void aCommandIsKnownHoweverItIsTyped(String text) {
        assertThat(ChatRoom.text(room.receive(asker.text(text)))).startsWith("可以。学生");
    }

    @Test
    void anUnknownCommandIsToldInPrivateAlone() {
        assertThat(ChatRoom.text(room.receive(asker.text("/nothing")))).contains("没有这个命令", "/help");
        assertThat(room.receive(inGroup.text("/nothing"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/学生居留能网上申请吗", "／ 学生居留能网上申请吗"})
    void aSlashBeforeAQuestionIsNoCommand(String text) {
        assertThat(ChatRoom.text(room.receive(asker.text(text)))).startsWith("可以。学生");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "／", "/ ", "/_", "/1", "/@", "/permit /permit", "/\u0000"})
    void whatIsHardlyACommandBreaksNothing(String text) {
        assertThat(ChatRoom.texts(room.receive(asker.text(text)))).hasSize(1);
        assertThat(ChatRoom.texts(room.receive(inGroup.text(text)))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void everyCommandHasAnArgumentTooLong() {
        String argument = " " + "学生".repeat(2000);
        for (String command : List.of("/start", "/help", "/list", "/permit", "/source")) {
            assertThat(ChatRoom.text(room.receive(asker.text(command + argument)))).isNotBlank();
        }
        for (String command : List.of("/privacy", "/forget", "/id", "/pin", "/settings")) {
            assertThat(ChatRoom.text(room.receive(Say.privately(room.clock, Say.OTHER).text(command + argument))))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reindex", "/rollback", "/status", "/unanswered", "/stats"})
    void adminCommandsAreRefusedInPrivateAndIgnoredInGroups(String command) {
        assertThat(ChatRoom.text(room.receive(asker.text(command)))).isEqualTo("这个命令只有知识库的管理员可以用。");
        assertThat(room.receive(inGroup.text(command))).isEmpty();
        assertThat(room.receive(Say.inGroup(room.clock, Say.ANONYMOUS).text(command))).isEmpty();
        assertThat(room.receive(admin.text(command))).hasSize(1);
    }

    @Test
    void anAdminReindexesInAnyCase() {
        assertThat(ChatRoom.text(room.receive(admin.text("/reindex Check")))).startsWith("检查完了，可以发布");
        assertThat(ChatRoom.text(room.receive(admin.text("/reindex now")))).startsWith("写 /reindex");
        assertThat(ChatRoom.text(room.receive(admin.text("/rollback")))).startsWith("没有上一版");
        assertThat(ChatRoom.text(room.receive(admin.text("/reindex　FORCE")))).startsWith("没有改动");
        assertThat(ChatRoom.text(room.receive(admin.text("/rollback")))).startsWith("没有上一版");
    }

    @Test
    void groupCommandsAreForGroups() {
        for (String command : List.of("/pin 问题", "/pins", "/unpin 1", "/settings")) {
            assertThat(ChatRoom.text(room.receive(asker.text(command)))).isEqualTo("这个命令在群里用。");
        }
    }

    @Test
    void idTellsTheNumberThatTheSettingsWant() {
        assertThat(ChatRoom.text(room.receive(asker.text("/id")))).isEqualTo("您的号码：5");
        assertThat(ChatRoom.text(room.receive(inGroup.text("/id")))).isEqualTo("您的号码：5\n本群的号码：-1001");
    }

    @Test
    void settingsAreForThoseWhoMayChangeTheGroup() {
        Say moderator = Say.inGroup(room.clock, Say.MODERATOR);
        room.rights.give(Say.MODERATOR, new Rights.Standing(true, false));
        assertThat(ChatRoom.text(room.receive(moderator.text("/settings")))).contains("只有能改群信息的管理员");
        List<Outgoing> shown = room.receive(Say.inGroup(room.clock, Say.ANONYMOUS).text("/settings"));
        assertThat(ChatRoom.text(shown)).startsWith("自动回答：关");
        assertThat(ChatRoom.buttons(shown)).extracting(Outgoing.Button::data).startsWith("set:on", "set:80");
    }

    @Test
    void anAdminOfAnotherGroupIsNobodyHere() {
        Person stranger = new Person("telegram:-2002", "匿名管理员", true);
        assertThat(room.receive(Say.inGroup(room.clock, stranger).text("/settings"))).isEmpty();
    }

    @Test
    void rightsAreRememberedForMinutes() {
        Say moderator = Say.inGroup(room.clock, Say.MODERATOR);
        room.receive(moderator.text("/pins"));
        room.receive(moderator.text("/pins"));
        assertThat(room.rights.asked()).isEqualTo(1);
        room.clock.pass(Duration.ofMinutes(4));
        room.receive(moderator.text("/pins"));
        assertThat(room.rights.asked()).isEqualTo(2);
    }

    @Test
    void permitsAndTheTableTurnTheirPages() {
        List<Outgoing> permits = room.receive(asker.text("/permit"));
        assertThat(ChatRoom.buttons(permits)).hasSizeGreaterThan(10);
        List<Outgoing> list = room.receive(asker.text("/list"));
        assertThat(ChatRoom.text(list)).startsWith("可以在 ANEF 网上办的（1/2）").contains("2024 年 7 月\n• 续 10 年卡");
        List<Outgoing> next = room.receive(asker.press("1", ChatRoom.button(list, "下一页")));
        assertThat(ChatRoom.first(next, Outgoing.Edit.class).text().plain()).contains("（2/2）", "2020 年 9 月\n• 学生");
        assertThat(ChatRoom.text(room.receive(asker.text("/source")))).contains("《在线申请法国外国人居留》，截至 2024 年 7 月");
    }
}
