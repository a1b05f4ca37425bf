package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class SignaturesTest {

    private static final long NOW = 1_780_000_000;

    private final Signatures signatures = new Signatures("token",
            Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    @Test
    void theSignatureIsTheSha1OfTheSortedParts() {
        // printf '1409304348tokenxxxxxx' | sha1sum
        assertThat(signatures.of("1409304348", "xxxxxx")).isEqualTo("f43b4a6571a6552356f482636e5a77e7fa33dcc9");
        assertThat(signatures.isOf(signatures.of("1", "2"), "2", "1")).isTrue();
        assertThat(signatures.isOf(signatures.of("1", "2"), "1", "3")).isFalse();
        assertThat(signatures.isOf("", "1", "2")).isFalse();
        assertThat(signatures.isOf(null, "1", "2")).isFalse();
    }

    @Test
    void aTimeMayBeFiveMinutesOff() {
        assertThat(signatures.isFresh(String.valueOf(NOW - 300))).isTrue();
        assertThat(signatures.isFresh(String.valueOf(NOW + 300))).isTrue();
        assertThat(signatures.isFresh(String.valueOf(NOW - 301))).isFalse();
        assertThat(signatures.isFresh(String.valueOf(NOW + 301))).isFalse();
        assertThat(signatures.isFresh("-" + NOW)).isFalse();
        assertThat(signatures.isFresh("9".repeat(400))).isFalse();
        assertThat(signatures.isFresh(null)).isFalse();
    }
}
