package fr.juliu.chat;

import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of what every messenger shares.
 *
 * @param admins    Telegram user ids that may reindex
 * @param publicUrl where this app's pages are reached from outside
 * @param contact   a person to turn to
 */
@ConfigurationProperties("juliu")
public record ChatSettings(@DefaultValue Check check, @DefaultValue Set<Long> admins, @DefaultValue Limit limit,
        @Nullable URI publicUrl, @DefaultValue Contact contact) {

    public ChatSettings {
        admins = Set.copyOf(admins);
        if (publicUrl != null && publicUrl.toString().isBlank()) {
            publicUrl = null;
        }
        if (publicUrl != null && (!publicUrl.isAbsolute() || publicUrl.getHost() == null)) {
            throw new IllegalArgumentException("juliu.public-url is " + publicUrl
                    + "; set it to a whole address, such as https://juliu.example.org");
        }
    }

    /**
     * The check of known questions.
     *
     * @param floor the share of them that must be right, from 0 to 1
     */
    public record Check(@DefaultValue("0.95") double floor) {

        public Check {
            if (!(floor >= 0 && floor <= 1)) {
                throw new IllegalArgumentException(
                        "juliu.check.floor is " + floor + "; set it to a share from 0 to 1, such as 0.95");
            }
        }
    }

    /**
     * How much one person may ask.
     *
     * @param person questions a minute, such as 20 or 20/min; 0 lifts the limit
     */
    public record Limit(@DefaultValue("20") String person) {

        private static final Pattern A_MINUTE = Pattern.compile("(\\d{1,6})(?:\\s*/\\s*min)?");

        public Limit {
            if (!A_MINUTE.matcher(person.strip()).matches()) {
                throw new IllegalArgumentException("juliu.limit.person is " + person
                        + "; set it to questions a minute, such as 20, or to 0 for no limit");
            }
        }

        int personPerMinute() {
            Matcher number = A_MINUTE.matcher(person.strip());
            return number.matches() ? Integer.parseInt(number.group(1)) : 0;
        }
    }
}
