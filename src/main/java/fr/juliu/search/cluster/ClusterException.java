package fr.juliu.search.cluster;

/** A cluster that did not do what it was asked for; its message says why, and nothing of what was asked. */
final class ClusterException extends RuntimeException {

    ClusterException(String message) {
        super(message);
    }
}
