package fr.juliu.web.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that whoever has the desk's password has, and so every replica: HMAC-SHA-256 by PBKDF2, slow enough that what it
 * makes is no way to the password. With another password it is another key.
 */
final class DeskKey {

    private static final String MAC = "HmacSHA256";
    private static final byte[] SALT = "juliu desk".getBytes(StandardCharsets.UTF_8);
    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;

    private final SecretKeySpec key;

    DeskKey(String password) {
        try {
            key = new SecretKeySpec(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, ROUNDS, BITS)).getEncoded(), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the key makes of a text: 64 hexadecimal digits. */
    String sign(String use, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((use + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
