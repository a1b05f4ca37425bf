package fr.juliu.understand;

import fr.juliu.knowledge.ConfigEntry;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.search.TextFolding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways to say a {@link Wish}, as {@code contact.yml} has them; a text says one when it says nothing else. */
public final class Wishes {

    private static final String FILE = "contact.yml";
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Longer texts, in characters, say more than a wish. */
    private static final int LONGEST = 40;

    private final TextFolding folding;
    private final List<String> before;
    private final List<String> after;
    private final Map<String, Wish> ways;

    private Wishes(TextFolding folding, List<String> before, List<String> after, Map<String, Wish> ways) {
        this.folding = folding;
        this.before = before;
        this.after = after;
        this.ways = ways;
    }

    /**
     * The wishes as the file has them now.
     *
     * @throws ConfigException when the file is missing or wrong
     */
    public static Wishes read(ConfigFolder folder, TextFolding folding) {
        ConfigEntry root = folder.entry(FILE).only("before", "after", "wishes");
        Map<String, Wish> ways = new HashMap<>();
        for (ConfigEntry entry : root.entries("wishes")) {
            Wish wish = entry.only("wish", "says").choice("wish", Wish.class);
            for (String way : entry.texts("says")) {
                Wish other = ways.put(letters(folding, way), wish);
                if (other != null && other != wish) {
                    String name = other.name().toLowerCase(Locale.ROOT);
                    throw entry.wrong("says " + way + ", which stands under " + name,
                            "「" + way + "」已经写在 " + name + " 下面了；请留一个");
                }
            }
        }
        return new Wishes(folding, longestFirst(folding, root.texts("before")),
                longestFirst(folding, root.texts("after")), ways);
    }

    /** What a text wishes; empty when it says anything else. */
    public Optional<Wish> in(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return said(letters(folding, text), new HashSet<>());
    }

    /** What is left of a text once words are taken off either end, in every way that this can be done. */
    private Optional<Wish> said(String text, Set<String> seen) {
        Wish wish = ways.get(text);
        if (wish != null || text.isEmpty() || !seen.add(text)) {
            return Optional.ofNullable(wish);
        }
        return before.stream().filter(text::startsWith).map(word -> said(text.substring(word.length()), seen))
                .flatMap(Optional::stream).findFirst()
                .or(() -> after.stream().filter(text::endsWith)
                        .map(word -> said(text.substring(0, text.length() - word.length()), seen))
                        .flatMap(Optional::stream).findFirst());
    }

    private static List<String> longestFirst(TextFolding folding, List<String> words) {
        return words.stream().map(word -> letters(folding, word)).filter(word -> !word.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    private static String letters(TextFolding folding, String text) {
        return NO_LETTERS.matcher(folding.fold(text)).replaceAll("");
    }
}
