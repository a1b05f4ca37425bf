package fr.juliu.web.desk;

import fr.juliu.keep.KeeperFigures;
import fr.juliu.keep.Upkeep;
import fr.juliu.knowledge.Due;
import fr.juliu.knowledge.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the desk's pages write times and figures: in France's time, rounded. */
final class Figures {

    private static final double PERCENT = 100;

    private final UnaryOperator<String> points;

    /**
     * Figures for one page.
     *
     * @param points what the points that questions ask are called, by id
     */
    Figures(UnaryOperator<String> points) {
        this.points = points;
    }

    public String of(Instant instant) {
        return KeeperFigures.time(instant);
    }

    public String share(double share) {
        return Math.round(PERCENT * share) + "%";
    }

    /** Parts of a whole in percent that add up to 100: what rounding leaves goes to those that it cut most. */
    public List<String> shares(List<? extends Number> parts) {
        double whole = parts.stream().mapToDouble(Number::doubleValue).sum();
        if (whole <= 0) {
            return parts.stream().map(part -> "—").toList();
        }
        double[] exact = parts.stream().mapToDouble(part -> PERCENT * part.doubleValue() / whole).toArray();
        int left = (int) Math.round(PERCENT - Arrays.stream(exact).map(Math::floor).sum());
        Set<Integer> raised = IntStream.range(0, exact.length).boxed()
                .sorted(Comparator.comparingDouble(i -> Math.floor(exact[i]) - exact[i])).limit(left)
                .collect(Collectors.toSet());
        return IntStream.range(0, exact.length)
                .mapToObj(i -> (int) Math.floor(exact[i]) + (raised.contains(i) ? 1 : 0) + "%").toList();
    }

    public String outcome(String outcome) {
        return KeeperFigures.outcome(outcome);
    }

    /** What came of a second reader. */
    public String reading(String effect) {
        return Legend.reading(effect);
    }

    public String phase(String id) {
        return Legend.phase(id);
    }

    public String aspects(List<String> ids) {
        return ids.isEmpty() ? "—" : ids.stream().map(points).collect(Collectors.joining("、"));
    }

    public String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    /** The parts of a score that are not 0, each with its figure. */
    public String parts(Map<String, Double> parts) {
        return parts.entrySet().stream().filter(part -> part.getValue() != 0)
                .map(part -> Legend.sign(part.getKey()) + " " + String.format(Locale.ROOT, "%.2f", part.getValue()))
                .collect(Collectors.joining("　"));
    }

    /** Why a section is to be looked at. */
    public String why(Due due) {
        return Upkeep.why(due);
    }

    public boolean isError(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR;
    }

    public boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(this::isError);
    }
}
