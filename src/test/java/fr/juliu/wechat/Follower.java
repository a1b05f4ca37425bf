package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who follows the account, and WeChat between him and the app; both know what wechat-crypto knows. */
record Follower(String openId, NpmWeChat crypto, boolean secure) {

    static final String ACCOUNT = "gh_0123456789ab";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong NUMBER = new AtomicLong(23_000_000_000_000_000L);

    /** What came back. */
    record Reply(int status, String type, String body) {
    }

    /** Sends a text, and returns the text that comes back. */
    String says(URI app, String text) {
        return text(passOn(app, text(text)));
    }

    /** A new message of this text, as WeChat writes it. */
    String text(String text) {
        return message("<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + text + "]]></Content>");
    }

    /** A new message with an id of its own. */
    String message(String elements) {
        return event(elements + "<MsgId>" + NUMBER.incrementAndGet() + "</MsgId>");
    }

    /** A new message without an id. */
    String event(String elements) {
        return "<xml><ToUserName><![CDATA[" + ACCOUNT + "]]></ToUserName><FromUserName><![CDATA[" + openId
                + "]]></FromUserName><CreateTime>" + now() + "</CreateTime>" + elements + "</xml>";
    }

    /** Passes a message on; the same one again, under a signature of its own, as often as it is called with it. */
    Reply passOn(URI app, String message) {
        return passOn(app, nonce(), message);
    }

    /** Passes a message on with this nonce. */
    Reply passOn(URI app, String nonce, String message) {
        String time = String.valueOf(now());
        String query = query(crypto.signature(time, nonce, ""), time, nonce);
        if (!secure) {
            return post(app, query, message);
        }
        String ciphertext = crypto.encrypted(message);
        return post(app, query + "&encrypt_type=aes&msg_signature=" + crypto.signature(time, nonce, ciphertext),
                envelope(ciphertext));
    }

    /** Digits that no other message has. */
    static String nonce() {
        return String.valueOf(NUMBER.incrementAndGet());
    }

    static String envelope(String ciphertext) {
        return "<xml><ToUserName><![CDATA[" + ACCOUNT + "]]></ToUserName><Encrypt><![CDATA[" + ciphertext
                + "]]></Encrypt></xml>";
    }

    static String query(String signature, String time, String nonce) {
        return "?signature=" + signature + "&timestamp=" + time + "&nonce=" + nonce;
    }

    static Reply post(URI app, String query, String body) {
        return send(HttpRequest.newBuilder(URI.create(app + query)).header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    static Reply get(URI app, String query) {
        return send(HttpRequest.newBuilder(URI.create(app + query)).build());
    }

    static long now() {
        return Clock.systemUTC().instant().getEpochSecond();
    }

    /** The text of a reply, once all that WeChat looks at is right. */
    String text(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        String xml = secure ? opened(reply.body()) : reply.body();
        assertThat(element(xml, "ToUserName")).isEqualTo(openId);
        assertThat(element(xml, "FromUserName")).isEqualTo(ACCOUNT);
        assertThat(element(xml, "MsgType")).isEqualTo("text");
        assertThat(Long.parseLong(element(xml, "CreateTime"))).isBetween(now() - 60, now());
        String text = element(xml, "Content");
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 2000);
        return text;
    }

    private String opened(String body) {
        String ciphertext = element(body, "Encrypt");
        assertThat(element(body, "MsgSignature"))
                .isEqualTo(crypto.signature(element(body, "TimeStamp"), element(body, "Nonce"), ciphertext));
        NpmWeChat.Opened opened = crypto.opened(ciphertext);
        assertThat(opened.appId()).isEqualTo(WeChatApp.APP_ID);
        return opened.text();
    }

    private static String element(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">(?:<!\\[CDATA\\[(.*?)]]>|([^<]*))</" + name + ">",
                Pattern.DOTALL).matcher(xml);
        assertThat(found.find()).as(name + " in " + xml).isTrue();
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request,
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
