package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.choose.Attack;
import fr.juliu.decide.Choice;
import fr.juliu.decide.Chooser;
import fr.juliu.decide.Shortlist;
import fr.juliu.store.LoggedQuestion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which questions of chats a second reader gets, and who may forbid that. */
final class SecondReaderInChatTest {

    /** Nothing answers it surely. */
    private static final String UNSURE = "平台上交完了多久有结果";

    private final List<Shortlist> read = new ArrayList<>();
    private final ChatRoom room;
    private final Say privately;
    private final Say inGroup;
    private Choice choice = new Choice.Passage(0, "");

    SecondReaderInChatTest(@TempDir Path folder) {
        room = new ChatRoom(folder, new Chooser() {
            @Override
            public String host() {
                return "reader.example";
            }

            @Override
            public boolean always() {
                return false;
            }

            @Override
            public Choice choose(Shortlist list) {
                read.add(list);
                return choice;
            }
        });
        privately = Say.privately(room.clock, Say.ASKER);
        inGroup = Say.inGroup(room.clock, Say.ASKER);
        room.rights.give(Say.MODERATOR, Rights.Standing.ALL);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatIsNotSureIsReadOnceAndItsChoiceIsToldAsTheArticleHasIt() {
        String told = ChatRoom.text(room.deliver(privately.text(UNSURE)));
        assertThat(read).hasSize(1);
        String heading = read.getFirst().passages().getFirst().heading();
        assertThat(told).contains(read.getFirst().passages().getFirst().glimpse().substring(0, 12));
        LoggedQuestion logged = room.log.since(Instant.EPOCH).getFirst();
        assertThat(logged.second()).extracting(LoggedQuestion.Second::effect).isEqualTo("changed");
        assertThat(logged.section()).isEqualTo(heading);
        assertThat(room.log.chosen(Instant.EPOCH)).singleElement()
                .satisfies(chosen -> assertThat(chosen.question()).isEqualTo(UNSURE));
        assertThat(room.log.readings(Instant.EPOCH)).containsEntry("changed", 1);
    }

    @Test
    void whatIsLateIsToldAsItIsWithoutIt() {
        choice = new Choice.Unread(Choice.Cause.LATE);
        String with = ChatRoom.text(room.deliver(privately.text(UNSURE)));
        room.deliver(privately.text("/privacy off"));
        assertThat(ChatRoom.text(room.deliver(privately.text(UNSURE)))).isEqualTo(with);
        assertThat(room.log.readings(Instant.EPOCH)).containsOnlyKeys("late");
    }

    @Test
    void whatIsSettledIsNotRead() {
        for (String settled : List.of("学生居留能网上申请吗", "你好", "收到 OQTF 怎么办", "要多久", "哪些居留可以网上申请")) {
            room.deliver(privately.text(settled));
        }
        assertThat(read).isEmpty();
    }

    @Test
    void aPersonKeepsHisQuestionsToHimself() {
        assertThat(ChatRoom.text(room.deliver(privately.text("/privacy")))).contains("reader.example", "/privacy off");
        assertThat(ChatRoom.text(room.deliver(privately.text("/privacy off")))).contains("不再发给 reader.example");
        room.deliver(privately.text(UNSURE));
        room.deliver(inGroup.text(UNSURE));
        assertThat(read).isEmpty();
        assertThat(ChatRoom.text(room.deliver(privately.text("/privacy")))).contains("您关掉了");
        room.deliver(privately.text("/forget"));
        room.deliver(privately.text(UNSURE));
        assertThat(read).isEmpty();
        room.deliver(privately.text("/privacy on"));
        room.deliver(privately.text(UNSURE));
        assertThat(read).hasSize(1);
    }

    @Test
    void aGroupsModeratorsKeepItsQuestionsInTheGroup() {
        List<Outgoing> panel = room.deliver(Say.inGroup(room.clock, Say.MODERATOR).text("/settings"));
        assertThat(ChatRoom.text(panel)).contains("reader.example", "：发。");
        room.receive(inGroup.press(room.lastSent(), "set:second"));
        room.deliver(inGroup.text(UNSURE));
        assertThat(read).as("who is no moderator sets nothing").hasSize(1);
        room.receive(Say.inGroup(room.clock, Say.MODERATOR).press(room.lastSent(), "set:second"));
        room.deliver(inGroup.text(UNSURE));
        assertThat(read).hasSize(1);
        assertThat(ChatRoom.text(room.deliver(inGroup.text("/privacy")))).contains("本群的管理员关掉了");
        room.clock.pass(Duration.ofMinutes(11));
        room.groups.move(Say.GROUP.id(), "telegram:-1002");
        room.deliver(inGroup.text(UNSURE));
        assertThat(read).as("what was forbidden went along with the group").hasSize(2);
        room.deliver(privately.text(UNSURE));
        assertThat(read).hasSize(3);
    }

    @Test
    void whatNobodyAskedTheBotIsNotSent() {
        room.deliver(Say.inGroup(room.clock, Say.MODERATOR).text("/settings"));
        room.receive(Say.inGroup(room.clock, Say.MODERATOR).press(room.lastSent(), "set:on"));
        room.deliver(inGroup.aloud().text(UNSURE));
        assertThat(read).isEmpty();
    }

    @Test
    void whatAGroupKeepsIsNeverPartOfWhatIsAsked() {
        Say moderator = Say.inGroup(room.clock, Say.MODERATOR);
        for (Attack attack : Attack.in("pin")) {
            room.clock.pass(Duration.ofMinutes(11));
            room.deliver(moderator.replyingTo("70", attack.words()).text("/save " + UNSURE));
            assertThat(ChatRoom.text(room.deliver(inGroup.text(UNSURE)))).contains("本群的回答");
        }
        assertThat(read).as("the group's own answer is told").isEmpty();
        room.clock.pass(Duration.ofMinutes(11));
        room.deliver(inGroup.text("材料传不上去，换手机行不行"));
        assertThat(read).hasSize(1);
        assertThat(read.toString()).doesNotContain(Attack.in("pin").stream().map(Attack::words).toList());
    }
}
