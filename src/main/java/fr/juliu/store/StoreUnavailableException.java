package fr.juliu.store;

/**
 * A store that cannot do for now what it is asked to: its file is locked, its disk full, its server away. It has no stack,
 * since the store itself tells what is wrong, once a minute, and not once for each who has to go without.
 */
public final class StoreUnavailableException extends RuntimeException {

    StoreUnavailableException(String message) {
        super(message, null, false, false);
    }
}
