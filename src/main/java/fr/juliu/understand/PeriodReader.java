package fr.juliu.understand;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the months and years that a question names, in Chinese, French or English. */
public final class PeriodReader {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final List<List<String>> MONTHS = List.of(List.of("janvier", "january", "jan"),
            List.of("fevrier", "february", "feb"), List.of("mars", "march"), List.of("avril", "april", "apr"),
            List.of("mai", "may"), List.of("juin", "june"), List.of("juillet", "july"), List.of("aout", "august"),
            List.of("septembre", "september", "sept"), List.of("octobre", "october", "oct"),
            List.of("novembre", "november", "nov"), List.of("decembre", "december", "dec"));
    private static final Map<String, Integer> MONTH_NUMBERS = IntStream.range(0, 12).boxed()
            .flatMap(month -> MONTHS.get(month).stream().map(name -> Map.entry(name, month + 1)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final String YEAR = "(?<year>(?:20)?[12]\\d)";
    private static final String NAMES = "(?<name>" + String.join("|", MONTH_NUMBERS.keySet()) + ")";
    private static final Pattern CHINESE_YEAR = Pattern.compile("[二两][零〇][零一二三四五六七八九〇]{2}年");
    private static final Pattern CHINESE_MONTH = Pattern.compile("(?<=[年\\-到至])(十[一二]?|[一二三四五六七八九])月");
    private static final Pattern TWO_MONTHS = Pattern.compile("([一二三四五六七八九])([一二三四五六七八九])月");
    private static final List<Map.Entry<Pattern, BiFunction<MatchResult, Integer, Period>>> FORMS = List.of(
            form(YEAR + " ?年 ?第?(?<n>[1-4一二三四]) ?季度?", (m, year) -> months(year, 3 * number(m) - 2, 3 * number(m))),
            form(YEAR + " ?年 ?上半年", (m, year) -> months(year, 1, 6)),
            form(YEAR + " ?年 ?下半年", (m, year) -> months(year, 7, 12)),
            form(YEAR + " ?年 ?(?:底|末)", (m, year) -> months(year, 12, 12)),
            form(YEAR + " ?年 ?(?<n>1[0-2]|0?[1-9]) ?(?:月|月份)?[-~到至 ]+(?<n2>1[0-2]|0?[1-9]) ?月",
                    (m, year) -> months(year, number(m), Integer.parseInt(m.group("n2")))),
            form(YEAR + " ?年 ?(?<n>1[0-2]|0?[1-9]) ?月", (m, year) -> months(year, number(m), number(m))),
            form("(?<!\\d)(?<year>20[12]\\d)[/. ](?<n>1[0-2]|0?[1-9])(?!\\d)",
                    (m, year) -> months(year, number(m), number(m))),
            form(NAMES + " (?<year>20[12]\\d)", (m, year) -> months(year, month(m), month(m))),
            form("(?<!\\d)(?<year>20[12]\\d)(?: ?年| ?annee|(?![\\d年]))", (m, year) -> months(year, 1, 12)),
            form("(?<![\\d了住满过来第])(?<year>[12]\\d) ?年(?=$|都|新|上|加|增|哪|以前|以后|以来|之|前|后|底|初|末|开|全|一共|有哪|有什|那|的上)",
                    (m, year) -> months(year, 1, 12)));
    private static final Pattern JOINED = Pattern.compile("(?:[到至和与、及~,，-]| |jusqu en|jusqu a|to|until|and|et|a|au)+");
    private static final Pattern BEFORE = Pattern.compile("^(?:份|年)?(?:之前|以前|前)");
    private static final Pattern AFTER = Pattern.compile("^(?:份|年)?(?:以来|开始|起|至今|到现在)");
    private static final Pattern BEFORE_WORD = Pattern
            .compile("(?:avant|before|until|jusqu en|jusqu a|截至|截止|直到)(?: le| fin| end of)? ?$");
    private static final Pattern AFTER_WORD = Pattern.compile("(?:apres|after|since|depuis|自从|自|从)(?: le)? ?$");

    private final Clock clock;

    public PeriodReader(Clock clock) {
        this.clock = clock;
    }

    /** The first period that a folded text names, to the end of one joined to it by 到 or 和. */
    public Optional<Period> read(String folded) {
        String text = arabicDigits(relativeYears(folded));
        List<Found> found = new ArrayList<>();
        for (var form : FORMS) {
            form.getKey().matcher(text).results().forEach(match -> {
                if (found.stream().noneMatch(f -> match.start() < f.end() && f.start() < match.end())) {
                    found.add(new Found(match.start(), match.end(),
                            form.getValue().apply(match, year(match.group("year")))));
                }
            });
        }
        found.sort(Comparator.comparingInt(Found::start));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Found first = found.getFirst();
        if (found.size() > 1 && JOINED.matcher(text.substring(first.end(), found.get(1).start())).matches()) {
            return Optional.of(span(first.period(), found.get(1).period()));
        }
        return Optional.of(bounded(first.period(), text.substring(0, first.start()), text.substring(first.end())));
    }

    /** A period with where it stands. */
    private record Found(int start, int end, Period period) {
    }

    private static Period span(Period a, Period b) {
        return new Period(a.from().isBefore(b.from()) ? a.from() : b.from(), a.to().isAfter(b.to()) ? a.to() : b.to());
    }

    private static Period bounded(Period found, String before, String after) {
        if (BEFORE.matcher(after).find()) {
            return new Period(Period.EARLIEST, found.from().minusMonths(1));
        }
        if (BEFORE_WORD.matcher(before).find()) {
            return new Period(Period.EARLIEST,
                    before.matches(".*(?:avant|before)(?: le)? ?$") ? found.from().minusMonths(1) : found.to());
        }
        if (after.matches("^(?:份|年)?(?:之后|以后|后).*") || before.matches(".*(?:apres|after)(?: le)? ?$")) {
            return new Period(found.to().plusMonths(1), Period.LATEST);
        }
        if (AFTER.matcher(after).find() || AFTER_WORD.matcher(before).find()) {
            return new Period(found.from(), Period.LATEST);
        }
        return found;
    }

    private String relativeYears(String text) {
        int year = YearMonth.now(clock).getYear();
        return text.replace("今年", year + "年").replace("去年", year - 1 + "年").replace("前年", year - 2 + "年").replace("明年",
                year + 1 + "年");
    }

    private static String arabicDigits(String text) {
        String years = CHINESE_YEAR.matcher(text).replaceAll(match -> match.group().chars()
                .mapToObj(c -> c == '年' ? "年" : c == '〇' ? "0" : c == '两' ? "2" : String.valueOf(DIGITS.indexOf(c)))
                .collect(Collectors.joining()));
        String pairs = TWO_MONTHS.matcher(years).replaceAll(match -> DIGITS.indexOf(match.group(1)) + "-"
                + DIGITS.indexOf(match.group(2)) + "月");
        return CHINESE_MONTH.matcher(pairs).replaceAll(match -> {
            String month = match.group(1);
            int ten = month.startsWith("十") ? 10 : 0;
            String unit = ten > 0 ? month.substring(1) : month;
            return ten + (unit.isEmpty() ? 0 : DIGITS.indexOf(unit)) + "月";
        });
    }

    private static Map.Entry<Pattern, BiFunction<MatchResult, Integer, Period>> form(String pattern,
            BiFunction<MatchResult, Integer, Period> period) {
        return Map.entry(Pattern.compile(pattern), period);
    }

    private static Period months(int year, int from, int to) {
        return new Period(YearMonth.of(year, Math.min(from, to)), YearMonth.of(year, Math.max(from, to)));
    }

    private static int number(MatchResult match) {
        String text = match.group("n");
        int chinese = DIGITS.indexOf(text);
        return chinese > 0 ? chinese : Integer.parseInt(text);
    }

    private static int month(MatchResult match) {
        return month(match.group("name"));
    }

    /** The number of a month by its French or English name; 1 where it is none. */
    static int month(String name) {
        return MONTH_NUMBERS.getOrDefault(name.toLowerCase(Locale.ROOT), 1);
    }

    /** The French and English names of the months, as alternatives of a pattern. */
    static String monthNames() {
        return String.join("|", MONTH_NUMBERS.keySet());
    }

    /** The day on which questions are asked. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static int year(@Nullable String text) {
        int year = Integer.parseInt(String.valueOf(text));
        return year < 100 ? 2000 + year : year;
    }
}
