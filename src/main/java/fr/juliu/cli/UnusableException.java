package fr.juliu.cli;

/** A value that cannot be used as it came in. */
final class UnusableException extends ToldException {

    UnusableException(String key, Object... values) {
        super(key, values);
    }
}
