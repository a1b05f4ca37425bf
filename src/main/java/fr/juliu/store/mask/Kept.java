package fr.juliu.store.mask;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that lead to nobody, told by their own form or by what stands beside them. */
final class Kept implements Search {

    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String CURRENCY = "(?:欧|€|euro|eur(?![a-z])|元|块|rmb|cny|usd|美元|美金|人民币|英镑"
            + "|\\$|£|¥)";
    private static final String AMOUNT = "(?:\\d{1,3}(?:[ .,']\\d{3}){1,4}|\\d{1,9})(?:[.,]\\d{1,2})?";
    private static final String HOUR = "(?:[01]?\\d|2[0-4])[.:h ][0-5][05]";
    private static final String MUCH = "十|万|亿|" + CURRENCY;
    private static final String UNIT = " ?(?:" + MUCH + "|年|个|月|天(?!天)|日|岁|次|人|份|件|倍|周|小时|分钟|省|区|公里|米|字|%"
            + "|(?:mois|ans?|jours?|semaines?|heures?)(?![a-z]))";
    private static final Pattern COUNTED = Pattern.compile("(?i)" + UNIT);
    /** What also stands behind numbers of more digits than people count things in. */
    private static final Pattern MUCH_COUNTED = Pattern.compile("(?i) ?(?:" + MUCH + ")");
    private static final int MOST_COUNTED = 4;

    private final List<Pattern> patterns;

    private Kept(String... patterns) {
        this.patterns = List.of(patterns).stream().map(pattern -> Pattern.compile("(?i)" + pattern)).toList();
    }

    /** Dates, years, laws, forms, amounts, books, times of day. */
    static Kept byForm() {
        return new Kept(
                "(?<!\\d|\\d[-./_])" + YEAR + "([-./_])" + MONTH + "\\1" + DAY + "(?!\\d)",
                "(?<!\\d)" + DAY + "([-./_])" + MONTH + "\\1" + YEAR + "(?!\\d)",
                // not when two more pairs make it a telephone number
                "(?<![\\d/.-])" + DAY + "([-./])" + MONTH
                        + "\\1\\d\\d(?!\\d|\\1\\d|[ ./-]\\d\\d[ ./-]\\d\\d(?![\\d/.-]))",
                "(?<!\\d|\\d[-./_])" + YEAR + "[/.]" + MONTH + "(?!\\d|[/.-]\\d)",
                "(?<![\\d/.-])" + MONTH + "/" + YEAR + "(?!\\d|/\\d)",
                "(?<!\\d|\\d[-./_])" + YEAR + " ?- ?" + YEAR + "(?![ .-]?\\d)",
                "(?<!\\d|\\d[-./_])" + YEAR + "-\\d{1,4}(?![.-]?\\d)",
                "(?:jorf|legi)(?:text|arti|scta)\\d{12}(?!\\d)",
                "(?<![a-z\\d])[a-z]{4}\\d{7}[a-z](?![a-z\\d])",
                "(?<![a-z\\d])3(?:19|20)\\d\\d[a-z]\\d{4}(?![a-z\\d])",
                "caa[^\\d\\n]{0,40}\\d\\d(?:bx|da|do|ly|ma|nc|nt|pa|tl|ve)\\d{5}(?!\\d)",
                "(?<![a-z\\d])[lrd][.* ]{0,3}\\d{3,4}-\\d{1,3}(?:-\\d{1,2}){0,2}(?!-?\\d)",
                "(?<![\\d.])\\d{5} ?[*#] ?\\d{1,2}(?!\\d)",
                "cerfa[^\\d\\n]{0,8}\\d{5}(?:[-*/ ]?\\d{1,2})?(?!\\d)",
                "(?<!\\d|\\d[ .,_/:-])" + AMOUNT + " ?k?" + CURRENCY,
                CURRENCY + " ?" + AMOUNT + "(?![\\d]|[ .,]\\d)",
                "(?<![\\d:.])(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?![:\\d])",
                "(?<!\\d|\\d[ .])" + HOUR + " ?[-~a至到] ?" + HOUR + "(?!\\d)",
                "(?<!\\d)97[89]([- ])\\d{1,5}\\1\\d{1,7}\\1\\d{1,7}\\1\\d(?!\\d)",
                "isbn[^\\d\\n]{0,8}\\d(?:[ -]?\\d){8}(?:[ -]?[\\dx])(?![\\d-])");
    }

    /** Articles without the letter of their law, and what is counted or measured. */
    static Kept byCompany() {
        return new Kept("(?<![\\d.+-])[1-9]\\d{2,3}-\\d{1,2}(?:-\\d{1,2}){0,2}(?![\\d-])",
                "(?<!\\d|\\d[ ._/-])\\d{1,4}" + UNIT);
    }

    /** Whether what stands there says that the number before it counts or measures something. */
    static boolean isCounted(FoldedText text, int at) {
        int start = at;
        while (at - start <= MOST_COUNTED && text.isDigit(start - 1)) {
            start--;
        }
        Pattern unit = at - start > MOST_COUNTED ? MUCH_COUNTED : COUNTED;
        return unit.matcher(text).region(at, text.length()).lookingAt();
    }

    @Override
    public void in(FoldedText text) {
        for (Pattern pattern : patterns) {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                text.mark(found.start(), found.end(), Lead.PUBLIC);
            }
        }
    }
}
