package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.watch.Watching;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People and a group that wait for a permit to be listed, with the whole app, over HTTP. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WatchE2eTest {

    private static final FakeUser KEEPER = FakeUser.person(5, "馆长");
    private static final FakeUser MING = FakeUser.person(6, "明");
    private static final FakeUser HONG = FakeUser.person(8, "红");
    private static final String LAST = "| 2020 年 9 月 | 学生 étudiant |";
    private static final String NEW = "| 2024 年 6 月 | 普通工作居留 salarié |\n" + LAST;
    private static final Duration SOON = Duration.ofMinutes(5);

    private final FakeBotApi telegram = new FakeBotApi();
    private final Talk keeper = new Talk(telegram, telegram.privateChat(KEEPER));
    private final Talk ming = new Talk(telegram, telegram.privateChat(MING));
    private final FakeChat lost = telegram.supergroup(-1_004_000_000_003L, "另一个群").creator(HONG)
            .administrator(FakeBotApi.BOT, "can_pin_messages");
    private final FakeChat group = telegram.supergroup(-1_004_000_000_002L, "群").member(MING).creator(HONG)
            .administrator(FakeBotApi.BOT, "can_pin_messages");
    private final Talk inGroup = new Talk(telegram, group);
    private App app;
    private KnowledgeFolder articles;

    @BeforeAll
    void start(@TempDir Path folder) {
        articles = new KnowledgeFolder(folder.resolve("knowledge"));
        app = new App(telegram, folder.resolve("data"), "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0", "--juliu.admins=5", "--juliu.model=off",
                articles.setting());
    }

    @AfterAll
    void stop() {
        app.close();
        telegram.close();
    }

    @Test
    void whoeverWaitsIsToldOnce() throws Exception {
        Sent answer = ming.ask(MING, "salarié 能网上申请吗");
        assertThat(ming.toast(MING, answer, "上线时通知我")).contains("上线了我就告诉您");
        assertThat(inGroup.ask(HONG, "/announce@" + FakeBotApi.BOT_NAME + " on").text()).startsWith("好");
        assertThat(new Talk(telegram, lost).ask(HONG, "/announce@" + FakeBotApi.BOT_NAME + " on").text())
                .startsWith("好");
        app.awaitNothingWaiting();
        assertThat(feed("salarie")).contains("名单里没有它");

        articles.edit(LAST, NEW);
        assertThat(outcome("/reindex check")).contains("发布后会通知关注的 3 处");
        lost.removeBot(HONG);
        assertThat(outcome("/reindex hold")).contains("关注的 3 处先不通知");
        assertThat(keeper.ask(KEEPER, "/notices").text()).contains("另有 3 处先不发");
        assertThat(keeper.ask(KEEPER, "/changes").text()).contains("普通工作居留 salarié：可以网上办了，2024年6月起");
        assertThat(feed("salarie")).contains("名单变了", "可以网上办了，2024年6月起");
        assertThat(ming.chat.sent()).hasSize(1);

        app.bean(Watching.class).release();
        assertThat(ming.next().text()).startsWith("您关注的「普通工作居留 salarié」有变化：")
                .contains("• 普通工作居留 salarié：可以网上办了，2024年6月起", "来源：《");
        assertThat(inGroup.next().text()).startsWith("网上申请的名单有变化：");
        awaitAllTold();
        assertThat(keeper.ask(KEEPER, "/notices").text()).isEqualTo("没有要发的通知。");
        assertThat(app.bean(Watching.class).of("telegram:" + lost.id())).as("it threw the bot out").isEmpty();

        assertThat(keeper.ask(KEEPER, "/rollback").text()).startsWith("换回上一版了");
        assertThat(ming.next().text()).contains("名单里没有了");
        assertThat(inGroup.next().text()).contains("名单里没有了");
        awaitAllTold();
        assertThat(ming.chat.sent()).hasSize(3);
    }

    /** Waits until nobody is to be told any more. */
    private void awaitAllTold() {
        long until = System.nanoTime() + SOON.toNanos();
        while (app.bean(Watching.class).waiting().due() > 0) {
            assertThat(System.nanoTime()).as("somebody is not told").isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
        app.awaitNothingWaiting();
    }

    private String outcome(String command) {
        Sent begun = keeper.ask(KEEPER, command);
        for (Sent told = begun;; told = keeper.next()) {
            if (told.text().contains("用时") || told.text().startsWith("没有改动")) {
                return told.text();
            }
        }
    }

    private String feed(String permit) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(app.web("/feed/" + permit + ".atom")).timeout(SOON).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }
}
