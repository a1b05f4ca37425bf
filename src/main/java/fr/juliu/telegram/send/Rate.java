package fr.juliu.telegram.send;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many messages may go out in a while.
 *
 * @param messages 0 for as many as there are
 */
public record Rate(int messages, Duration per) {

    private static final Pattern WRITTEN = Pattern.compile("\\s*([0-9]{1,6})\\s*(?:/\\s*(s|min)\\s*)?");

    public Rate {
        if (messages < 0 || per.isZero() || per.isNegative()) {
            throw new IllegalArgumentException(
                    "a rate is 0 or more messages in some time, not " + messages + " in " + per);
        }
    }

    /** A number of messages a second. */
    public static Rate perSecond(int messages) {
        return new Rate(messages, Duration.ofSeconds(1));
    }

    /** A number of messages a minute. */
    static Rate perMinute(int messages) {
        return new Rate(messages, Duration.ofMinutes(1));
    }

    /** Reads {@code 30/s} or {@code 20/min}; a number alone counts by the second. */
    public static Rate parse(String setting, String value) {
        return parse(setting, value, Duration.ofSeconds(1));
    }

    /**
     * Reads {@code 30/s} or {@code 20/min}.
     *
     * @param setting the name of the setting, for who wrote it wrong
     * @param usual   what a number alone counts by
     */
    public static Rate parse(String setting, String value, Duration usual) {
        Matcher written = WRITTEN.matcher(value);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    setting + " is written 30/s, 20/min, or 0 for no limit, not \"" + value + "\"");
        }
        String unit = written.group(2);
        Duration per = unit == null ? usual : unit.equals("s") ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
        return new Rate(Integer.parseInt(written.group(1)), per);
    }

    boolean isLifted() {
        return messages == 0;
    }
}
