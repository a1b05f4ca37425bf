package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.Database;
import fr.juliu.store.Databases;
import fr.juliu.store.Retention;
import fr.juliu.store.Unread;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of people, seen in the tables themselves. */
final class PrivacyTest {

    private static final Person WANG = new Person("telegram:7654321", "王小明", false);

    private final Path folder;
    private final ChatRoom room;
    private final Say privately;
    private final Say inGroup;

    PrivacyTest(@TempDir Path folder) {
        this.folder = folder;
        room = new ChatRoom(folder);
        privately = Say.privately(room.clock, WANG);
        inGroup = Say.inGroup(room.clock, WANG);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatTalksLeaveInADatabaseOfReplicasIsTold() {
        try (Database shared = Database.postgres(Databases.newPostgres())) {
            PrivacyCommand command = new PrivacyCommand(new Retention(shared, room.clock, 90),
                    new SecondReaders(null, new Unread(shared)));
            assertThat(ChatRoom.text(command.run(privately.text("/privacy"), ""))).contains("加密存 30 分钟");
        }
        assertThat(ChatRoom.text(room.deliver(privately.text("/privacy")))).contains("只在内存里");
    }

    @Test
    void theQuestionLogDoesNotSayWhoAsked() throws SQLException {
        room.deliver(privately.text("学生居留能网上申请吗"));
        room.deliver(inGroup.text("火星居留怎么办"));
        List<String> rows = rows("question");
        assertThat(rows).hasSize(2);
        assertThat(rows).noneMatch(row -> row.contains("7654321") || row.contains("王小明") || row.contains("-1001"));
    }

    @Test
    void numbersAreMaskedWhereverAQuestionIsKept() throws SQLException {
        List<Outgoing> answer = room.deliver(privately.text("我护照 EA1234567，居留号 9912345678，电话 06 12 34 56 78，学生能网上续吗"));
        room.receive(privately.press(room.lastSent(), ChatRoom.button(answer, "👎")));
        for (String table : List.of("question", "exchange", "feedback")) {
            assertThat(rows(table)).as(table).isNotEmpty()
                    .noneMatch(row -> row.contains("EA1234567") || row.contains("9912345678")
                            || row.contains("12 34 56 78"))
                    .anyMatch(row -> row.contains("〔号码〕"));
        }
    }

    @Test
    void numbersInWhatAGroupKeepsAreMasked() throws SQLException {
        room.rights.give(WANG, Rights.Standing.ALL);
        room.deliver(inGroup.replyingTo("70", "材料寄给我，护照 EA1234567").text("/pin 我的号码 9912345678 怎么查"));
        assertThat(rows("pin")).hasSize(1)
                .noneMatch(row -> row.contains("EA1234567") || row.contains("9912345678"));
    }

    @Test
    void aMessageWaitingForItsQuestionKeepsNoNumber() throws SQLException {
        room.rights.give(WANG, Rights.Standing.ALL);
        room.deliver(inGroup.replyingTo("70", "我的护照 EA1234567").text("/pin"));
        assertThat(rows("exchange")).hasSize(1).noneMatch(row -> row.contains("EA1234567"));
    }

    @Test
    void whatIsShownOfAQuestionIsWhatIsStored() {
        room.rights.give(WANG, Rights.Standing.ALL);
        String kept = ChatRoom.text(room.deliver(inGroup.replyingTo("70", "去市政厅").text("/pin 护照 EA1234567 丢了怎么办")));
        assertThat(kept).contains("「护照 〔号码〕 丢了怎么办」");
        List<Outgoing> list = room.deliver(inGroup.text("/pins"));
        room.deliver(inGroup.press(room.lastSent(), ChatRoom.button(list, "改名")));
        Say reply = inGroup.replyingToBot(room.lastSent(), "改成什么");
        assertThat(ChatRoom.text(room.receive(reply.text("居留号 9912345678 怎么查")))).contains("「居留号 〔号码〕 怎么查」");
        assertThat(ChatRoom.text(room.receive(inGroup.text("/unpin 居留号 9912345678 怎么查"))))
                .isEqualTo("不再记着「居留号 〔号码〕 怎么查」的回答了。");
    }

    @Test
    void forgettingErasesTheRest() throws SQLException {
        List<Outgoing> answer = room.deliver(privately.text("学生居留能网上申请吗"));
        String message = room.lastSent();
        room.receive(privately.press(message, ChatRoom.button(answer, "👍")));
        room.rights.give(WANG, Rights.Standing.ALL);
        room.deliver(inGroup.replyingTo("70", "去市政厅").text("/pin 在哪里交材料"));

        assertThat(ChatRoom.text(room.receive(privately.text("/forget")))).startsWith("好的");
        for (String table : List.of("question", "exchange", "feedback", "pin", "outgoing")) {
            assertThat(rows(table)).as(table)
                    .noneMatch(row -> row.contains("7654321") || row.contains("王小明"));
        }
        assertThat(room.pins.of(Say.GROUP.id())).hasSize(1);
        assertThat(ChatRoom.text(room.receive(privately.press(message, ChatRoom.button(answer, "👍")))))
                .contains("太久了");
        assertThat(room.conversations.last(privately.chat().conversation(privately.person()))).isNull();
    }

    @Test
    void forgettingForgetsTheTalkInEachTopicOfOnesOwnAndNoOthers() {
        Say inTopic = privately.inTopic("3");
        Say other = Say.inGroup(room.clock, Say.OTHER);
        for (Say say : List.of(privately, inTopic, inGroup, other)) {
            room.deliver(say.text("学生居留能网上申请吗"));
            assertThat(room.conversations.last(say.chat().conversation(say.person()))).isNotNull();
        }
        room.receive(privately.text("/forget"));
        assertThat(room.conversations.last(privately.chat().conversation(privately.person()))).isNull();
        assertThat(room.conversations.last(inTopic.chat().conversation(inTopic.person()))).isNull();
        assertThat(room.conversations.last(inGroup.chat().conversation(inGroup.person()))).isNull();
        assertThat(room.conversations.last(other.chat().conversation(other.person()))).isNotNull();
    }

    @Test
    void aNumberAloneIsNoQuestion() throws SQLException {
        assertThat(ChatRoom.text(room.deliver(privately.text("9912345678")))).isNotBlank();
        assertThat(rows("question")).singleElement().asString().contains("〔号码〕", "unknown", "JUNK");
    }

    @Test
    void whatAConversationKeepsHoldsNoNumber() {
        room.deliver(privately.text("我是学生，居留号 9912345678，护照 EA1234567，电话 06 12 34 56 78，能网上续吗"));
        String kept = String.valueOf(room.conversations.last(privately.chat().conversation(privately.person())));
        assertThat(kept).contains("学生").doesNotContainIgnoringCase("9912345678").doesNotContainIgnoringCase("EA1234567")
                .doesNotContain("12 34 56 78");
    }

    @Test
    void aLateWishToBeForgottenIsHeard() throws SQLException {
        room.deliver(privately.text("学生居留能网上申请吗"));
        assertThat(ChatRoom.text(room.receive(privately.ago(Duration.ofHours(2)).text("／Forget")))).startsWith("好的");
        assertThat(rows("exchange")).isEmpty();
    }

    @Test
    void whatIsTooOldIsDeleted() throws SQLException {
        List<Outgoing> answer = room.deliver(privately.text("学生居留能网上申请吗"));
        room.receive(privately.press(room.lastSent(), ChatRoom.button(answer, "👍")));
        room.clock.pass(Duration.ofHours(49));
        room.retention.run();
        assertThat(rows("exchange")).isEmpty();
        assertThat(rows("feedback")).hasSize(1).noneMatch(row -> row.contains("7654321"));
        room.clock.pass(Duration.ofDays(90));
        room.retention.run();
        assertThat(rows("question")).isEmpty();
        assertThat(rows("feedback")).isEmpty();
    }

    @Test
    void whatIsTypedInOtherChatsIsNotLogged() throws SQLException {
        room.receive(new Incoming.Inline("telegram:1", WANG, "学生居留"));
        assertThat(rows("question")).isEmpty();
        assertThat(rows("exchange")).isEmpty();
    }

    @Test
    void privacyTellsTheDaysThatAreSet() {
        assertThat(ChatRoom.text(room.receive(privately.text("/privacy"))))
                .contains("90 天", "消息的编号连同问题留 48 小时", "30 分钟", "/forget")
                .doesNotContain("若干");
    }

    private List<String> rows(String table) throws SQLException {
        room.database.settle();
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("juliu.db"));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.append(found.getString(i)).append(" | ");
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
