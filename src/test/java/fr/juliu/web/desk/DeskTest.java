package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.chat.Asking;
import fr.juliu.store.LoggedQuestion;
import fr.juliu.store.QuestionLog;
import fr.juliu.web.Client;
import io.github.bucket4j.TimeMeter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The lock of the keeper's desk, over real HTTP. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.desk.password=" + DeskTest.PASSWORD,
        "juliu.model=off", "juliu.trusted-proxies=127.0.0.1,::1", "juliu.public-url=https://juliu.example.org"})
final class DeskTest {

    static final String PASSWORD = "居留管理台的密码";

    @TempDir
    private static Path data = Path.of("");

    @LocalServerPort
    private int port;
    @Autowired
    private Asking asking;
    @Autowired
    private QuestionLog log;
    @Autowired
    private ServletWebServerApplicationContext app;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
        settings.add("juliu.data", () -> data);
    }

    /** A clock that stands, so that no minute is over before its tries are. */
    @TestConfiguration
    static class Standing {

        @Bean
        @Primary
        TimeMeter standingClock() {
            return new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return 0;
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            };
        }
    }

    @Test
    void withoutLogInEveryPageLeadsToTheDoor() {
        for (String path : new String[]{"/desk", "/desk/unanswered", "/desk/useless", "/desk/upkeep", "/desk/edition",
                "/desk/explain", "/desk/figures.csv", "/desk/articles", "/desk/article?file=demande-en-ligne.md",
                "/desk/open?q=x", "/desk/second",
                "/desk/edit?file=demande-en-ligne.md",
                "/desk/reindex", "/desk/wait", "/desk/nothing"}) {
            HttpResponse<String> refused = new DeskClient(port, "192.0.2.1").get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(302);
            assertThat(refused.headers().firstValue("Location").orElseThrow())
                    .isEqualTo("/desk/login");
        }
    }

    @Test
    void theDoorOpensWithThePasswordAndClosesAgain() {
        DeskClient keeper = new DeskClient(port, "192.0.2.2");
        HttpResponse<String> opened = keeper.logIn(PASSWORD);
        assertThat(opened.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/desk");
        assertThat(opened.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("desk="))
                .singleElement().asString().contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/desk");

        HttpResponse<String> overview = keeper.get("/desk");
        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.body()).contains("30 天总览").doesNotContain("style=");
        assertThat(overview.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(overview.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");

        assertThat(keeper.post("/desk/logout", "").headers().firstValue("Location").orElseThrow())
                .isEqualTo("/desk/login?out");
        assertThat(keeper.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void theSectionsToCheckNextAreListed() {
        DeskClient keeper = new DeskClient(port, "192.0.2.77");
        keeper.logIn(PASSWORD);
        HttpResponse<String> page = keeper.get("/desk/upkeep");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>该核对</h1>", "段要对着来源核对", "<code>demande-en-ligne.md:", "个月没有核对")
                .doesNotContain("style=");
        String section = page.body().split("<h2><a href=\"", 2)[1].split("\"", 2)[0];
        assertThat(section).startsWith("/desk/edit?file=").contains("&amp;heading=");
        String heading = page.body().split("<h2><a href=\"[^\"]*\">", 2)[1].split("<", 2)[0];
        assertThat(keeper.get(section.replace("&amp;", "&")).body()).contains("<h1>" + heading + "</h1>");
        assertThat(keeper.get("/desk").body()).contains("href=\"/desk/upkeep\"", "href=\"" + section + "\"");
    }

    @Test
    void figuresAreKeptAsATableWithoutAWordOfAnybody() {
        asking.ask("海豚在塞纳河里能钓吗", null, "web", "192.0.2.78");
        DeskClient keeper = new DeskClient(port, "192.0.2.78");
        keeper.logIn(PASSWORD);
        HttpResponse<String> table = keeper.get("/desk/figures.csv?channel=web&outcome=" + DeskClient.encoded("不知道"));
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"juliu-\\d{4}-\\d\\d-\\d\\d-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(table.body()).startsWith("\ufeff\"日期\",\"渠道\",\"主题\",\"结果\",\"次数\"\r\n")
                .contains("\"网页\",\"没有文章回答\",\"不知道\",").doesNotContain("海豚", "文章段落", "192.0.2");
        assertThat(keeper.get("/desk").body()).contains("先核对这几段", "存成 CSV").doesNotContain("海豚");
        assertThat(keeper.get("/desk?from=x&to=9999-99-99&channel=%27&topic=%3Cu%3E").body())
                .contains("30 天总览", "这段时间里没有这样的问题").doesNotContain("<u>");
    }

    @Test
    void aPostWithoutTokenIsRefused() {
        DeskClient keeper = new DeskClient(port, "192.0.2.3");
        keeper.logIn(PASSWORD);
        for (String path : new String[]{"/desk/reindex", "/desk/rollback", "/desk/explain", "/desk/logout",
                "/desk/login", "/desk/edit", "/desk/preview", "/desk/try", "/desk/open/teach", "/desk/open/done"}) {
            HttpResponse<String> refused = keeper.postWithoutToken(path, "mode=check&question=x");
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(refused.body()).doesNotContain("Whitelabel").contains("这一页过期了", "id=\"password\"");
        }
        assertThat(keeper.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void anIdleDeskCloses() throws Exception {
        DeskClient keeper = new DeskClient(port, "192.0.2.10");
        keeper.logIn(PASSWORD);
        Context context = (Context) ((TomcatWebServer) Objects.requireNonNull(app.getWebServer())).getTomcat().getHost()
                .findChildren()[0];
        Session session = Arrays.stream(context.getManager().findSessions())
                .max(Comparator.comparingLong(Session::getCreationTimeInternal)).orElseThrow();
        assertThat(Duration.ofSeconds(session.getMaxInactiveInterval())).isEqualTo(Duration.ofHours(2));
        session.setMaxInactiveInterval(1);
        Thread.sleep(Duration.ofMillis(2100));
        HttpResponse<String> closed = keeper.get("/desk/unanswered");
        assertThat(closed.statusCode()).isEqualTo(302);
        assertThat(closed.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/desk/login");
    }

    @Test
    void openRoutesNeedNoTokenAndGetNoCookie() {
        Client client = new Client(port);
        HttpResponse<String> answer = client.ask("{\"question\": \"学生居留能网上申请吗\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(client.get("/").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(client.get("/desk.css").statusCode()).isEqualTo(200);
    }

    @Test
    void wrongPasswordsAreLimitedByAddressAndRightOnesAreNot() {
        DeskClient guesser = new DeskClient(port, "192.0.2.4");
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> wrong = guesser.logIn("wrong password " + i);
            assertThat(wrong.statusCode()).isEqualTo(302);
            assertThat(wrong.headers().firstValue("Location").orElseThrow())
                    .isEqualTo("/desk/login?wrong");
        }
        assertThat(guesser.get("/desk/login?wrong").body()).contains("密码不对");
        HttpResponse<String> refused = guesser.logIn(PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 61);
        assertThat(refused.body()).contains("试得太多了，请等");
        assertThat(guesser.get("/desk").statusCode()).isEqualTo(302);
        for (String path : new String[]{"/desk/%6Cogin", "/%64esk/login"}) {
            assertThat(guesser.post(path, "username=keeper&password=" + DeskClient.encoded(PASSWORD)).statusCode())
                    .as(path).isEqualTo(429);
        }

        for (int i = 0; i < 20; i++) {
            assertThat(new DeskClient(port, "2001:db8:1:2::" + i).logIn("wrong password " + i).statusCode())
                    .isEqualTo(302);
        }
        assertThat(new DeskClient(port, "2001:db8:1:2:3:4:5:6").logIn(PASSWORD).statusCode()).as("one network")
                .isEqualTo(429);
        assertThat(new DeskClient(port, "2001:db8:1:3::1").logIn(PASSWORD).statusCode()).isEqualTo(302);

        for (int i = 0; i < 7; i++) {
            assertThat(new DeskClient(port, "192.0.2.5").logIn(PASSWORD).headers().firstValue("Location").orElseThrow())
                    .isEqualTo("/desk");
        }
    }

    @Test
    void strangersAtTheSameAddressDoNotKeepTheKeeperOut() {
        DeskClient stranger = new DeskClient(port, "192.0.2.20");
        for (int i = 0; i < 6; i++) {
            stranger.logIn("wrong password " + i);
        }
        assertThat(stranger.logIn(PASSWORD).statusCode()).as("this browser has tried enough").isEqualTo(429);
        DeskClient keeper = new DeskClient(port, "192.0.2.20");
        assertThat(keeper.logIn(PASSWORD).headers().firstValue("Location")).contains("/desk");

        for (int i = 0; i < 25; i++) {
            new DeskClient(port, "192.0.2.20").logIn("wrong password " + i);
        }
        assertThat(new DeskClient(port, "192.0.2.20").logIn(PASSWORD).statusCode()).as("a browser never seen before")
                .isEqualTo(429);
        keeper.post("/desk/logout", "");
        HttpResponse<String> again = keeper.logIn(PASSWORD);
        assertThat(again.headers().firstValue("Location")).as("one that was let in before").contains("/desk");

        keeper.post("/desk/logout", "");
        for (int i = 0; i < 5; i++) {
            keeper.logIn("wrong password " + i);
        }
        assertThat(keeper.logIn(PASSWORD).statusCode()).as("it opens nothing by itself").isEqualTo(429);
    }

    @Test
    void aBrowserThatWasLetInIsKnownByACookieOfTheDeskAlone() {
        HttpResponse<String> opened = new DeskClient(port, "192.0.2.21").logIn(PASSWORD);
        assertThat(opened.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("desk-known="))
                .singleElement().asString().contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/desk");
        assertThat(new DeskClient(port, "192.0.2.22").logIn("a wrong one").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("desk-known="));
    }

    @Test
    void whatWasOfNoUseIsShownWithItsReason() {
        Client reader = new Client(port);
        String id = reader.answer(Map.of("question", "游客居留能网上申请吗")).path("id").asString("");
        assertThat(reader.feedback(Map.of("id", id, "useful", false, "reason", "outdated", "link",
                "https://www.service-public.fr/newer")).statusCode()).isEqualTo(204);
        String other = reader.answer(Map.of("question", "学生居留能网上申请吗")).path("id").asString("");
        reader.feedback(Map.of("id", other, "useful", true));

        DeskClient keeper = new DeskClient(port, "192.0.2.9");
        keeper.logIn(PASSWORD);
        assertThat(keeper.get("/desk/useless").body())
                .contains("游客居留能网上申请吗", "过时了", "https://www.service-public.fr/newer", "名单里有")
                .doesNotContain("学生居留能网上申请吗");
    }

    @Test
    void whatWasNotAnsweredIsShownAsText() {
        for (int i = 0; i < 3; i++) {
            asking.ask("\"驾照\"怎么换<b>", null, "web", "198.51.100.7");
        }
        asking.ask("你好", null, "web", "198.51.100.7");
        DeskClient keeper = new DeskClient(port, "192.0.2.6");
        keeper.logIn(PASSWORD);
        String page = keeper.get("/desk/unanswered").body();
        assertThat(page).contains("&quot;驾照&quot;怎么换&lt;b&gt;", "3 次").doesNotContain("你好", "换<b>");
        assertThat(keeper.get("/desk/open?q=" + DeskClient.encoded("\"驾照\"怎么换<b>")).body())
                .contains("&quot;驾照&quot;怎么换&lt;b&gt;", "3 次", "都不答").doesNotContain("换<b>");
    }

    @Test
    void whatASecondReaderChoseStandsBesideWhatIsAnsweredWithoutHim() {
        Instant now = Instant.now(Clock.systemUTC());
        log.add(new LoggedQuestion("<i>公司交了怎么没消息", "section", null, "工作许可", 0.9, "web", now,
                new LoggedQuestion.Second("changed", "unknown")));
        log.add(new LoggedQuestion("别的", "unknown", "NOT_KNOWN", null, 0.9, "web", now,
                new LoggedQuestion.Second("late", null)));
        DeskClient keeper = new DeskClient(port, "192.0.2.12");
        keeper.logIn(PASSWORD);
        String page = keeper.get("/desk/second").body();
        assertThat(page).contains("&lt;i&gt;公司交了怎么没消息", "<b>工作许可</b>", "<span>不知道</span>", "太慢，没等到",
                "name=\"place\" value=\"demande-en-ligne.md|工作许可\"", "action=\"/desk/open/teach\"")
                .doesNotContain("<i>公司", "别的", "style=");
    }

    @Test
    void whatWasNotAnsweredIsReadPageByPage() {
        for (int i = 0; i < 45; i++) {
            asking.ask("第 " + i + " 种红烧肉怎么做", null, "web", "198.51.100.7");
        }
        DeskClient keeper = new DeskClient(port, "192.0.2.11");
        keeper.logIn(PASSWORD);
        String first = keeper.get("/desk/unanswered").body();
        String second = keeper.get("/desk/unanswered?page=2").body();
        assertThat(first).contains("第 1 / 2 页", "/desk/unanswered?page=2");
        assertThat(second).contains("第 2 / 2 页", "/desk/unanswered?page=1");
        assertThat(keeper.get("/desk/unanswered?page=99").body()).contains("第 2 / 2 页");
        assertThat(keeper.get("/desk/unanswered?page=x").statusCode()).isEqualTo(400);
    }

    @Test
    void aLinkIsOpenedOnlyWhenItIsOfTheWeb() {
        Client reader = new Client(port);
        for (String reason : new String[]{"看这里 https://example.org/a?b=c&d", "看 javascript:alert(1)",
                "看 https://user@example.org/", "看 data:text/html,x"}) {
            String id = reader.answer(Map.of("question", "你好")).path("id").asString("");
            assertThat(reader.feedback(Map.of("id", id, "useful", false, "reason", reason)).statusCode())
                    .isEqualTo(204);
        }
        DeskClient keeper = new DeskClient(port, "192.0.2.12");
        keeper.logIn(PASSWORD);
        String page = keeper.get("/desk/useless").body();
        assertThat(page).contains("聊天和看不懂的", "javascript:alert(1)", "href=\"https://example.org/a?b=c&amp;d\"",
                "rel=\"noopener noreferrer nofollow\"").doesNotContain("href=\"javascript", "href=\"data:text",
                        "href=\"https://user", ">talk<");
    }

    @Test
    void explainingLeavesNoTraceInTheLog() {
        DeskClient keeper = new DeskClient(port, "192.0.2.7");
        keeper.logIn(PASSWORD);
        HttpResponse<String> page = keeper.post("/desk/explain", "question=" + DeskClient.encoded("滑雪场几点开门"));
        assertThat(page.body()).contains("听懂了什么", "找到的段落", "滑雪", "不知道").doesNotContain(">unknown<", "ANY");
        assertThat(keeper.post("/desk/explain", "question=" + DeskClient.encoded("人才护照续签要多久")).body())
                .contains("要多久", "居留对上", "<dd>续</dd>").doesNotContain("RENEWAL", "duration", "topic ");
        assertThat(keeper.post("/desk/explain", "question=+").body()).contains("请写一个问题");
        assertThat(keeper.get("/desk/unanswered").body()).doesNotContain("滑雪");
    }

    @Test
    void anUnknownWayOfReindexingIsRefused() {
        DeskClient keeper = new DeskClient(port, "192.0.2.8");
        keeper.logIn(PASSWORD);
        assertThat(keeper.post("/desk/reindex", "mode=everything").statusCode()).isEqualTo(400);
        assertThat(keeper.post("/desk/rollback", "").headers().firstValue("Location").orElseThrow())
                .isEqualTo("/desk/edition?said=nothing");
        assertThat(keeper.get("/desk/edition?said=nothing").body()).contains("没有上一版可以换回");
    }

    @Test
    void aSecondReindexingIsToldThatOneIsRunning() throws InterruptedException {
        DeskClient keeper = new DeskClient(port, "192.0.2.9");
        keeper.logIn(PASSWORD);
        assertThat(keeper.post("/desk/reindex", "mode=check").headers().firstValue("Location").orElseThrow())
                .isEqualTo("/desk/edition");
        assertThat(keeper.post("/desk/reindex", "mode=publish").headers().firstValue("Location").orElseThrow())
                .isEqualTo("/desk/edition?said=busy");
        assertThat(keeper.get("/desk/edition?said=busy").body()).contains("另一次重建还没结束",
                "<noscript><meta http-equiv=\"refresh\"");
        while (keeper.get("/desk/reindex").body().contains("\"running\"")) {
            Thread.sleep(200);
        }
        assertThat(keeper.get("/desk/reindex").body()).contains("\"checked\"", "正在问 1000 个已知问题");
        assertThat(keeper.get("/desk/edition").body()).contains("已知问题答对").doesNotContain("http-equiv");
    }
}
