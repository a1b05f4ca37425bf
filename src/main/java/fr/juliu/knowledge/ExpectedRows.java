package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of rollout tables that a known question expects: each named, or computed from the tables as they are now, so
 * that a table may change without the question. What is computed is one text without {@code |}.
 */
public sealed interface ExpectedRows {

    /** Rows named one by one, each {@code DATE CELL|text that names the permit}. */
    record Named(List<String> rows) implements ExpectedRows {

        public Named {
            rows = List.copyOf(rows);
        }
    }

    /** Every row, plans left out: {@code *}. */
    record All() implements ExpectedRows {
    }

    /** Those of the last month that is no plan: {@code newest}. */
    record Newest() implements ExpectedRows {
    }

    /** Those of the first month: {@code oldest}. */
    record Oldest() implements ExpectedRows {
    }

    /**
     * Those that begin in a span: {@code of 2023}, {@code of 2023-10}, {@code of 2019..2020}, {@code of 2023..},
     * {@code of ..2020}.
     *
     * @param first its first month, null when it has no beginning
     * @param last  its last month, null when it has no end
     */
    record Within(@Nullable YearMonth first, @Nullable YearMonth last) implements ExpectedRows {
    }

    /** Those under a common label: {@code group 人道主义}. */
    record Group(String label) implements ExpectedRows {
    }

    /** Some without a permit, which is named by a part of how it is written: {@code * except 学生}. */
    record Except(ExpectedRows some, String permit) implements ExpectedRows {
    }

    /** What is computed, as it is written. */
    Pattern COMPUTED = Pattern.compile(
            "(?:(?<all>[*])|(?<newest>newest)|(?<oldest>oldest)|of (?<of>[\\d.-]+)|group (?<group>.+?))"
                    + "(?: except (?<except>.+))?");

    /** A span of months or years; either end may be missing. */
    Pattern SPAN = Pattern.compile("(?<first>\\d{4}(?:-(?:0[1-9]|1[0-2]))?)?(?<to>[.]{2})?"
            + "(?<last>(?<=[.])\\d{4}(?:-(?:0[1-9]|1[0-2]))?)?");

    /** Reads the field {@code rows} of a known question; what is not computed is named. */
    static ExpectedRows of(List<String> texts) {
        Matcher computed = COMPUTED.matcher(texts.size() == 1 ? texts.getFirst().strip() : "");
        ExpectedRows some = computed.matches() ? computed(computed) : null;
        if (some == null) {
            return new Named(texts);
        }
        String except = computed.group("except");
        return except == null ? some : new Except(some, except.strip());
    }

    /** The text of the field that neither names a row nor computes any; null when all do. */
    static @Nullable String fault(List<String> texts) {
        return switch (of(texts)) {
            case Named named -> named.rows().stream().filter(row -> row.indexOf('|') < 1).findFirst().orElse(null);
            case All all -> null;
            case Newest newest -> null;
            case Oldest oldest -> null;
            case Within within -> null;
            case Group group -> null;
            case Except except -> null;
        };
    }

    /** The entries of these tables that are expected; none where each is named. */
    default List<RolloutEntry> in(List<RolloutTable> tables) {
        List<RolloutEntry> online = tables.stream().flatMap(
                table -> table.entries().stream().filter(entry -> !entry.isPlannedAfter(table.asOf()))).toList();
        return switch (this) {
            case Named named -> List.of();
            case All all -> online;
            case Newest newest -> online.stream().filter(entry -> entry.since().equals(
                    months(online).reduce((a, b) -> a.isAfter(b) ? a : b).orElse(null))).toList();
            case Oldest oldest -> online.stream().filter(entry -> entry.since().equals(
                    months(online).reduce((a, b) -> a.isBefore(b) ? a : b).orElse(null))).toList();
            case Within within -> tables.stream().flatMap(table -> table.entries().stream())
                    .filter(entry -> holds(within, entry.since())).toList();
            case Group group -> online.stream().filter(entry -> group.label().equals(entry.group())).toList();
            case Except except -> except.some().in(tables).stream()
                    .filter(entry -> !entry.permit().contains(except.permit())).toList();
        };
    }

    private static Stream<YearMonth> months(List<RolloutEntry> entries) {
        return entries.stream().map(RolloutEntry::since);
    }

    private static boolean holds(Within within, YearMonth month) {
        return (within.first() == null || !month.isBefore(within.first()))
                && (within.last() == null || !month.isAfter(within.last()));
    }

    private static @Nullable ExpectedRows computed(Matcher text) {
        if (text.group("all") != null) {
            return new All();
        }
        if (text.group("newest") != null) {
            return new Newest();
        }
        if (text.group("oldest") != null) {
            return new Oldest();
        }
        String group = text.group("group");
        return group == null ? span(Objects.requireNonNull(text.group("of"))) : new Group(group.strip());
    }

    private static @Nullable Within span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches() || text.equals("..")) {
            return null;
        }
        String first = span.group("first");
        String last = span.group("to") == null ? first : span.group("last");
        return new Within(first == null ? null : month(first, 1), last == null ? null : month(last, 12));
    }

    /** The month that a text names; of a year, one of its months. */
    private static YearMonth month(String text, int ofYear) {
        return text.length() == 4 ? YearMonth.of(Integer.parseInt(text), ofYear) : YearMonth.parse(text);
    }
}
