package fr.juliu.understand;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds days and months that a folded text names, in Chinese, French or English, with or without a year. */
final class DateReader {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern CHINESE_NUMBER = Pattern.compile("(?<![年个])[一二三四五六七八九十]{1,3}(?=[月日号])|(?<=年)"
            + "[一二三四五六七八九十]{1,2}(?=月)");
    private static final String NAME = "\\b(?<n>" + PeriodReader.monthNames() + ")\\b";
    private static final String SHORT_YEAR = "(?<y>(?:20)?[2-4]\\d)";
    private static final String YEAR = "(?<y>20[2-4]\\d)";
    private static final String MONTH = "(?<m>1[0-2]|0?[1-9])";
    private static final String DAY = "(?<d>3[01]|[12]\\d|0?[1-9])";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<!\\d)" + SHORT_YEAR + "年" + MONTH + "月份?(?:" + DAY + "(?:[日号]|(?!\\d)))?"),
            Pattern.compile("(?<!\\d)" + YEAR + "[/. ]" + MONTH + "[/. ]" + DAY + "(?!\\d)"),
            Pattern.compile("(?<!\\d)" + DAY + "[/.]" + MONTH + "[/.]" + SHORT_YEAR + "(?!\\d)"),
            Pattern.compile("(?<!\\d)" + DAY + " " + MONTH + " " + YEAR + "(?!\\d)"),
            Pattern.compile("(?<!\\d)" + DAY + "(?:er|st|nd|rd|th)? (?:of )?" + NAME + "(?:,? ?" + YEAR + ")?"),
            Pattern.compile(NAME + " " + DAY + "(?!\\d)(?:st|nd|rd|th)?(?:,? ?" + YEAR + ")?"),
            Pattern.compile(NAME + "(?: " + YEAR + ")?"),
            Pattern.compile("(?<!\\d)" + MONTH + "月份?(?:" + DAY + "(?:[日号]|(?!\\d)))?"),
            Pattern.compile("(?<!\\d)" + YEAR + "[/. ]" + MONTH + "(?![\\d/])"),
            Pattern.compile("(?<!\\d)" + MONTH + "/" + YEAR + "(?!\\d)"),
            // 20/01 and 1.20 can be read in one way only, 3/5 in two
            Pattern.compile("(?<![\\d/.])(?<d>3[01]|2\\d|1[3-9])[/.]" + MONTH + "(?![\\d/.])"),
            Pattern.compile("(?<![\\d/.])" + MONTH + "[/.](?<d>3[01]|2\\d|1[3-9])(?![\\d/.])"));

    /**
     * A date with where it stands.
     *
     * @param year  null where none is said
     * @param day   null where only a month is said
     */
    record Found(int start, int end, @Nullable Integer year, int month, @Nullable Integer day) {

        /** The day or month of that year, or empty where it has no such day. */
        Optional<Expiry> in(int year, boolean guessed) {
            try {
                YearMonth whole = YearMonth.of(year, month);
                return Optional.of(day == null
                        ? new Expiry(whole.atDay(1), whole.atEndOfMonth(), guessed)
                        : new Expiry(LocalDate.of(year, month, day), LocalDate.of(year, month, day), guessed));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    private DateReader() {
    }

    /** A folded text where years and months that lean on today, and Chinese numbers, are spelled out. */
    static String spelledOut(String folded, LocalDate today) {
        String text = folded.replace("今年", today.getYear() + "年").replace("明年", today.getYear() + 1 + "年")
                .replace("后年", today.getYear() + 2 + "年").replace("去年", today.getYear() - 1 + "年");
        text = month(text, "下个?月(?!的)", YearMonth.from(today).plusMonths(1));
        text = month(text, "(?:这个?|本)月(?!的)", YearMonth.from(today));
        text = month(text, "上个?月(?!的)", YearMonth.from(today).minusMonths(1));
        return CHINESE_NUMBER.matcher(text).replaceAll(match -> String.valueOf(number(match.group())));
    }

    private static String month(String text, String words, YearMonth month) {
        return text.replaceAll("(?<!下)" + words, month.getYear() + "年" + month.getMonthValue() + "月");
    }

    private static int number(String chinese) {
        int ten = chinese.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(chinese.charAt(chinese.length() - 1));
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(chinese.charAt(ten - 1));
        int ones = ten + 1 < chinese.length() ? DIGITS.indexOf(chinese.charAt(ten + 1)) : 0;
        return 10 * tens + ones;
    }

    /** The dates that a text with everything spelled out names, in their order. */
    static List<Found> dates(String text) {
        List<Found> found = new ArrayList<>();
        for (Pattern form : FORMS) {
            form.matcher(text).results().filter(match -> found.stream()
                    .noneMatch(other -> match.start() < other.end() && other.start() < match.end()))
                    .forEach(match -> found.add(found(match)));
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static Found found(MatchResult match) {
        Integer year = number(match, "y");
        String name = group(match, "n");
        Integer month = name == null ? number(match, "m") : Integer.valueOf(PeriodReader.month(name));
        return new Found(match.start(), match.end(), year == null || year > 99 ? year : Integer.valueOf(2000 + year),
                month == null ? 1 : month, number(match, "d"));
    }

    private static @Nullable Integer number(MatchResult match, String group) {
        String text = group(match, group);
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable String group(MatchResult match, String name) {
        return match.namedGroups().containsKey(name) ? match.group(name) : null;
    }
}
