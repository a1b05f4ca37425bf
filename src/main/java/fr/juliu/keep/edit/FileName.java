package fr.juliu.keep.edit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file that may be edited: an article, the known questions, or phrasings; relative to the folder, and
 * never leading out of it.
 */
public record FileName(String name) {

    private static final String FOLDER = "phrasings/";
    private static final Pattern PLAIN = Pattern.compile("[^\\p{C}\\p{Z}./\\\\:*?\"<>|][^\\p{C}/\\\\:*?\"<>|]{0,119}");
    private static final Pattern NEW = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?\\.md");

    /** The known questions. */
    public static final FileName QUESTIONS = new FileName("questions.jsonl");

    public FileName {
        if (!isAllowed(name)) {
            throw new IllegalArgumentException("no file to edit: " + name);
        }
    }

    /** The name, where it is one. */
    public static Optional<FileName> of(String name) {
        return isAllowed(name) ? Optional.of(new FileName(name)) : Optional.empty();
    }

    /** The name of an article to be written, with or without its ending: small letters, digits and hyphens. */
    public static Optional<FileName> ofNew(String name) {
        String file = name.strip().endsWith(".md") ? name.strip() : name.strip() + ".md";
        return NEW.matcher(file).matches() && isArticle(file) ? of(file) : Optional.empty();
    }

    /** The phrasings of an article, or of another group of them, such as {@code none}. */
    public static FileName phrasings(String group) {
        return new FileName(FOLDER + group + ".jsonl");
    }

    /** Whether it is an article's. */
    public boolean isArticle() {
        return isArticle(name);
    }

    Path in(Path folder) {
        return folder.resolve(name);
    }

    private static boolean isAllowed(String name) {
        try {
            return name.equals(Path.of(name).normalize().toString())
                    && (isArticle(name) || name.equals("questions.jsonl") || isPhrasings(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isArticle(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PLAIN.matcher(name).matches() && lower.endsWith(".md") && !lower.equals("readme.md");
    }

    private static boolean isPhrasings(String name) {
        return name.startsWith(FOLDER) && name.endsWith(".jsonl")
                && PLAIN.matcher(name.substring(FOLDER.length())).matches();
    }
}
