package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The keeper of the articles at work, with the whole app, over HTTP. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeeperE2eTest {

    private static final FakeUser KEEPER = FakeUser.person(5, "馆长");
    private static final FakeUser MING = FakeUser.person(6, "明");
    private static final String STUDENT = "学生居留能网上申请吗";
    private static final String ROW = "| 2020 年 9 月 | 学生 étudiant |";
    private static final String LATER = "| 2020 年 10 月 | 学生 étudiant |";

    private final FakeBotApi telegram = new FakeBotApi();
    private final Talk keeper = new Talk(telegram, telegram.privateChat(KEEPER));
    private final Talk ming = new Talk(telegram, telegram.privateChat(MING));
    private App app;
    private KnowledgeFolder articles;

    @BeforeAll
    void start(@TempDir Path folder) {
        articles = new KnowledgeFolder(folder.resolve("knowledge"));
        app = new App(telegram, folder.resolve("data"), "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.limit.person=0", "--juliu.admins=5,99", articles.setting());
    }

    @AfterAll
    void stop() {
        app.close();
        telegram.close();
    }

    @BeforeEach
    void startFromTheArticleAsItIs() {
        articles.restore();
        assertThat(outcome("/reindex force")).containsAnyOf("已发布新版。", "没有改动");
    }

    @Test
    void aReindexShowsItsProgressInOneMessageAndAnswersFromThenOn() {
        articles.edit(ROW, LATER);
        Sent begun = keeper.ask(KEEPER, "/reindex force");
        assertThat(begun.text()).isEqualTo("开始重建…");
        Sent told = end(begun);
        assertThat(told.text()).startsWith("已发布新版。").contains("文章 1 篇", "名单：改了日期（1）", "已知问题答对");
        assertThat(ming.ask(MING, STUDENT).text()).contains("2020 年 10 月起");
    }

    @Test
    void nothingNewIsSaid() {
        assertThat(outcome("/reindex")).startsWith("没有改动");
    }

    @Test
    void aCheckPublishesNothing() {
        articles.edit(ROW, LATER);
        assertThat(outcome("/reindex check")).startsWith("检查完了，有问题，什么都没有发布。").contains("k001", "改了日期");
        assertThat(ming.ask(MING, STUDENT).text()).contains("2020 年 9 月起");
        articles.restore();
        assertThat(outcome("/reindex check")).startsWith("检查完了，可以发布。");
    }

    @Test
    void whatWouldBeAnsweredWronglyIsNotPublishedUnlessForced() {
        articles.edit(ROW + "\n", "");
        assertThat(outcome("/reindex")).startsWith("有本来答对的问题会答错，没有发布").contains("k001 学生居留可以在网上申请吗？");
        assertThat(ming.ask(MING, STUDENT).text()).contains("2020 年 9 月起");
        assertThat(outcome("/reindex force")).startsWith("已发布新版。").contains("名单：删去（1）");
        assertThat(ming.ask(MING, STUDENT).text()).doesNotContain("2020 年 9 月起");
        assertThat(keeper.ask(KEEPER, "/rollback").text()).startsWith("换回上一版了：文章 1 篇");
        assertThat(ming.ask(MING, STUDENT).text()).contains("2020 年 9 月起");
    }

    @Test
    void aBrokenArticleIsNamedByFileAndLineAndTheOldAnswersGoOn() {
        articles.edit("as_of: 2024-07", "as_of: 2024-13");
        for (String command : new String[]{"/reindex", "/reindex force"}) {
            assertThat(outcome(command)).startsWith("有文件读不了，没有发布，还用原来的版本。")
                    .contains("demande-en-ligne.md:4：as_of 写的是「2024-13」；请写年月 YYYY-MM，比如 2024-07")
                    .doesNotContain("write a month");
        }
        assertThat(ming.ask(MING, STUDENT).text()).contains("2020 年 9 月起", "资料截至 2024 年 7 月");
    }

    @Test
    void howItIsAndWhatWasAskedIsTold() {
        assertThat(keeper.ask(KEEPER, "/status").text()).contains("demande-en-ligne.md，截至 2024-07", "已知问题 30 个",
                "已运行 0 天");
        ming.ask(MING, "红烧肉怎么做");
        ming.ask(MING, "红烧肉怎么做？");
        Sent answer = ming.ask(MING, STUDENT);
        assertThat(ming.toast(MING, answer, "👍 有用")).isEqualTo("谢谢！");
        assertThat(keeper.ask(KEEPER, "/unanswered").text()).startsWith("30 天里没答上的").contains("2 次　红烧肉怎么做");
        assertThat(keeper.ask(KEEPER, "/stats").text()).startsWith("7 天里问了 ").contains("名单里有", "不知道", "👍 1　👎 0");
    }

    @Test
    void whatIsShownOfOthersWordsTurnsNoDirection() {
        String turns = "\u202E\u2067\u200F";
        ming.ask(MING, "怎么\u202E养金鱼\u2067，\u200F比较好" + turns);
        assertThat(keeper.ask(KEEPER, "/unanswered").text()).contains("怎么养金鱼，比较好").doesNotContainPattern("\\p{Cf}");
    }

    @Test
    void aWordBehindReindexThatIsNoneIsExplained() {
        assertThat(keeper.ask(KEEPER, "/reindex now").text()).contains("/reindex check", "/reindex force");
    }

    @Test
    void eachScopeHasItsMenu() {
        telegram.awaitCalls("setMyCommands", 5, Duration.ofMinutes(5));
        assertThat(telegram.commands("all_private_chats", "").toString()).contains("\"start\"", "\"forget\"")
                .doesNotContain("reindex", "\"pin\"");
        assertThat(telegram.commands("all_group_chats", "").toString()).contains("\"list\"").doesNotContain("\"pin\"");
        assertThat(telegram.commands("all_chat_administrators", "").toString()).contains("\"pin\"", "\"settings\"");
        assertThat(telegram.commands("chat5", "").toString()).contains("\"reindex\"", "\"unanswered\"", "\"list\"");
        for (var command : telegram.commands("chat5", "")) {
            String name = command.path("command").asString("");
            if (!name.matches("start|forget|reindex|rollback")) {
                assertThat(keeper.ask(KEEPER, "/" + name).text()).as(name).doesNotContain("没有这个命令");
            }
        }
    }

    private String outcome(String command) {
        return end(keeper.ask(KEEPER, command)).text();
    }

    /** The last form of the one message that a job edits. */
    private Sent end(Sent begun) {
        Sent now = keeper.next();
        while (now.text().matches("正在.*|读了 .*|索引建好了.*")) {
            assertThat(now.method()).isEqualTo("editMessageText");
            assertThat(now.id()).isEqualTo(begun.id());
            now = keeper.next();
        }
        assertThat(now.id()).isEqualTo(begun.id());
        return now;
    }
}
