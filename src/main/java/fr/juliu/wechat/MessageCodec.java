package fr.juliu.wechat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutTextMessage;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** How messages come in and replies go out: plain or, where there is a key, encrypted and no other way. */
final class MessageCodec {

    /** Stands where the person's id is to be written, so that what is kept of a plain reply does not hold it. */
    private static final String SOMEBODY = "<ToUserName><![CDATA[-]]></ToUserName>";

    private static final Logger LOG = LoggerFactory.getLogger(MessageCodec.class);
    private static final Pattern ENCRYPTED = Pattern.compile("<Encrypt>.*?</Encrypt>", Pattern.DOTALL);

    private final AtomicBoolean told = new AtomicBoolean();
    private final WxMpDefaultConfigImpl account = new WxMpDefaultConfigImpl();
    private final @Nullable Decryption decryption;
    private final Signatures signatures;
    private final Nonces nonces;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    MessageCodec(WeChatSettings settings, Signatures signatures, Nonces nonces, Clock clock) {
        account.setToken(settings.token());
        account.setAppId(settings.appId());
        account.setAesKey(settings.aesKey());
        decryption = settings.isSecure() ? new Decryption(settings.aesKey(), settings.appId()) : null;
        this.signatures = signatures;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** What stands in the address of a request. */
    record Query(@Nullable String signature, @Nullable String timestamp, @Nullable String nonce,
            @Nullable String encryption, @Nullable String messageSignature) {
    }

    /** Whether a request shows by its address alone that WeChat sent it, now. */
    boolean isGenuine(Query query) {
        return signatures.isFresh(query.timestamp()) && query.timestamp() != null && query.nonce() != null
                && signatures.isOf(query.signature(), query.timestamp(), query.nonce());
    }

    /**
     * Uses the nonce of a request, which is known to be genuine, for what came with it.
     *
     * @throws RefusedException when it was used for something else
     */
    void use(Query query, String message) {
        String time = query.timestamp();
        String nonce = query.nonce();
        if (time == null || nonce == null || !nonces.use(signatures.of(time, nonce), message)) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
    }

    /** Whether a message was written at about the time when it comes in: WeChat passes on at once. */
    boolean isFresh(InboundMessage message) {
        return signatures.isNear(message.sent());
    }

    /**
     * The fields of a message.
     *
     * @throws RefusedException when it is not WeChat's, not fresh, not XML of its shape, or comes in another's place
     */
    Map<String, String> open(Query query, byte[] body) {
        String xml = new String(body, StandardCharsets.UTF_8);
        return decryption == null ? plain(query, xml) : decrypted(decryption, query, xml);
    }

    /** A message without a key: where it comes both plain and encrypted, its plain part. */
    private Map<String, String> plain(Query query, String xml) {
        if (!isGenuine(query)) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        Map<String, String> fields = SafeXml.fields(xml);
        if (isEncrypted(query) && !fields.containsKey("FromUserName")) {
            tellOnce("WeChat sends encrypted messages alone (安全模式), and there is no juliu.wechat.aes-key to read them:"
                    + " set it, and juliu.wechat.app-id, as on the account's page of basic settings, or choose 明文模式 there");
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        // encrypted anew each time that WeChat asks
        use(query, ENCRYPTED.matcher(xml).replaceAll(""));
        return fields;
    }

    /** A reply as it is kept and sent; the person's id is still to be written on it by {@link #address}. */
    String seal(InboundMessage message, String text) {
        WxMpXmlOutTextMessage reply = WxMpXmlOutMessage.TEXT().content(text).fromUser(message.account())
                .toUser(isSecure() ? message.openId() : "-").build();
        reply.setCreateTime(clock.instant().getEpochSecond());
        return isSecure() ? reply.toEncryptedXml(account) : reply.toXml();
    }

    /** A sealed reply with the person's id where WeChat looks for it. */
    String address(InboundMessage message, String sealed) {
        int at = isSecure() ? -1 : sealed.indexOf(SOMEBODY);
        return at < 0
                ? sealed
                : sealed.substring(0, at) + SOMEBODY.replace("-]", message.openId() + "]")
                        + sealed.substring(at + SOMEBODY.length());
    }

    /** The fields of a reply that is taken back as if it were a message. */
    Map<String, String> reopened(String addressed) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        String nonce = Long.toUnsignedString(random.nextLong());
        String ciphertext = SafeXml.fields(addressed).getOrDefault("Encrypt", "");
        return open(new Query(signatures.of(time, nonce), time, nonce, isSecure() ? "aes" : null,
                signatures.of(time, nonce, ciphertext)), addressed.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isSecure() {
        return decryption != null;
    }

    private Map<String, String> decrypted(Decryption decryption, Query query, String xml) {
        if (!isEncrypted(query) || !signatures.isFresh(query.timestamp())) {
            if (!isEncrypted(query) && isGenuine(query)) {
                tellOnce("WeChat sends plain messages (明文模式), and with juliu.wechat.aes-key only encrypted ones are"
                        + " taken: choose 安全模式 on the account's page of basic settings, or leave the key out");
            }
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        String text = SafeXml.fields(xml).getOrDefault("Encrypt", "");
        String time = query.timestamp();
        String nonce = query.nonce();
        if (time == null || nonce == null || !signatures.isOf(query.messageSignature(), time, nonce, text)) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        String opened = decryption.text(text);
        Map<String, String> fields = SafeXml.fields(opened);
        use(query, opened);
        return fields;
    }

    private static boolean isEncrypted(Query query) {
        return "aes".equals(query.encryption());
    }

    private void tellOnce(String what) {
        if (told.compareAndSet(false, true)) {
            LOG.warn(what);
        }
    }
}
