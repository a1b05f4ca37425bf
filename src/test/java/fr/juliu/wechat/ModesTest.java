package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The account's three ways to send messages, with a key and without. */
@Isolated
@Tag("integration")
@ExtendWith(OutputCaptureExtension.class)
final class ModesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutAKeyThePlainPartIsAnsweredAndNothingElse(CapturedOutput log) {
        try (NpmWeChat crypto = NpmWeChat.usual();
                WeChatApp app = new WeChatApp(folder, new Counting()::around)) {
            Follower wang = new Follower("oWang", crypto, false);
            String help = wang.text("帮助");
            String nonce = Follower.nonce();
            assertThat(wang.text(both(wang, app, nonce, help))).isEqualTo(Phrases.HELP);
            assertThat(wang.text(both(wang, app, nonce, help))).as("asked again, encrypted anew")
                    .isEqualTo(Phrases.HELP);
            assertThat(both(wang, app, nonce, wang.text("帮助")).status()).as("another under its nonce")
                    .isEqualTo(403);
            assertThat(log).doesNotContain("juliu.wechat.aes-key");

            Follower li = new Follower("oLi", crypto, true);
            toldOnce(log, li, app);
        }
    }

    @Test
    void withAKeyTheEncryptedPartIsAnsweredAndNothingElse(CapturedOutput log) {
        try (NpmWeChat crypto = NpmWeChat.usual();
                WeChatApp app = new WeChatApp(folder, new Counting()::around, WeChatApp.SECURE)) {
            Follower wang = new Follower("oWang", crypto, true);
            assertThat(wang.text(both(wang, app, Follower.nonce(), wang.text("帮助")))).isEqualTo(Phrases.HELP);
            assertThat(log).doesNotContain("juliu.wechat.aes-key");

            Follower li = new Follower("oLi", crypto, false);
            toldOnce(log, li, app);
        }
    }

    /** What is refused is told at the first message, and no more. */
    private static void toldOnce(CapturedOutput log, Follower follower, WeChatApp app) {
        assertThat(follower.passOn(app.address(), follower.text("学生")).status()).isEqualTo(403);
        String told = log.getOut();
        assertThat(told).contains("juliu.wechat.aes-key");
        assertThat(follower.passOn(app.address(), follower.text("学生")).status()).isEqualTo(403);
        assertThat(log.getOut()).isEqualTo(told);
    }

    /** Passes a message on as in 兼容模式: plain, and encrypted beside it. */
    private static Follower.Reply both(Follower follower, WeChatApp app, String nonce, String message) {
        String time = String.valueOf(Follower.now());
        NpmWeChat crypto = follower.crypto();
        String ciphertext = crypto.encrypted(message);
        return Follower.post(app.address(),
                Follower.query(crypto.signature(time, nonce, ""), time, nonce) + "&encrypt_type=aes&msg_signature="
                        + crypto.signature(time, nonce, ciphertext),
                message.replace("</xml>", "<Encrypt><![CDATA[" + ciphertext + "]]></Encrypt></xml>"));
    }
}
