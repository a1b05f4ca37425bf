package fr.juliu.tell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Short fingerprints of texts: the first 16 hexadecimal digits of SHA-256. */
public final class Digest {

    private static final int BYTES = 8;

    private Digest() {
    }

    public static String of(String text) {
        return of(Stream.of(text));
    }

    /** The fingerprint of a text that is given in parts. */
    public static String of(Stream<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
