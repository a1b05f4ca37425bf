package fr.juliu.keep;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a choice of questions.
 *
 * @param lines  by day, the oldest first
 * @param judged what readers said of such answers; null where that is not known
 */
public record AskedReport(AskedFigures.Choice choice, List<AskedLine> lines, @Nullable Judged judged) {

    public AskedReport {
        lines = List.copyOf(lines);
    }

    /**
     * The questions of a day in France.
     *
     * @param talk greetings, abuse and junk, which nothing is to answer
     */
    public record Day(LocalDate date, int answered, int unanswered, int talk) {

        public int all() {
            return answered + unanswered + talk;
        }
    }

    /** Each day of the period, the oldest first. */
    public List<Day> days() {
        Map<LocalDate, List<AskedLine>> byDay = lines.stream().collect(Collectors.groupingBy(AskedLine::date));
        return choice.from().datesUntil(choice.to().plusDays(1)).map(date -> {
            List<AskedLine> of = byDay.getOrDefault(date, List.of());
            return new Day(date, times(of, AskedLine.Kind.ANSWERED), times(of, AskedLine.Kind.UNANSWERED),
                    times(of, AskedLine.Kind.TALK));
        }).toList();
    }

    public int answered() {
        return times(lines, AskedLine.Kind.ANSWERED);
    }

    public int unanswered() {
        return times(lines, AskedLine.Kind.UNANSWERED);
    }

    public int all() {
        return lines.stream().mapToInt(AskedLine::times).sum();
    }

    /** How often each outcome came, the most frequent first, as below. */
    public Map<String, Integer> outcomes() {
        return by(AskedLine::outcome);
    }

    /** How often each topic answered. */
    public Map<String, Integer> topics() {
        return by(AskedLine::topic);
    }

    /** How often each messenger was asked. */
    public Map<String, Integer> messengers() {
        return by(AskedLine::messenger);
    }

    private Map<String, Integer> by(Function<AskedLine, String> part) {
        Map<String, Integer> times = lines.stream()
                .collect(Collectors.groupingBy(part, Collectors.summingInt(AskedLine::times)));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, LinkedHashMap::new));
    }

    private static int times(List<AskedLine> lines, AskedLine.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).mapToInt(AskedLine::times).sum();
    }
}
