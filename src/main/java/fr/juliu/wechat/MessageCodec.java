package fr.juliu.wechat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutTextMessage;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How messages come in and replies go out: plain or, where there is a key, encrypted and no other way. */
final class MessageCodec {

    /** Stands where the person's id is to be written, so that what is kept of a plain reply does not hold it. */
    private static final String SOMEBODY = "<ToUserName><![CDATA[-]]></ToUserName>";

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
     * The XML of a message.
     *
     * @throws RefusedException when it is not WeChat's, not fresh, not XML of its shape, or comes in another's place
     */
    String open(Query query, byte[] body) {
        boolean encrypted = "aes".equals(query.encryption());
        if (encrypted != isSecure() || (!isSecure() && !isGenuine(query)) || !signatures.isFresh(query.timestamp())) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        String xml = new String(body, StandardCharsets.UTF_8);
        String opened = decryption == null ? xml : decrypted(decryption, query, xml);
        SafeXml.check(opened);
        use(query, opened);
        return opened;
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

    /** The XML of a reply that is taken back as if it were a message. */
    String reopened(String addressed) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        String nonce = Long.toUnsignedString(random.nextLong());
        String ciphertext = SafeXml.text(addressed, "Encrypt").orElse("");
        return open(new Query(signatures.of(time, nonce), time, nonce, isSecure() ? "aes" : null,
                signatures.of(time, nonce, ciphertext)), addressed.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isSecure() {
        return decryption != null;
    }

    private String decrypted(Decryption decryption, Query query, String xml) {
        String text = SafeXml.text(xml, "Encrypt").orElse("");
        String time = query.timestamp();
        String nonce = query.nonce();
        if (time == null || nonce == null || !signatures.isOf(query.messageSignature(), time, nonce, text)) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        return decryption.text(text);
    }
}
