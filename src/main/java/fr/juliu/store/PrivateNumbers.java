package fr.juliu.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what leads to a person out of a text: numéro étranger, passport, telephone, e-mail address. */
public final class PrivateNumbers {

    /** What stands in place of a number. */
    public static final String MASK = "〔号码〕";
    private static final char WALL = '|';
    private static final String GAP = "[ .-]{0,2}";

    /** Numbers that stay, and that no number reaches across: dates, years, laws, amounts. */
    private static final List<Pattern> PUBLIC = List.of(
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d([-./])(?:0?[1-9]|1[0-2])\\1(?:3[01]|[12]\\d|0?[1-9])(?!\\d)"),
            Pattern.compile("(?<!\\d)(?:3[01]|[12]\\d|0?[1-9])([-./])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d\\d(?!\\d)"),
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d ?- ?(?:19|20)\\d\\d(?![ .-]?\\d)"),
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d-\\d{1,4}(?![.-]?\\d)"),
            Pattern.compile("(?i)(?:jorf|legi)(?:text|arti|scta)\\d{12}(?!\\d)"),
            Pattern.compile("(?i)(?<![a-z\\d])[lrd][. ]{0,2}\\d{3}-\\d{1,3}(?:-\\d{1,2})?(?!\\d)"),
            Pattern.compile("(?i)(?<!\\d|\\d[ .])(?:\\d{1,3}(?:[ .]\\d{3}){1,3}|\\d{1,7})(?:[.,]\\d{1,2})?"
                    + " ?(?:欧|€|euro|eur\\b|元|块)"));

    /** Chinese passports, those of Hong Kong and Macao included, and French ones. */
    private static final List<Pattern> PASSPORTS = List.of(
            Pattern.compile("(?i)(?<![a-z\\d])(?:[egdsphkm][ -]?\\d(?:[ -]?\\d){7}|[edspg][a-z][ -]?\\d(?:[ -]?\\d){6})"
                    + "(?![a-z\\d])"),
            Pattern.compile("(?<![A-Za-z\\d])\\d\\d(?:[ -]?[A-Z]{2}[ -]?|[a-z]{2})\\d{5}(?![A-Za-z\\d])"));

    /** Telephone numbers with the code of a country; the group {@code mobile} tells people's from places'. */
    private static final Pattern ABROAD = Pattern.compile("(?<!\\d)\\(?(?:\\+|00)" + GAP + "(?:"
            + "(?<mobile>33\\)?" + GAP + "(?:\\(0\\)|0)?" + GAP + "[67](?:" + GAP + "\\d){8}|86\\)?" + GAP + "1[3-9](?:"
            + GAP + "\\d){9})|33\\)?" + GAP + "\\(0\\)" + GAP + "[1-9](?:" + GAP + "\\d){8}|[1-9](?:\\)?" + GAP
            + "\\d){8,13})(?!\\d)");

    private static final Pattern MAIL = Pattern
            .compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern FRENCH_NUMBER = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern FRENCH_OFFICE = Pattern.compile("0[1-589]\\d{8}");
    private static final Pattern CHINESE_NUMBER = Pattern.compile("(?:86)?1[3-9]\\d{9}");
    private static final Pattern TOWN_NUMBER = Pattern.compile("0[1-9]\\d{8,10}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SEPARATOR = Pattern.compile("[ .-]{1,3}");
    private static final int MOST_GROUPS = 10;
    private static final int LEAST_DIGITS = 10;
    private static final int MOST_DIGITS = 13;

    /** What the digits of neighbouring groups may be, in the order in which they are looked for. */
    private enum Kind {
        /** A number of a person that is written in one. */
        LONG,
        /** A telephone number in France. */
        FRENCH,
        /** A mobile number in China. */
        CHINESE,
        /** A line in a Chinese town. */
        TOWN,
        /** A numéro étranger in groups. */
        FOREIGNER
    }

    /** A text without any such number. */
    public String mask(String text) {
        return mask(text, false);
    }

    /** A text without such numbers, but with the telephone numbers of offices and help lines, and with e-mail addresses. */
    public String maskPapers(String text) {
        return mask(text, true);
    }

    private static String mask(String text, boolean keepsOffices) {
        StringBuilder folded = fold(text);
        PUBLIC.forEach(pattern -> wall(folded, pattern.matcher(folded.toString())));
        BitSet masked = new BitSet(text.length());
        if (!keepsOffices) {
            MAIL.matcher(folded.toString()).results().forEach(mail -> masked.set(mail.start(), mail.end()));
        }
        for (Pattern passport : PASSPORTS) {
            Matcher found = passport.matcher(folded.toString());
            found.results().forEach(number -> masked.set(number.start(), number.end()));
            wall(folded, found.reset());
        }
        Matcher abroad = ABROAD.matcher(folded.toString());
        while (abroad.find()) {
            if (!keepsOffices || abroad.group("mobile") != null) {
                masked.set(abroad.start(), abroad.end());
            }
        }
        wall(folded, abroad.reset());
        for (Kind kind : Kind.values()) {
            maskGroups(folded, kind, keepsOffices, masked);
        }
        return replaced(text, masked);
    }

    /** The text with plain digits, letters and separators, each where it stood. */
    private static StringBuilder fold(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            folded.setCharAt(i, fold(folded.charAt(i)));
        }
        return folded;
    }

