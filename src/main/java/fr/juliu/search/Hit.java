package fr.juliu.search;

import java.util.Map;

/**
 * A place that a query found.
 *
 * @param place    what was found
 * @param score    from 0; 2 is the best that words and pairs together can give
 * @param parts    the score's parts by name
 */
public record Hit(Place place, double score, Map<String, Double> parts) {

    public Hit {
        parts = Map.copyOf(parts);
    }
}
