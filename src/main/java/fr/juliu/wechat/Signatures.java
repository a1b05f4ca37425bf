package fr.juliu.wechat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells WeChat's requests from others: by a hash over a token that only it knows, and by their age. */
final class Signatures {

    /** How far a time may be off. */
    static final Duration OLD = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final String token;
    private final Clock clock;

    Signatures(String token, Clock clock) {
        this.token = token;
        this.clock = clock;
    }

    /** Whether a time, in seconds since 1970, is no more than 300 s off. */
    boolean isFresh(@Nullable String timestamp) {
        return timestamp != null && SECONDS.matcher(timestamp).matches()
                && isNear(Instant.ofEpochSecond(Long.parseLong(timestamp)));
    }

    /** Whether a time is no more than 300 s off. */
    boolean isNear(Instant time) {
        return Math.abs(clock.instant().getEpochSecond() - time.getEpochSecond()) <= OLD.toSeconds();
    }

    /** Whether a signature is the one of these parts; it takes as long whether it is nearly right or all wrong. */
    boolean isOf(@Nullable String signature, String... parts) {
        return signature != null && MessageDigest.isEqual(of(parts).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-1 of the token and these parts, sorted and put together. */
    String of(String... parts) {
        String sorted = Stream.concat(Stream.of(token), Stream.of(parts)).sorted().reduce("", String::concat);
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
