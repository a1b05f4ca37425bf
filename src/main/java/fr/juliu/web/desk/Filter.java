package fr.juliu.web.desk;

import fr.juliu.keep.AskedFigures;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the keeper chose to see figures of; what cannot be read is taken for not chosen.
 *
 * @param today in France
 */
record Filter(AskedFigures.Choice choice, LocalDate today) {

    private static final int USUAL = 30;
    private static final int LONGEST = 366;
    private static final Map<String, String> MESSENGERS = Map.of("web", "网页", "telegram", "Telegram", "wechat", "微信");

    /**
     * A period that ends today.
     *
     * @param chosen whether it is the one that is shown
     */
    record Recent(int days, LocalDate from, boolean chosen) {
    }

    static Filter read(Map<String, String> words, LocalDate today) {
        LocalDate to = earlier(date(words.get("to"), today), today);
        LocalDate from = date(words.get("from"), to.minusDays(USUAL - 1L));
        if (from.isAfter(to)) {
            LocalDate swapped = earlier(from, today);
            from = to;
            to = swapped;
        }
        LocalDate first = to.minusDays(LONGEST - 1L);
        return new Filter(new AskedFigures.Choice(from.isBefore(first) ? first : from, to,
                words.getOrDefault("channel", ""), words.getOrDefault("topic", ""), words.getOrDefault("outcome", "")),
                today);
    }

    /** Whether more than the period is chosen. */
    public boolean isNarrow() {
        return !(choice.messenger() + choice.topic() + choice.outcome()).isEmpty();
    }

    /** The periods to choose with one press. */
    public List<Recent> recent() {
        return List.of(7, 30, 90).stream().map(days -> {
            LocalDate from = today.minusDays(days - 1L);
            return new Recent(days, from, choice.to().equals(today) && choice.from().equals(from));
        }).toList();
    }

    /** The messengers, in the order in which they are offered. */
    public List<String> channels() {
        return List.of("web", "telegram", "wechat");
    }

    /** What a messenger is called. */
    public static String channel(String messenger) {
        return Objects.requireNonNullElse(MESSENGERS.get(messenger), messenger);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate date(@Nullable String text, LocalDate usual) {
        try {
            return text == null || text.isBlank() ? usual : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return usual;
        }
    }
}
