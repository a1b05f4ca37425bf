package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus reads at one moment. */
record Scrape(String text) {

    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)(?:\\{(.*?)})? (\\S+)$");
    private static final long BREATH = 20_000_000;
    private static final int TRIES = 3000;

    static Scrape of(int port) {
        HttpResponse<String> page = new Client(port).get("/actuator/prometheus");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        return new Scrape(page.body());
    }

    /** The first that is so. */
    static Scrape await(int port, Predicate<Scrape> expected) {
        for (int i = 0; i < TRIES; i++) {
            Scrape scrape = of(port);
            if (expected.test(scrape)) {
                return scrape;
            }
            LockSupport.parkNanos(BREATH);
        }
        throw new AssertionError(of(port).text());
    }

    /** The names of all series. */
    Set<String> names() {
        return SERIES.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sum of the series of a name that have all these labels, such as {@code reason="limit"}; 0 of none. */
    double sum(String name, String... labels) {
        return SERIES.matcher(text).results().filter(found -> found.group(1).equals(name) && has(found, labels))
                .mapToDouble(found -> Double.parseDouble(found.group(3))).sum();
    }

    private static boolean has(MatchResult series, String... labels) {
        String all = series.group(2) == null ? "" : series.group(2);
        return Set.of(labels).stream().allMatch(all::contains);
    }
}
