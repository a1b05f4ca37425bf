package fr.juliu.knowledge;

/**
 * What is wrong with a file, where, and what to do about it.
 *
 * @param file     relative to the folder, or the folder itself
 * @param line     from 1; 0 when it is about the whole file
 * @param message  what is wrong and what to do, in English
 * @param chinese  the same in Chinese, for the keeper
 */
public record Problem(String file, int line, Severity severity, String message, String chinese) {

    /** How much a problem weighs. */
    public enum Severity {
        /** The file cannot be trusted and is left out. */
        ERROR,
        /** The file is used; its keeper should look at it. */
        WARNING
    }

    /** Where it is and what is wrong, in Chinese. */
    public String told() {
        return place() + "：" + chinese;
    }

    /** Where it is and what is wrong, in English. */
    @Override
    public String toString() {
        return place() + ": " + message;
    }

    private String place() {
        return line > 0 ? file + ":" + line : file;
    }
}
