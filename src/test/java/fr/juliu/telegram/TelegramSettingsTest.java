package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.juliu.telegram.send.Rate;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TelegramSettingsTest {

    private static final URI PUBLIC = URI.create("https://juliu.example.org/");

    @Test
    void emptySettingsAreTheUsualOnes() {
        TelegramSettings settings = settings("", "", "");
        assertThat(settings.apiUrl()).isEqualTo("https://api.telegram.org");
        assertThat(settings.isWebhook()).isFalse();
        assertThat(settings.perGroup()).isEqualTo(new Rate(20, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"a b,,polling,juliu.telegram.token", "1:a,nowhere,polling,juliu.telegram.api-url is nowhere",
            "1:a,ftp://x,polling,juliu.telegram.api-url is ftp://x", "1:a,,push,juliu.telegram.mode is push"})
    void whatCannotBeIsNamed(String token, String apiUrl, String mode, String words) {
        assertThatThrownBy(() -> settings(token, apiUrl == null ? "" : apiUrl, mode))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(words);
    }

    @Test
    void ratesAreNamed() {
        assertThatThrownBy(() -> new TelegramSettings("", "", "", "", "fast", "1", "20"))
                .hasMessageStartingWith("juliu.telegram.rate");
        assertThatThrownBy(() -> new TelegramSettings("", "", "", "", "30", "1", "-1"))
                .hasMessageStartingWith("juliu.telegram.group-rate");
    }

    @Test
    void aWebhookNeedsAnAddressAndASecret() {
        assertThat(webhook("aB3_-").webhookUrl(PUBLIC)).isEqualTo("https://juliu.example.org/telegram");
        assertThatThrownBy(() -> webhook("aB3_-").webhookUrl(null))
                .hasMessageStartingWith("juliu.public-url is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "密", "a+b"})
    void aSecretIsOneThatTelegramTakes(String secret) {
        assertThatThrownBy(() -> webhook(secret).webhookUrl(PUBLIC))
                .hasMessageStartingWith("juliu.telegram.webhook-secret");
        assertThatThrownBy(() -> webhook("x".repeat(257)).webhookUrl(PUBLIC))
                .hasMessageStartingWith("juliu.telegram.webhook-secret");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(new TelegramSettings("1:abc", "", "", "s3cret", "30", "1", "20").toString())
                .doesNotContain("1:abc", "s3cret");
    }

    private static TelegramSettings settings(String token, String apiUrl, String mode) {
        return new TelegramSettings(token, apiUrl, mode, "", "30/s", "1/s", "20/min");
    }

    private static TelegramSettings webhook(String secret) {
        return new TelegramSettings("1:a", "", "webhook", secret, "30/s", "1/s", "20/min");
    }
}
