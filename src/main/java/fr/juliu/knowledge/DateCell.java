package fr.juliu.knowledge;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The date cell of a rollout table: a day, a month, a span, a quarter or a year, in Chinese, French or digits. */
final class DateCell {

    private static final int LONGEST = 120;
    private static final String TO = "(?:[-‐‒–—−~〜/、,和至到]+|et|a|au)";
    private static final String DAY = "(?:\\d{1,2}[日号]?|[初中底末]|[上中下]旬)?";
    private static final String NAME = "(?:janv(?:ier)?|fev(?:rier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout"
            + "|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\\.?";
    private static final String FRENCH_DAY = "(?:1er|\\d{1,2})?";
    private static final String QUARTER = "第?(?<quarter>[一二三四1-4])(?=.*季)季?度?";
    private static final String LATER_QUARTER = "(?:" + TO + "(?:\\d{4}年)?第?[一二三四1-4]季?度?)*";

    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})年(?<month>\\d{1,2})月?" + DAY + "(?:" + TO + "(?:\\d{4}年)?\\d{1,2}月?" + DAY + "日?)?"),
            form("(?<year>\\d{4})年?" + QUARTER + LATER_QUARTER),
            form("(?<year>\\d{4})(?:年?" + TO + "\\d{4})?(?:年)?(?<part>年?初|上半年|年?中|下半年|年?[末底])?"),
            form("(?<year>\\d{4})[-/.](?<month>\\d{1,2})(?:[-/.]\\d{1,2})?"),
            form("(?:\\d{1,2}[-/.])?(?<month>\\d{1,2})[-/.](?<year>\\d{4})"),
            form(FRENCH_DAY + "(?<name>" + NAME + ")(?:" + TO + FRENCH_DAY + NAME + ")?(?<year>\\d{4})(?:" + TO
                    + FRENCH_DAY + NAME + "\\d{4})?"));

    private static final List<String> NAMES = List.of("jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep",
            "oct", "nov", "dec");

    private DateCell() {
    }

    /** The first month that the cell names, null when it is no date. */
    static @Nullable YearMonth since(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\s]", "")
                .toLowerCase(Locale.ROOT).replaceAll("[(\\[【][^()]*[)\\]】]$", "");
        for (Pattern form : FORMS) {
            Matcher date = form.matcher(text);
            if (date.matches()) {
                return month(Integer.parseInt(date.group("year")), monthOf(date));
            }
        }
        return null;
    }

    private static Pattern form(String date) {
        return Pattern.compile("(?:自|从|约|大约|预计|计划|apartirde|depuis|des|le)*" + date
                + "(?:起|开始|以后|之后|以来|后|前后|左右|计划|预计|期间|上线)*");
    }

    private static int monthOf(Matcher date) {
        if (has(date, "month")) {
            return Integer.parseInt(date.group("month"));
        }
        if (has(date, "quarter")) {
            int digit = "一二三四".indexOf(date.group("quarter"));
            return 1 + 3 * (digit >= 0 ? digit : Integer.parseInt(date.group("quarter")) - 1);
        }
        if (has(date, "name")) {
            String name = date.group("name");
            return 1 + NAMES.indexOf(NAMES.stream().filter(name::startsWith).findFirst().orElse(""));
        }
        return has(date, "part") ? monthOfPart(date.group("part")) : 1;
    }

    private static int monthOfPart(String part) {
        return switch (part.charAt(part.length() - 1)) {
            case '年' -> part.startsWith("下") ? 7 : 1;
            case '中' -> 6;
            case '末', '底' -> 12;
            default -> 1;
        };
    }

    private static boolean has(Matcher date, String group) {
        Integer number = date.namedGroups().get(group);
        return number != null && date.group(number) != null;
    }

    static @Nullable YearMonth month(int year, int month) {
        boolean sensible = year >= 1950 && year <= 2100 && month >= 1 && month <= 12;
        return sensible ? YearMonth.of(year, month) : null;
    }
}
