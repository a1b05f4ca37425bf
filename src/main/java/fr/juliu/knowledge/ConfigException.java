package fr.juliu.knowledge;

import org.jspecify.annotations.Nullable;

/** A catalogue, lexicon or settings file that cannot be used; its message names the file and what to do. */
public final class ConfigException extends RuntimeException {

    public ConfigException(String file, String message, @Nullable Throwable cause) {
        super(file + ": " + message, cause);
    }
}
