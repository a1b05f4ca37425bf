package fr.juliu.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people find help that articles cannot give.
 *
 * @param say    what an urgent case is told before anything else; empty when nothing is urgent
 * @param points whom to ask, best first
 */
public record Help(String say, List<Point> points) {

    /** Nobody to send people to, and nothing urgent. */
    public static final Help NONE = new Help("", List.of());

    public Help {
        points = List.copyOf(points);
    }

    /** Whether it is for an urgent case, so that it comes first. */
    public boolean isUrgent() {
        return !say.isEmpty();
    }

    /** Whether one of its points is found at an address. */
    public boolean names(String url) {
        return points.stream().anyMatch(point -> url.equals(point.url()));
    }

    /**
     * Whom to ask.
     *
     * @param url where they are found; null when only the name is known
     */
    public record Point(String name, @Nullable String url) {

        public Point {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a help point needs a name; its url is " + url);
            }
        }
    }
}
