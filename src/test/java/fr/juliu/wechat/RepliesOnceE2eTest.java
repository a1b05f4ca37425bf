package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.Databases;
import fr.juliu.trust.Tried;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However often WeChat asks, and wherever: one computation, the same bytes, and always in time. */
@Tried("WeChat asks three times, processes die between")
@Tag("integration")
final class RepliesOnceE2eTest {

    private static final String QUESTION = "学生居留能网上申请吗";
    private static final Duration WECHAT_WAITS = Duration.ofSeconds(5);

    private final Counting counting = new Counting();
    private final NpmWeChat crypto = NpmWeChat.usual();

    @TempDir
    private Path data = Path.of("");

    @AfterEach
    void close() {
        counting.release();
        crypto.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threeRetriesInParallelAndOneAfterARestart(boolean secure) throws IOException {
        Follower wang = new Follower("oWang_6_MuFo-llower", crypto, secure);
        String message = wang.text(QUESTION);
        List<Follower.Reply> replies = new ArrayList<>();
        try (WeChatApp app = app(secure)) {
            counting.hold();
            List<CompletableFuture<Follower.Reply>> asked = atOnce(wang, message,
                    List.of(app.address(), app.address(), app.address()));
            counting.awaitReceived(1);
            counting.release();
            asked.forEach(reply -> replies.add(reply.join()));
            assertThat(kept()).as("nobody is known by his id").contains("wechat:").doesNotContain(wang.openId());
        }
        try (WeChatApp again = app(secure)) {
            replies.add(wang.passOn(again.address(), message));
            assertThat(told(wang, again.address(), replies.getFirst())).startsWith("可以");
        }
        assertThat(counting.received()).isEqualTo(1);
        assertThat(replies).hasSize(4).containsOnly(replies.getFirst());
    }

    @Test
    void aSlowAnswerIsPromisedInTimeAndReadLater() {
        Follower li = new Follower("oLi", crypto, true);
        String message = li.text(QUESTION);
        try (WeChatApp app = app(true)) {
            counting.hold();
            long start = System.nanoTime();
            List<CompletableFuture<Follower.Reply>> asked = new ArrayList<>(
                    atOnce(li, message, List.of(app.address(), app.address())));
            asked.forEach(CompletableFuture::join);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(took).isGreaterThan(PassiveReplies.ANSWER.minusMillis(50));
            assertThat(PassiveReplies.ANSWER).isLessThan(WECHAT_WAITS.minusSeconds(1));
            asked.addAll(atOnce(li, message, List.of(app.address())));
            List<Follower.Reply> replies = asked.stream().map(CompletableFuture::join).toList();
            assertThat(replies).containsOnly(replies.getFirst());
            assertThat(li.text(replies.getFirst())).isEqualTo(Phrases.LOOKING);

            CompletableFuture<String> readOn = CompletableFuture.supplyAsync(() -> li.says(app.address(), "继续"));
            counting.release();
            assertThat(readOn.join()).startsWith("可以").contains("回复数字继续问：");
            assertThat(li.says(app.address(), "有用")).isEqualTo("谢谢！");
            assertThat(counting.received()).as("the question, and the press of 有用").isEqualTo(2);
            System.out.println("WECHAT a held answer is promised after " + took.toMillis() + " ms");
        }
    }

    @Test
    void aKilledProcessIsRelieved() {
        Follower zhao = new Follower("oZhao", crypto, false);
        String message = zhao.text(QUESTION);
        try (HeldApp held = new HeldApp(data)) {
            CompletableFuture<Follower.Reply> asked = atOnce(zhao, message, List.of(held.address())).getFirst();
            asked.completeOnTimeout(new Follower.Reply(0, "", ""), 1, TimeUnit.SECONDS).join();
        }
        try (WeChatApp app = app(false)) {
            List<Follower.Reply> replies = atOnce(zhao, message, List.of(app.address(), app.address())).stream()
                    .map(CompletableFuture::join).toList();
            assertThat(replies).containsOnly(replies.getFirst());
            assertThat(told(zhao, app.address(), replies.getFirst())).startsWith("可以");
            assertThat(counting.received()).isEqualTo(1);
        }
    }

    @Test
    void anotherReplicaTellsTheSameAndReadsOn() {
        Follower qian = new Follower("oQian", crypto, true);
        String url = "--juliu.database-url=" + Databases.newPostgres();
        String message = qian.text("名单");
        try (WeChatApp one = app(true, url); WeChatApp other = app(true, url)) {
            counting.hold();
            List<CompletableFuture<Follower.Reply>> asked = atOnce(qian, message,
                    List.of(one.address(), other.address(), other.address(), one.address()));
            counting.awaitReceived(1);
            counting.release();
            List<Follower.Reply> replies = asked.stream().map(CompletableFuture::join).toList();
            assertThat(replies).containsOnly(replies.getFirst());
            assertThat(counting.received()).isEqualTo(1);
            assertThat(told(qian, other.address(), replies.getFirst())).contains("（1/");
            assertThat(told(qian, other.address(), qian.passOn(other.address(), qian.text("继续")))).contains("（2/");
            assertThat(qian.says(one.address(), "继续")).isEqualTo(Phrases.NO_MORE);
        }
    }

    /** What is answered in the end: on a busy machine it is but promised in time. */
    private static String told(Follower follower, URI app, Follower.Reply reply) {
        String text = follower.text(reply);
        while (text.equals(Phrases.LOOKING)) {
            text = follower.says(app, "继续");
        }
        return text;
    }

    /** Passes a message on to each address at the same time. */
    private static List<CompletableFuture<Follower.Reply>> atOnce(Follower follower, String message,
            List<URI> addresses) {
        return addresses.stream().map(address -> CompletableFuture.supplyAsync(() -> follower.passOn(address, message),
                task -> Thread.ofVirtual().start(task))).toList();
    }

    /** What is on the disk of the app, each byte as a character. */
    private String kept() throws IOException {
        StringBuilder kept = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "juliu.db*")) {
            for (Path file : files) {
                kept.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return kept.toString();
    }

    private WeChatApp app(boolean secure, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.addAll(secure ? List.of(WeChatApp.SECURE) : List.of());
        return new WeChatApp(data, counting::around, settings.toArray(String[]::new));
    }
}
