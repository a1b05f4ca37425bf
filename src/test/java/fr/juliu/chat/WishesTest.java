package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.juliu.edition.Edition;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Wish;
import fr.juliu.understand.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wants a person and not an answer, and what is wrong with a file of such words. */
final class WishesTest {

    private static final Wishes OURS = Wishes.read(ChatRoom.CONFIG, new TextFolding());

    @ParameterizedTest
    @CsvSource({"转人工, PERSON", "人工客服, PERSON", "找管理员, PERSON", "投诉, COMPLAINT", "取消关注, LEAVE", "取消订阅, LEAVE",
            "满意, PLEASED", "不满意, DISPLEASED", "轉人工, PERSON", "「转人工」！, PERSON", "我要转人工谢谢, PERSON", "请帮我转人工吧, PERSON",
            "怎么联系客服, PERSON", "有没有人工客服啊, PERSON", "我想投诉你们, COMPLAINT", "我要取消关注了, LEAVE", "非常滿意, PLEASED",
            "不太满意, DISPLEASED", "转 人 工, PERSON", "我不想和机器人说话, PERSON"})
    void whoSaysNothingElseIsUnderstood(String text, Wish wish) {
        assertThat(OURS.in(text)).contains(wish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "？", "学生居留能网上申请吗", "怎么投诉 préfecture", "人工费算收入吗", "取消订阅的居留怎么办", "满意的工作合同要多少工资",
            "客服居留能网上申请吗", "我要", "管理员签证怎么续", "人工智能专业能换人才护照吗", "投诉雇主会影响居留吗", "转换居留身份"})
    void whoAsksSomethingIsLeftToTheArticles(String text) {
        assertThat(OURS.in(text)).isEmpty();
    }

    @Test
    void aLongTextIsNoWishHoweverItBegins() {
        assertThat(OURS.in("转人工".repeat(1000))).isEmpty();
        assertThat(OURS.in("我要".repeat(19) + "的")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wishes: [{wish: nobody, says: [转人工]}] | there is no wish 'nobody'; write one of person, complaint, leave, pleased, displeased
            wishes: [{wish: person, says: [转人工]}, {wish: leave, says: [轉人工]}] | says 轉人工, which stands under person
            wishes: [{says: [转人工]}] | needs 'wish'
            wish: [] | wish""")
    void aWrongFileIsNamedWithItsMistake(String yaml, String mistake, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("contact.yml"), yaml);
        assertThatThrownBy(() -> Wishes.read(new ConfigFolder(folder), new TextFolding()))
                .isInstanceOf(ConfigException.class).hasMessageContaining(mistake).hasMessageContaining("contact.yml");
    }

    @Test
    void theNextEditionHasTheWordsAsTheyAreThenAndNoneIsMadeOfWrongOnes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("contact.yml");
        Files.writeString(file, "wishes: [{wish: person, says: [呼叫船长]}]");
        Edition next = next(folder);
        assertThat(next.wishes().in("呼叫船长")).contains(Wish.PERSON);
        assertThat(next.wishes().in("转人工")).isEmpty();
        assertThat(ChatRoom.EDITION.wishes().in("转人工")).contains(Wish.PERSON);
        Files.writeString(file, "wishes: 3");
        assertThatThrownBy(() -> next(folder)).isInstanceOf(ConfigException.class)
                .hasMessageContaining("contact.yml:1");
    }

    private static Edition next(Path settings) {
        return ChatRoom.EDITION.next(ChatRoom.EDITION.library(), new ConfigFolder(settings), ChatRoom.FIXED);
    }
}
