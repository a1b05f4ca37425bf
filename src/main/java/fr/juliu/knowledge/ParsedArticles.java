package fr.juliu.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The articles of a folder as they were parsed, so that the next reading parses only those whose file is another. */
final class ParsedArticles {

    private final @Nullable Circumstances circumstances;
    private final Map<String, Parsed> before;
    private final Map<String, Parsed> now = new ConcurrentHashMap<>();

    private ParsedArticles(@Nullable Circumstances circumstances, Map<String, Parsed> before) {
        this.circumstances = circumstances;
        this.before = before;
    }

    /** None yet. */
    static ParsedArticles none() {
        return new ParsedArticles(null, Map.of());
    }

    /**
     * What decides, beside its own text, how an article is read.
     *
     * @param ages  how fast facts age
     * @param files of the folder, which links lead to
     * @param day   after which dates are plans
     */
    record Circumstances(Ages ages, Set<String> files, LocalDate day) {
    }

    /**
     * An article with what is wrong with its file.
     *
     * @param digest  of the file's text
     * @param article null when it cannot be read
     */
    record Parsed(String digest, @Nullable Article article, List<Problem> problems) {
    }

    /** For a new reading, which may take over what was read under the same circumstances. */
    ParsedArticles next(Circumstances under) {
        return new ParsedArticles(under, under.equals(circumstances) ? now : Map.of());
    }

    /** The article of a file: as it was when its text is the same, else parsed. */
    Parsed of(String name, TextFile text, Supplier<@Nullable Article> parse, FileProblems problems) {
        String digest = digest(text);
        Parsed known = before.get(name);
        Parsed parsed = known != null && known.digest().equals(digest)
                ? known
                : new Parsed(digest, parse.get(), List.copyOf(problems.found()));
        now.put(name, parsed);
        return parsed;
    }

    private static String digest(TextFile text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String line : text.lines()) {
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