    private static char fold(char c) {
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (c > '\uFF00' && c < '\uFF5F') {
            return (char) (c - 0xFEE0);
        }
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR, Character.FORMAT -> ' ';
            default -> c == '\t' ? ' ' : c == '\u2212' ? '-' : c == '·' || c == '。' ? '.' : c;
        };
    }

    private static void wall(StringBuilder folded, Matcher found) {
        found.results().forEach(number -> wall(folded, number.start(), number.end()));
    }

    private static void wall(StringBuilder folded, int start, int end) {
        for (int i = start; i < end; i++) {
            folded.setCharAt(i, WALL);
        }
    }

    private static void maskGroups(StringBuilder folded, Kind kind, boolean keepsOffices, BitSet masked) {
        List<Group> groups = groups(folded.toString());
        for (int first = 0; first < groups.size(); first++) {
            int last = last(groups, first, kind);
            if (last >= 0) {
                int start = groups.get(first).start();
                int end = groups.get(last).end();
                if (!keepsOffices || !isOffice(folded.substring(start, end))) {
                    masked.set(start, end);
                }
                wall(folded, start, end);
                first = last;
            }
        }
    }

    /** The last group of a number of that kind that begins with this group; -1 when none does. */
    private static int last(List<Group> groups, int first, Kind kind) {
        StringBuilder digits = new StringBuilder();
        for (int last = first; last < groups.size() && last - first < MOST_GROUPS; last++) {
            Group group = groups.get(last);
            if (last > first && (!group.joined() || digits.length() > MOST_DIGITS)) {
                return -1;
            }
            digits.append(group.digits());
            if (is(kind, digits, groups.subList(first, last + 1))) {
                return last;
            }
        }
        return -1;
    }

    private static boolean is(Kind kind, CharSequence digits, List<Group> groups) {
        if (digits.length() < LEAST_DIGITS) {
            return false;
        }
        String first = groups.getFirst().digits();
        return switch (kind) {
            case LONG -> groups.size() == 1;
            case FRENCH -> FRENCH_NUMBER.matcher(digits).matches();
            case CHINESE -> CHINESE_NUMBER.matcher(digits).matches() && isEven(groups) && !isYear(first)
                    && (first.length() >= 3 || first.equals("86"));
            case TOWN -> groups.size() == 2 && TOWN_NUMBER.matcher(digits).matches()
                    && (first.length() == 3 || first.length() == 4);
            case FOREIGNER -> digits.length() == LEAST_DIGITS && isEven(groups) && !isYear(first)
                    && !(groups.size() == 2 && first.length() == 5);
        };
    }

    /** Whether people would write a number in these groups: several digits in each, or one in each. */
    private static boolean isEven(List<Group> groups) {
        return groups.stream().allMatch(group -> group.digits().length() >= 2)
                || groups.stream().allMatch(group -> group.digits().length() == 1);
    }

    private static boolean isYear(String digits) {
        return YEAR.matcher(digits).matches();
    }

    /** Whether a French telephone number is no mobile's. */
    private static boolean isOffice(String number) {
        return FRENCH_OFFICE.matcher(number.replaceAll("\\D", "")).matches();
    }

    private static List<Group> groups(String folded) {
        List<Group> groups = new ArrayList<>();
        int before = -1;
        Matcher found = DIGITS.matcher(folded);
        while (found.find()) {
            boolean joined = before >= 0 && found.start() - before <= 3
                    && SEPARATOR.matcher(folded.substring(before, found.start())).matches();
            groups.add(new Group(found.group(), found.start(), found.end(), joined));
            before = found.end();
        }
        return groups;
    }

    private static String replaced(String text, BitSet masked) {
        StringBuilder result = new StringBuilder();
        for (int at = 0; at < text.length();) {
            if (masked.get(at)) {
                result.append(MASK);
                at = masked.nextClearBit(at);
            } else {
                // PostgreSQL takes no NUL
                result.append(text.charAt(at) == '\0' ? '\uFFFD' : text.charAt(at));
                at++;
            }
        }
        return result.toString();
    }

    /** Digits in a row, and whether only a separator stands between them and the digits before. */
    private record Group(String digits, int start, int end, boolean joined) {
    }
}
