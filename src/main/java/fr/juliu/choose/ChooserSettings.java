package fr.juliu.choose;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that is asked as a second reader ({@code juliu.chooser}).
 *
 * @param url        of an OpenAI-compatible server, such as {@code https://api.deepseek.com}; null for none
 * @param model      the model's name there
 * @param key        the key of the account there; empty where none is needed; never told
 * @param timeout    how long a question waits for a choice, more than nothing and at most 30 seconds
 * @param dailyCalls how many questions a day are sent there at most; 0 for as many as there are
 * @param when       which questions are sent
 */
@ConfigurationProperties("juliu.chooser")
public record ChooserSettings(@Nullable URI url, @DefaultValue("") String model, @DefaultValue("") String key,
        @DefaultValue("2500ms") Duration timeout, @DefaultValue("1000") int dailyCalls,
        @DefaultValue("unsure") When when) {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String PATH = "/v1/chat/completions";

    /** Which questions are sent to the server. */
    public enum When {
        /** Those that are not answered surely without it. */
        UNSURE,
        /** All but urgent cases, small talk, and what the table tells of a permit that is named. */
        ALWAYS
    }

    public ChooserSettings {
        if (url != null && url.toString().isBlank()) {
            url = null;
        }
        if (url != null && (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "juliu.chooser.url is " + url + "; set it to a whole address, such as https://api.deepseek.com");
        }
        if (url != null && model.isBlank()) {
            throw new IllegalArgumentException(
                    "juliu.chooser.model is empty; set it to a model of the server at juliu.chooser.url");
        }
        if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "juliu.chooser.timeout is " + timeout.toMillis() + " ms; set it to 1ms to 30s");
        }
        if (dailyCalls < 0) {
            throw new IllegalArgumentException("juliu.chooser.daily-calls is " + dailyCalls + "; set it to 0 or more");
        }
    }

    /** Whether a server is set. */
    public boolean isOn() {
        return url != null;
    }

    /** The name of the server that gets questions, such as {@code api.deepseek.com}; empty without one. */
    public String host() {
        return url == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }

    /** Where chats are completed: the address may be that of the server, or of a folder of it such as {@code /v1}. */
    URI endpoint() {
        String address = String.valueOf(url).replaceAll("/+$", "");
        if (address.endsWith("/chat/completions")) {
            return URI.create(address);
        }
        boolean named = address.matches(".*/v\\d+");
        return URI.create(address + (named ? PATH.substring("/v1".length()) : PATH));
    }

    /** The settings without the key. */
    @Override
    public String toString() {
        return "ChooserSettings[" + url + ", " + model + ", " + timeout + ", " + dailyCalls + ", " + when + "]";
    }
}
