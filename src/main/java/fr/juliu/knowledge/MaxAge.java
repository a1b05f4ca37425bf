package fr.juliu.knowledge;

import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The age from which on facts are listed for the keeper. */
public final class MaxAge {

    /** What holds where the setting is not set. */
    public static final String DEFAULT = "18 months";

    private static final Pattern MONTHS = Pattern.compile("(?i)(\\d{1,4})(?:\\s*(?:m|months?))?|p(\\d{1,4})m");

    private MaxAge() {
    }

    /** Reads months, written 18 months, 18m or 18; empty when it is none of these. */
    public static Optional<Period> parse(String text) {
        Matcher months = MONTHS.matcher(text.strip());
        return months.matches()
                ? Optional.of(
                        Period.ofMonths(Integer.parseInt(months.group(1) == null ? months.group(2) : months.group(1))))
                : Optional.empty();
    }
}
