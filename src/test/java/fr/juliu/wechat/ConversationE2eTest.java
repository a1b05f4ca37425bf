package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.FeedbackBox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People talk to the account, plainly and encrypted, through wechat-crypto and the whole app. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConversationE2eTest {

    private static final String QUESTION = "学生居留能网上申请吗";

    private final Counting counting = new Counting();
    private final NpmWeChat crypto = NpmWeChat.usual();
    private List<WeChatApp> apps = List.of();
    private int people;

    @BeforeAll
    void start(@TempDir Path plain, @TempDir Path secure) {
        apps = List.of(new WeChatApp(plain, counting::around),
                new WeChatApp(secure, counting::around, WeChatApp.SECURE));
    }

    @AfterAll
    void stop() {
        apps.forEach(WeChatApp::close);
        crypto.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aQuestionIsAnsweredWithWhatToGoOnWith(boolean secure) {
        Follower wang = follower(secure);
        URI app = app(secure);
        String answer = wang.says(app, QUESTION);
        assertThat(answer).startsWith("可以").contains("学生", "<a href=\"https://", "回复数字继续问：\n1. ", "“有用”或“没用”");

        String related = Pattern.compile("\n1\\. (.*)").matcher(answer).results().findFirst().orElseThrow().group(1);
        assertThat(wang.says(app, "1")).isNotEqualTo(answer).isEqualTo(follower(secure).says(app, related));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverFollowsIsGreetedAndMayAskByNumber(boolean secure) {
        Follower li = follower(secure);
        URI app = app(secure);
        String greeting = li.text(li.passOn(app,
                li.event("<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event>")));
        assertThat(greeting).contains("您好", "\n1. " + QUESTION, "\n3. ");
        assertThat(li.says(app, "1")).startsWith("可以").contains("学生");

        String leaves = li.event("<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[unsubscribe]]></Event>");
        assertThat(li.passOn(app, leaves)).extracting(Follower.Reply::status, Follower.Reply::body)
                .containsExactly(200, "success");
        assertThat(li.says(app, "有用")).isEqualTo(Phrases.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void voiceMenuAndPicturesAreUnderstoodAsFarAsTheyGo(boolean secure) {
        Follower zhao = follower(secure);
        URI app = app(secure);
        String voice = "<MsgType><![CDATA[voice]]></MsgType><MediaId><![CDATA[m]]></MediaId><Recognition><![CDATA[";
        assertThat(told(zhao, app, zhao.message(voice + QUESTION + "。]]></Recognition>"))).startsWith("可以");
        assertThat(told(zhao, app, zhao.message(voice + "]]></Recognition>"))).contains("没有听清");
        for (String type : List.of("image", "video", "shortvideo", "location", "link", "file")) {
            assertThat(told(zhao, app, zhao.message("<MsgType><![CDATA[" + type + "]]></MsgType>")))
                    .contains("只看得懂文字");
        }
        assertThat(told(zhao, app, click(zhao, QUESTION))).startsWith("可以");
        assertThat(told(zhao, app, click(zhao, "list"))).startsWith("可以在 ANEF 网上办的（1/");
        assertThat(told(zhao, app, click(zhao, "help"))).isEqualTo(Phrases.HELP);
        assertThat(zhao.passOn(app,
                zhao.event("<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[LOCATION]]></Event>")).body())
                .isEqualTo("success");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readingOnTurnsThePages(boolean secure) {
        Follower qian = follower(secure);
        URI app = app(secure);
        assertThat(qian.says(app, "名单")).startsWith("可以在 ANEF 网上办的（1/").contains("“继续”");
        assertThat(qian.says(app, "继续")).startsWith("可以在 ANEF 网上办的（2/");
        assertThat(qian.says(app, QUESTION)).startsWith("可以").doesNotContain("看全文");
        Follower feng = follower(secure);
        String answer = feng.says(app, "网上申请居留的法律依据是什么");
        assertThat(answer).contains("回复“继续”看全文");
        assertThat(feng.says(app, "“继续”。")).isNotEqualTo(answer).isNotEqualTo(Phrases.NO_MORE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTableThatIsAnnouncedIsShownWhereItStands(boolean secure) {
        Follower chen = follower(secure);
        URI app = app(secure);
        assertThat(chen.says(app, "网上申请居留的法律依据是什么")).contains("回复“继续”看全文");
        StringBuilder whole = new StringBuilder();
        for (String page = chen.says(app, "继续"); !page.equals(Phrases.NO_MORE); page = chen.says(app, "继续")) {
            whole.append(page.replace(ByteCutter.READ_ON, "")).append('\n');
        }
        assertThat(whole)
                .contains("下面这张表就是名单，左边是上线时间，右边是类型（2024 年 7 月）：\n2024 年 7 月 | 续 10 年卡", "2020 年 9 月 | 学生 étudiant")
                .containsSubsequence("2019 年 2 月 | ", "对这张表的几点说明：", "网上申请的法律依据是");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerIsJudgedWithReasons(boolean secure) {
        Follower sun = follower(secure);
        URI app = app(secure);
        sun.says(app, QUESTION);
        assertThat(sun.says(app, "没用")).contains("哪里不对", "1. 答错了", "2. 过时了");
        assertThat(sun.says(app, "9")).isEqualTo("请回复 1 到 4 的数字，或者直接写问题。");
        assertThat(sun.says(app, "２")).startsWith("谢谢，记下了。");
        assertThat(sun.says(app, "隐私")).contains("90 天", "代号", "忘掉我").doesNotContain("置顶", "/forget");
        assertThat(sun.says(app, "忘掉我")).contains("都忘掉了");
        assertThat(sun.says(app, "有用")).isEqualTo(Phrases.NO_ANSWER);
        assertThat(sun.says(app, "继续")).isEqualTo(Phrases.NO_MORE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrongWithAnAnswerReachesTheKeeper(boolean secure) {
        Follower zhou = follower(secure);
        URI app = app(secure);
        assertThat(zhou.says(app, "这条过时了 https://www.service-public.fr/new")).isEqualTo(Phrases.NO_ANSWER);
        Map<String, String> told = new LinkedHashMap<>();
        told.put("这条过时了 https://www.service-public.fr/new?A=1", "outdated https://www.service-public.fr/new?A=1");
        told.put("過時了", "outdated");
        told.put("没用：没说要几个月", "没说要几个月");
        told.put("答非所問", "beside");
        for (var said : told.entrySet()) {
            zhou.says(app, "游客居留能网上申请吗");
            assertThat(zhou.says(app, said.getKey())).startsWith("谢谢，记下了。");
            assertThat(zhou.says(app, "有用")).startsWith("谢谢！");
            assertThat(zhou.says(app, said.getKey())).startsWith("谢谢，记下了。");
            assertThat(newest(secure)).isEqualTo(said.getValue());
        }
        zhou.says(app, QUESTION);
        assertThat(zhou.says(app, "没用")).contains("哪里不对");
        assertThat(zhou.says(app, "看不懂。")).startsWith("谢谢，记下了。").contains("回复数字继续问");
        assertThat(newest(secure)).isEqualTo("unclear");
        assertThat(zhou.says(app, "过时了的居留怎么换")).doesNotContain("记下了");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSmallWordLeavesWhatThereIsToGoOnWith(boolean secure) {
        Follower wu = follower(secure);
        URI app = app(secure);
        wu.says(app, QUESTION);
        wu.says(app, "名单");
        assertThat(wu.says(app, "。。。")).contains("没看懂");
        assertThat(wu.says(app, "继续")).startsWith("可以在 ANEF 网上办的（2/");
        wu.says(app, QUESTION);
        assertThat(wu.says(app, "继续")).isEqualTo(Phrases.NO_MORE);
        assertThat(wu.says(app, "有用")).startsWith("谢谢！");
        assertThat(wu.says(app, "時間表")).startsWith("可以在 ANEF 网上办的（1/");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNobodySeesInAWordChangesNothing(boolean secure) {
        Follower feng = follower(secure);
        String answer = feng.says(app(secure), QUESTION);
        for (String unseen : List.of("\u200B", "\u202E", "\u3164", "\uDB40\uDC41", "\u2028")) {
            assertThat(feng.says(app(secure), "学" + unseen + "生居留能网上" + unseen + "申请吗")).isEqualTo(answer);
        }
        assertThat(feng.says(app(secure), "\uFEFF帮\u200B助\u200E")).isEqualTo(Phrases.HELP);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void facesOfWeChatsOwnAreUnderstood(boolean secure) {
        Follower shen = follower(secure);
        URI app = app(secure);
        for (String kind : List.of("[微笑]", "/:rose", "[玫瑰][玫瑰]", "谢谢[合十]", "/::)", "[OK]", "/:heart")) {
            assertThat(shen.says(app, kind)).as(kind).isEqualTo("不客气，祝一切顺利！");
        }
        shen.says(app, QUESTION);
        assertThat(shen.says(app, "[强]")).startsWith("谢谢！");
        assertThat(shen.says(app, "/:weak")).contains("哪里不对");
        assertThat(shen.says(app, QUESTION + "[微笑]")).startsWith("可以");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTraditionalQuestionGetsTraditionalHints(boolean secure) {
        Follower zheng = follower(secure);
        assertThat(zheng.says(app(secure), "學生居留可以網上申請嗎")).contains("回覆「有用」或「沒用」說說這個回答").doesNotContain("回复");
        assertThat(zheng.says(app(secure), "沒用")).contains("哪裡不對", "1. 答錯了");
    }

    private String newest(boolean secure) {
        return String.valueOf(
                apps.get(secure ? 1 : 0).bean(FeedbackBox.class).since(Instant.EPOCH).getLast().reason());
    }

    private Follower follower(boolean secure) {
        return new Follower("oPerson_" + people++, crypto, secure);
    }

    private URI app(boolean secure) {
        return apps.get(secure ? 1 : 0).address();
    }

    private static String told(Follower follower, URI app, String message) {
        return follower.text(follower.passOn(app, message));
    }

    private static String click(Follower follower, String key) {
        return follower.event("<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[CLICK]]></Event><EventKey><![CDATA["
                + key + "]]></EventKey>");
    }
}
