package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.Listings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Answers that take longer than WeChat waits, with the right to send them when they are there, and without. */
@Tag("integration")
final class LateAnswersE2eTest {

    private static final String QUESTION = "学生居留能网上申请吗";
    private static final String SEND = "/cgi-bin/message/custom/send";

    private final FakeWeChatApi api = new FakeWeChatApi();
    private final NpmWeChat crypto = NpmWeChat.usual();
    private final Follower wang = new Follower("oWang", crypto, false);
    private final Counting counting = new Counting();

    @AfterEach
    void close() {
        api.close();
        crypto.close();
    }

    @Test
    void aLateAnswerIsSentWhenItIsThere(@TempDir Path data) {
        try (WeChatApp app = app(data, FakeWeChatApi.SECRET)) {
            counting.hold();
            assertThat(wang.says(app.address(), QUESTION)).isEqualTo(Phrases.LOOKING_AND_TELLING);
            counting.release();
            JsonNode sent = api.next();
            assertThat(sent.path("touser").asString()).isEqualTo("oWang");
            assertThat(sent.path("msgtype").asString()).isEqualTo("text");
            assertThat(sent.path("text").path("content").asString()).startsWith("可以").contains("<a href=", "“有用”或“没用”");
            assertThat(said(app.address(), "有用", told -> !told.startsWith("正在查"))).startsWith("谢谢！");
            assertThat(wang.says(app.address(), "继续")).isEqualTo(Phrases.NO_MORE);
        }
    }

    @Test
    void whoReadsOnMeanwhileIsNotAnsweredTwice(@TempDir Path data) {
        try (WeChatApp app = app(data, FakeWeChatApi.SECRET)) {
            counting.hold();
            assertThat(wang.says(app.address(), "名单")).isEqualTo(Phrases.LOOKING_AND_TELLING);
            counting.release();
            String meanwhile = said(app.address(), "继续", told -> !told.startsWith("正在查"));
            assertThat(api.next().path("text").path("content").asString()).startsWith("可以在 ANEF 网上办的（1/");
            assertThat(meanwhile).as("the next page, or that the first was sent")
                    .containsAnyOf("可以在 ANEF 网上办的（2/", Phrases.SENT);
        }
    }

    @Test
    void withoutTheRightTheAnswerWaitsToBeFetched(@TempDir Path data) {
        try (WeChatApp app = app(data, FakeWeChatApi.SECRET)) {
            api.refuse(48001);
            for (String promise : new String[]{Phrases.LOOKING_AND_TELLING, Phrases.LOOKING}) {
                counting.hold();
                assertThat(wang.says(app.address(), QUESTION)).isEqualTo(promise);
                counting.release();
                assertThat(said(app.address(), "继续", told -> !told.startsWith("正在查"))).startsWith("可以").contains("学生");
            }
            assertThat(Collections.frequency(api.calls(), SEND)).as("tried once").isEqualTo(1);
        }
    }

    @Test
    void aWrongSecretTakesNothingFromAnybody(@TempDir Path data) {
        try (WeChatApp app = app(data, "f".repeat(32))) {
            counting.hold();
            assertThat(wang.says(app.address(), QUESTION)).isEqualTo(Phrases.LOOKING_AND_TELLING);
            counting.release();
            assertThat(said(app.address(), "继续", told -> !told.startsWith("正在查"))).startsWith("可以").contains("学生");
            assertThat(api.calls()).doesNotContain(SEND);
        }
    }

    @Test
    void whoWatchesAPermitIsToldWhenTheTableChanges(@TempDir Path data) {
        try (WeChatApp app = app(data, FakeWeChatApi.SECRET)) {
            assertThat(wang.says(app.address(), "通知我 学生")).startsWith("好。「学生居留 étudiant」已经在名单里");
            Map<String, String> states = new HashMap<>(app.bean(Listings.class).states());
            states.replaceAll((permit, state) -> "{\"rows\":[]}");
            app.bean(Listings.class).take(states, false);
            app.bean(NoticePushes.class).push();
            JsonNode sent = api.next();
            assertThat(sent.path("touser").asString()).isEqualTo("oWang");
            assertThat(sent.path("text").path("content").asString()).startsWith("您关注的「学生居留 étudiant」有变化：");
            assertThat(wang.says(app.address(), QUESTION)).as("told already").startsWith("可以");
        }
    }

    private WeChatApp app(Path data, String secret) {
        return new WeChatApp(data, counting::around, "--juliu.wechat.app-id=" + WeChatApp.APP_ID,
                "--juliu.wechat.secret=" + secret, "--juliu.wechat.api-url=" + api.address());
    }

    /** What comes back to a text, said again until it is no longer being looked up. */
    private String said(URI app, String text, Predicate<String> there) {
        String told = wang.says(app, text);
        while (!there.test(told)) {
            told = wang.says(app, text);
        }
        return told;
    }
}
