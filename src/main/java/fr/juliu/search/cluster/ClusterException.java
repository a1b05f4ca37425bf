package fr.juliu.search.cluster;

/** A cluster that did not do what it was asked for; its message says why, and nothing of what was asked. */
class ClusterException extends RuntimeException {

    ClusterException(String message) {
        super(message);
    }

    /** An index that the cluster does not have. */
    static final class Missing extends ClusterException {

        Missing(String index) {
            super("does not have the index " + index);
        }
    }
}
