package fr.juliu.choose;

import fr.juliu.decide.Choice;

/** A server that chose nothing; its message says why, and nothing of what was asked. */
final class ServerException extends RuntimeException {

    private final Choice.Cause cause;

    ServerException(Choice.Cause cause, String message) {
        super(message);
        this.cause = cause;
    }

    Choice.Cause why() {
        return cause;
    }
}
