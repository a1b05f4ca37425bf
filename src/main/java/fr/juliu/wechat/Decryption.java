package fr.juliu.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;

/**
 * Opens what is encrypted for one account, and nothing else: AES-256-CBC over 16 random bytes, the length of the text
 * in 4 bytes, the text and the account's AppID, filled up to blocks of 32 bytes.
 *
 * <p>WxJava decrypts as well, but does not look at the AppID.
 */
final class Decryption {

    private static final int RANDOM = 16;
    private static final int BLOCK = 32;

    private final byte[] key;
    private final byte[] appId;

    /**
     * Opens what is for an account.
     *
     * @param aesKey of 43 characters
     */
    Decryption(String aesKey, String appId) {
        key = Base64.getDecoder().decode(aesKey + "=");
        this.appId = appId.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text of a ciphertext in Base64.
     *
     * @throws RefusedException when it was made with another key or for another account
     */
    String text(String ciphertext) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
            return text(cipher.doFinal(Base64.getDecoder().decode(ciphertext)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
    }

    private String text(byte[] opened) {
        int filled = opened.length == 0 ? 0 : opened[opened.length - 1];
        int start = RANDOM + Integer.BYTES;
        int end = opened.length - filled;
        if (filled < 1 || filled > BLOCK || end < start) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        int length = ByteBuffer.wrap(opened, RANDOM, Integer.BYTES).getInt();
        if (length < 0 || length > end - start
                || !MessageDigest.isEqual(Arrays.copyOfRange(opened, start + length, end), appId)) {
            throw new RefusedException(HttpStatus.FORBIDDEN);
        }
        return new String(opened, start, length, StandardCharsets.UTF_8);
    }
}
