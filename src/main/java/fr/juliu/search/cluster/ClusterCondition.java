package fr.juliu.search.cluster;

import java.util.List;

/**
 * How a cluster does.
 *
 * @param fault   what is wrong, in words for the operator; empty when nothing is
 * @param there   how many searches it answered
 * @param here    how many were answered by the index in this process
 * @param failing nodes that failed of late
 */
public record ClusterCondition(State state, String fault, long there, long here, List<String> failing) {

    /** Who answers. */
    public enum State {
        /** The cluster does not hold all of the edition yet: searches are answered here. */
        FILLING,
        /** The cluster answers. */
        WORKS,
        /** The cluster does not answer, or takes too long: searches are answered here. */
        AWAY
    }
}
