package fr.juliu.search;

/** The model of sentences does not do its work: it is missing or broken, or fails at a text. */
public final class ModelException extends RuntimeException {

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
