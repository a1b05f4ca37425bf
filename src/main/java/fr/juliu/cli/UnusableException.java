package fr.juliu.cli;

/** A value that cannot be used as it came in; its message is one line that says what to do. */
final class UnusableException extends RuntimeException {

    UnusableException(String message) {
        super(message);
    }
}
