package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.watch.Watching;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people say which permits they want to be told of. */
final class WatchCommandsTest {

    private static final String SALARIE = "普通工作居留 salarié";

    private final ChatRoom room;

    WatchCommandsTest(@TempDir Path folder) {
        room = new ChatRoom(folder);
        room.watching.published(Watching.states(room.edition.get()), false);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({"工签, 上线了我就告诉您", "salarié, 上线了我就告诉您", "普通工作居留, 上线了我就告诉您", "学生, 已经在名单里（2020年9月起）", "游客居留, 已经在名单里"})
    void aPermitIsWatchedByAnyOfItsNames(String name, String told) {
        assertThat(say("/watch " + name)).startsWith("好。").contains(told, "/unwatch");
        assertThat(say("/watch " + name)).contains("已经在关注了");
    }

    @Test
    void whatFitsSeveralPermitsIsAskedBack() {
        List<Outgoing> asked = room.receive(privately().text("/watch 学生 游客"));
        assertThat(ChatRoom.text(asked)).isEqualTo("您指的是哪一种？");
        String visitor = ChatRoom.button(asked, "游客");
        assertThat(ChatRoom.text(room.receive(privately().press("1", visitor)))).contains("游客");
        assertThat(room.watching.of(Say.ASKER.id())).hasSize(1);
    }

    @Test
    void whatIsNoPermitIsSaidSo() {
        assertThat(say("/watch 火锅")).startsWith("没认出是哪一种居留");
        assertThat(say("/watch")).contains("/watch 工签");
        assertThat(say("/watching")).startsWith("还没有关注");
        assertThat(say("/unwatch all")).isEqualTo("本来就没有关注。");
    }

    @Test
    void theButtonUnderWhatIsNotListedWatchesIt() {
        List<Outgoing> answer = room.deliver(privately().text("salarié 能网上申请吗"));
        String button = ChatRoom.button(answer, "上线时通知我");
        assertThat(ChatRoom.text(room.receive(privately().press(room.lastSent(), button))))
                .contains(SALARIE, "上线了我就告诉您");
        assertThat(room.watching.of(Say.ASKER.id())).hasSize(1);
        List<Outgoing> listed = room.deliver(privately().text("学生居留能网上申请吗"));
        assertThat(ChatRoom.buttons(listed)).extracting(Outgoing.Button::label).doesNotContain("上线时通知我");
        List<Outgoing> inGroup = room.deliver(Say.inGroup(room.clock, Say.ASKER).text("salarié 能网上申请吗"));
        assertThat(ChatRoom.buttons(inGroup)).extracting(Outgoing.Button::label).doesNotContain("上线时通知我");
    }

    @Test
    void aWatchEndsByItsNameOrByAButton() {
        say("/watch 工签");
        say("/watch 学生");
        List<Outgoing> list = room.receive(privately().text("/watching"));
        String student = ChatRoom.button(list, "✕ 学生");
        assertThat(ChatRoom.texts(room.receive(privately().press("1", student)))).contains("好，不再通知");
        assertThat(say("/unwatch 工签")).isEqualTo("好，不再通知：" + SALARIE);
        assertThat(room.watching.of(Say.ASKER.id())).isEmpty();
    }

    @Test
    void groupsHearOfTheTableWhenTheirAdminsWantSo() {
        Say member = Say.inGroup(room.clock, Say.ASKER);
        assertThat(ChatRoom.texts(room.receive(member.text("/announce on")))).noneMatch(text -> text.startsWith("好"));
        room.rights.give(Say.MODERATOR, Rights.Standing.ALL);
        Say admin = Say.inGroup(room.clock, Say.MODERATOR);
        assertThat(ChatRoom.text(room.receive(admin.text("/announce")))).contains("不在群里说");
        assertThat(ChatRoom.text(room.receive(admin.text("/announce on")))).startsWith("好");
        assertThat(room.watching.of(Say.GROUP.id())).containsExactly("*");
        table("[]");
        assertThat(room.watching.due("telegram", 9)).hasSize(1).first()
                .satisfies(notice -> assertThat(notice.text().plain()).startsWith("网上申请的名单有变化：")
                        .contains("名单里没有了", "…还有"));
        assertThat(ChatRoom.text(room.receive(admin.text("/announce off")))).startsWith("好");
        assertThat(room.watching.of(Say.GROUP.id())).isEmpty();
    }

    @Test
    void theLastChangesOfTheTableAreTold() {
        assertThat(say("/changes")).startsWith("从我开始记到现在，网上申请的名单没有变过");
        table("[]");
        assertThat(say("/changes")).startsWith("网上申请名单的最近变化").contains("学生居留 étudiant：名单里没有了");
    }

    @Test
    void inWeChatTheNextMessageTells() {
        Person reader = new Person("wechat:abc", "", false);
        Say wechat = Say.privately(room.clock, reader);
        assertThat(ChatRoom.text(room.receive(wechat.text("/watch 学生")))).contains("您下次写话时会先看到");
        table("[]");
        assertThat(room.watching.due("telegram", 9)).isEmpty();
        assertThat(ChatRoom.texts(room.receive(wechat.text("你好"))).getFirst()).contains("您关注的「学生居留 étudiant」有变化");
        assertThat(ChatRoom.texts(room.receive(wechat.text("你好"))).getFirst()).doesNotContain("您关注的");
    }

    @Test
    void forgettingEndsAllWatches() {
        say("/watch 工签");
        say("/forget");
        assertThat(room.watching.of(Say.ASKER.id())).isEmpty();
    }

    /** As when an edition is published that lists this, and no more. */
    private void table(String rows) {
        Map<String, String> states = new HashMap<>(Watching.states(room.edition.get()));
        states.replaceAll((permit, state) -> "{\"rows\":" + rows + "}");
        room.watching.published(states, false);
    }

    private Say privately() {
        return Say.privately(room.clock, Say.ASKER);
    }

    private String say(String text) {
        return ChatRoom.text(room.receive(privately().text(text)));
    }
}
