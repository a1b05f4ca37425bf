package fr.juliu.knowledge;

/**
 * What is wrong with a file, where, and what to do about it.
 *
 * @param file     relative to the folder, or the folder itself
 * @param line     from 1; 0 when it is about the whole file
 * @param message  what is wrong and what to do, in English
 */
public record Problem(String file, int line, Severity severity, String message) {

    /** How much a problem weighs. */
    public enum Severity {
        /** The file cannot be trusted and is left out. */
        ERROR,
        /** The file is used; its keeper should look at it. */
        WARNING
    }

    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + message;
    }
}
