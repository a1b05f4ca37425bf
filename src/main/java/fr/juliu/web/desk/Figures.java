package fr.juliu.web.desk;

import fr.juliu.knowledge.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the desk's pages write times and figures: in France's time, rounded. */
final class Figures {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneId.of("Europe/Paris"));
    private static final double PERCENT = 100;

    public String of(Instant instant) {
        return MINUTE.format(instant);
    }

    public String share(double share) {
        return Math.round(PERCENT * share) + "%";
    }

    public String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    /** The parts of a score that are not 0, each with its figure. */
    public String parts(Map<String, Double> parts) {
        return parts.entrySet().stream().filter(part -> part.getValue() != 0)
                .map(part -> part.getKey() + " " + String.format(Locale.ROOT, "%.2f", part.getValue()))
                .collect(Collectors.joining("　"));
    }

    public boolean isError(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR;
    }

    public boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(this::isError);
    }
}
