package fr.juliu.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What known questions say about a new one.
 *
 * @param sections about 0 to 1: how much speaks for each section or passage, by its heading
 * @param refused  about 0 to 1: how much speaks for no answer
 * @param table    about 0 to 1: how much speaks for a verdict of the table
 * @param nearNone the cosine of the nearest that nothing answers
 * @param nearest  those most like the new one, the most like it first
 */
record NeighbourVotes(Map<String, Double> sections, double refused, double table, double nearNone,
        List<Neighbour> nearest) {
    private static final int NEAREST = 5;

    NeighbourVotes {
        nearest = List.copyOf(nearest);
    }

    double of(String heading) {
        return sections.getOrDefault(heading, 0.0);
    }

    /** What neighbours say together, the most like the question first. */
    static NeighbourVotes by(List<Neighbour> neighbours) {
        Map<String, Double> sections = new HashMap<>();
        double refused = 0;
        double table = 0;
        double nearNone = 0;
        for (Neighbour neighbour : neighbours) {
            switch (neighbour.known().outcome()) {
                case "section" -> neighbour.known().headings()
                        .forEach(heading -> sections.merge(heading, neighbour.weight(), Double::sum));
                case "out-of-scope" -> {
                    refused += neighbour.weight();
                    nearNone = Math.max(nearNone, neighbour.likeness());
                }
                default -> table += neighbour.weight();
            }
        }
        return new NeighbourVotes(sections, refused, table, nearNone,
                neighbours.subList(0, Math.min(neighbours.size(), NEAREST)));
    }
}
