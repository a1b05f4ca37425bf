package fr.juliu.telegram;

import fr.juliu.telegram.send.Rate;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of Telegram.
 *
 * @param token         the bot's; blank when Telegram is off
 * @param apiUrl        of the Bot API server
 * @param mode          how updates come in: polling or webhook
 * @param webhookSecret what Telegram shows with each update, in webhook mode
 * @param rate          messages sent to all chats together, per second; 0 lifts the limit, as below
 * @param chatRate      messages sent to one chat, per second
 * @param groupRate     messages sent to one group, per minute
 */
@ConfigurationProperties("juliu.telegram")
record TelegramSettings(@DefaultValue("") String token, @DefaultValue(TELEGRAM) String apiUrl,
        @DefaultValue(POLLING) String mode, @DefaultValue("") String webhookSecret, @DefaultValue("30/s") String rate,
        @DefaultValue("1/s") String chatRate, @DefaultValue("20/min") String groupRate) {

    private static final String PREFIX = "juliu.telegram.";
    private static final String TELEGRAM = "https://api.telegram.org";
    private static final String POLLING = "polling";
    private static final String WEBHOOK = "webhook";
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e&&[^/?#%\\\\]]*");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    TelegramSettings {
        token = token.strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "juliu.telegram.token holds a character that no token has; copy it again from BotFather");
        }
        apiUrl = apiUrl.isBlank() ? TELEGRAM : apiUrl.strip().replaceFirst("/+$", "");
        if (!isWebAddress(apiUrl)) {
            throw new IllegalArgumentException("juliu.telegram.api-url is " + apiUrl
                    + "; set it to the address of a Bot API server, such as http://127.0.0.1:9001");
        }
        mode = mode.isBlank() ? POLLING : mode.strip().toLowerCase(Locale.ROOT);
        if (!mode.equals(POLLING) && !mode.equals(WEBHOOK)) {
            throw new IllegalArgumentException("juliu.telegram.mode is " + mode + "; set it to polling or webhook");
        }
        webhookSecret = webhookSecret.strip();
        Rate.parse(PREFIX + "rate", rate);
        Rate.parse(PREFIX + "chat-rate", chatRate);
        Rate.parse(PREFIX + "group-rate", groupRate);
    }

    /** What the bot is known by among others, without what is secret of the token. */
    String bot() {
        return "telegram:" + token.replaceFirst("\\D.*", "");
    }

    boolean isWebhook() {
        return mode.equals(WEBHOOK);
    }

    /**
     * Where Telegram is to send updates in webhook mode.
     *
     * @param publicUrl where this app is reached from outside
     * @throws IllegalArgumentException when what webhook mode needs is not set
     */
    String webhookUrl(@Nullable URI publicUrl) {
        if (publicUrl == null || publicUrl.toString().isBlank()) {
            throw new IllegalArgumentException("juliu.public-url is not set; webhook mode needs the address that"
                    + " Telegram reaches this app at, such as https://juliu.example.org");
        }
        if (!SECRET.matcher(webhookSecret).matches()) {
            throw new IllegalArgumentException("juliu.telegram.webhook-secret is "
                    + (webhookSecret.isEmpty() ? "not set" : "not what Telegram takes")
                    + "; webhook mode needs 1 to 256 letters, digits, _ or -");
        }
        return publicUrl.toString().replaceFirst("/+$", "") + WebhookController.PATH;
    }

    Rate overall() {
        return Rate.parse(PREFIX + "rate", rate);
    }

    Rate perChat() {
        return Rate.parse(PREFIX + "chat-rate", chatRate);
    }

    Rate perGroup() {
        return Rate.parse(PREFIX + "group-rate", groupRate, Duration.ofMinutes(1));
    }

    /** Without token and secret. */
    @Override
    public String toString() {
        return "TelegramSettings[mode=" + mode + ", apiUrl=" + apiUrl + "]";
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && uri.getPath().isEmpty() && uri.getQuery() == null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
