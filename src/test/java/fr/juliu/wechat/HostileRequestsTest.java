package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.trust.Tried;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What WeChat never sends is refused, and reaches nobody; what it sends to be sure of the app is answered. */
@Tried(value = "WeChat requests that are forged, old or broken", part = "fuzz")
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileRequestsTest {

    private static final String NONCE = "486516";
    private static final String DOCTYPE = "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

    private final Counting counting = new Counting();
    private final NpmWeChat crypto = NpmWeChat.usual();
    private final Follower plain = new Follower("oWang", crypto, false);
    private final Follower secure = new Follower("oWang", crypto, true);
    private List<WeChatApp> apps = List.of();

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path more) {
        apps = List.of(new WeChatApp(data, counting::around),
                new WeChatApp(more, counting::around, WeChatApp.SECURE));
    }

    @AfterAll
    void stop() {
        assertThat(counting.received()).isZero();
        apps.forEach(WeChatApp::close);
        crypto.close();
    }

    @Test
    void theAccountIsVerified() {
        for (WeChatApp app : apps) {
            Follower.Reply echo = Follower.get(app.address(), signed(0) + "&echostr=4375120948345356249");
            assertThat(echo.status()).isEqualTo(200);
            assertThat(echo.body()).isEqualTo("4375120948345356249");
            assertThat(echo.type()).startsWith("text/plain");
            assertThat(Follower.get(app.address(), signed(0) + "&echostr=%3Cscript%3E").status()).isEqualTo(400);
            assertThat(Follower.get(app.address(), signed(0)).status()).isEqualTo(400);
            assertThat(Follower.get(app.address(), signed(-310) + "&echostr=1").status()).isEqualTo(403);
            assertThat(Follower.get(app.address(), signed(310) + "&echostr=1").status()).isEqualTo(403);
            assertThat(Follower.get(app.address(), signed(-290) + "&echostr=1").status()).isEqualTo(200);
            assertThat(Follower.get(app.address(), "?echostr=1").status()).isEqualTo(403);
            assertThat(
                    Follower.get(app.address(), Follower.query("0".repeat(40), time(0), "1") + "&echostr=1").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void wrongAndOldSignaturesAreRefused() {
        URI app = apps.getFirst().address();
        String message = plain.text("学生");
        assertThat(Follower.post(app, "", message).status()).isEqualTo(403);
        assertThat(Follower.post(app, Follower.query("0".repeat(40), time(0), "1"), message).status()).isEqualTo(403);
        assertThat(Follower.post(app, Follower.query("密", time(0), "1").replace("密", "%E5%AF%86"), message).status())
                .isEqualTo(403);
        assertThat(Follower.post(app, signed(-310), message).status()).isEqualTo(403);
        assertThat(Follower.post(app, signed(310), message).status()).isEqualTo(403);
        assertThat(Follower.post(app, Follower.query(crypto.signature("now", "1", ""), "now", "1"), message).status())
                .isEqualTo(403);
    }

    @Test
    void withAKeyOnlyEncryptedMessagesOfTheAccountAreTaken() {
        URI app = apps.getLast().address();
        String message = secure.text("学生");
        assertThat(Follower.post(app, signed(0), message).status()).isEqualTo(403);
        assertThat(encrypted(app, crypto.encrypted(message), "0".repeat(40), 0)).isEqualTo(403);
        String ciphertext = crypto.encrypted(message);
        assertThat(encrypted(app, ciphertext, crypto.signature(time(-310), NONCE, ciphertext), -310))
                .isEqualTo(403);
        assertThat(encrypted(app, "AAAA", crypto.signature(time(0), NONCE, "AAAA"), 0)).isEqualTo(403);
        try (NpmWeChat other = new NpmWeChat(WeChatApp.TOKEN, WeChatApp.AES_KEY, "wxffffffffffffffff")) {
            assertThat(new Follower("oWang", other, true).passOn(app, message).status()).isEqualTo(403);
        }
        assertThat(secure.passOn(apps.getFirst().address(), message).status())
                .as("encrypted, where there is no key").isEqualTo(403);
    }

    @Test
    void entitiesAreRefusedOutsideAndInside() {
        URI app = apps.getFirst().address();
        URI keyed = apps.getLast().address();
        for (String bad : List.of(DOCTYPE + plain.text("学生"), DOCTYPE + plain.text("]]>&x;<![CDATA["),
                "<?xml version=\"1.0\"?><!DOCTYPE xml>" + plain.text("学生"), plain.text("]]>&x;<![CDATA["),
                "<other/>", "", "学生", "<xml>", "<xml>" + "<a>".repeat(9) + "</a>".repeat(9) + "</xml>",
                "<xml><MsgType>text</MsgType></xml>", plain.event("").replace("oWang", "<b/>"))) {
            assertThat(plain.passOn(app, bad).status()).as(bad).isEqualTo(400);
            assertThat(secure.passOn(keyed, bad).status()).as(bad).isEqualTo(400);
        }
        String outside = DOCTYPE + Follower.envelope(crypto.encrypted(secure.text("学生")));
        assertThat(Follower.post(keyed, signed(0) + "&encrypt_type=aes&msg_signature=0", outside).status())
                .isEqualTo(400);
    }

    @Test
    void bodiesAreCapped() {
        URI app = apps.getFirst().address();
        String most = "<xml>" + " ".repeat(64 * 1024 - 11) + "</xml>";
        assertThat(plain.passOn(app, most).status()).as("just as large as may be, but no message").isEqualTo(400);
        assertThat(plain.passOn(app, most + " ").status()).isEqualTo(413);
        assertThat(plain.passOn(app, plain.text("学".repeat(22_000))).status()).isEqualTo(413);
    }

    @Test
    void aSignatureIsGoodForOneMessageAlone() {
        URI app = apps.getFirst().address();
        String message = plain.text("帮助");
        String seen = signed(0);
        Follower.Reply reply = Follower.post(app, seen, message);
        assertThat(plain.text(reply)).isEqualTo(Phrases.HELP);
        assertThat(Follower.post(app, seen, message)).as("WeChat asks again").isEqualTo(reply);
        for (String forged : List.of(plain.text("帮助"), message.replace("oWang", "oLi"),
                message.replace("帮助", "没用"), message + " ")) {
            assertThat(Follower.post(app, seen, forged).status()).as(forged).isEqualTo(403);
            assertThat(Follower.post(app, seen, forged).status()).as("twice: " + forged).isEqualTo(403);
        }
        assertThat(Follower.post(app, seen, message)).as("not spoilt by that").isEqualTo(reply);
        assertThat(Follower.get(app, seen + "&echostr=1").status()).isEqualTo(403);
        String proof = signed(0);
        assertThat(Follower.get(app, proof + "&echostr=1").status()).isEqualTo(200);
        assertThat(Follower.post(app, proof, plain.text("帮助")).status()).isEqualTo(403);
    }

    @Test
    void anEncryptedMessageIsTakenUnderOneNonceAlone() {
        URI app = apps.getLast().address();
        String nonce = Follower.nonce();
        String message = secure.text("帮助");
        String time = time(0);
        String ciphertext = crypto.encrypted(message);
        String query = Follower.query(crypto.signature(time, nonce, ""), time, nonce)
                + "&encrypt_type=aes&msg_signature=";
        String sealed = Follower.envelope(ciphertext);
        Follower.Reply reply = Follower.post(app, query + crypto.signature(time, nonce, ciphertext), sealed);
        assertThat(secure.text(reply)).isEqualTo(Phrases.HELP);
        assertThat(Follower.post(app, query + crypto.signature(time, nonce, ciphertext), sealed)).isEqualTo(reply);
        String other = crypto.encrypted(secure.text("帮助"));
        assertThat(Follower.post(app, query + crypto.signature(time, nonce, other), Follower.envelope(other)).status())
                .isEqualTo(403);
    }

    @Test
    void whatIsSaidToBeWrittenLongAgoOrLaterIsRefused() {
        for (long off : new long[]{-86_400, -310, 310, 86_400, -Follower.now()}) {
            for (Follower follower : List.of(plain, secure)) {
                URI app = (follower.secure() ? apps.getLast() : apps.getFirst()).address();
                assertThat(follower.passOn(app, written(follower, off)).status()).as(off + " s").isEqualTo(403);
                assertThat(follower.passOn(app, written(follower, -200)).status()).isEqualTo(200);
            }
        }
    }

    /** A message that is said to be written so many seconds from now. */
    private static String written(Follower follower, long off) {
        return follower.text("帮助").replaceFirst("<CreateTime>\\d+", "<CreateTime>" + (Follower.now() + off));
    }

    private String signed(long later) {
        return signed(later, Follower.nonce());
    }

    private String signed(long later, String nonce) {
        String time = time(later);
        return Follower.query(crypto.signature(time, nonce, ""), time, nonce);
    }

    private int encrypted(URI app, String ciphertext, String signature, long later) {
        return Follower.post(app, signed(later, NONCE) + "&encrypt_type=aes&msg_signature=" + signature,
                Follower.envelope(ciphertext)).status();
    }

    private static String time(long later) {
        return String.valueOf(Follower.now() + later);
    }
}
