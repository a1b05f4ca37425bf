package fr.juliu.store;

import org.jspecify.annotations.Nullable;

/** A database that cannot be opened; its message begins with the setting that mends it. */
public final class StoreException extends RuntimeException {

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
