package fr.juliu.understand;

import fr.juliu.knowledge.ConfigEntry;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.search.TextFolding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of {@code groups.yml}, folded, the longest first.
 *
 * @param asks       those that make a reply a question
 * @param asksAtEnd  those that do so at the end of a sentence alone
 * @param idioms     what holds one of them and asks nothing
 * @param remarks    whole messages that ask nothing
 * @param objections what is held against an answer
 * @param filler     what may stand beside it
 * @param complaints what is said of an answer right away
 */
public record GroupWords(List<String> asks, List<String> asksAtEnd, List<String> idioms, Set<String> remarks,
        List<String> objections, List<String> filler, Complaints complaints) {

    private static final String FILE = "groups.yml";
    private static final Comparator<String> LONGEST = Comparator.comparingInt(String::length).reversed();
    private static final String[] KINDS = {"wrong", "outdated", "beside", "unclear"};

    /**
     * How it is said that an answer is of no use: not folded, for what stands behind is kept as it is written.
     *
     * @param before  lists of words that may stand before, one word of each, in this order
     * @param of      what is said, by why: wrong, outdated, beside, unclear
     * @param useless that it is of no use, without saying why
     * @param asks    what makes that which stands behind a question
     */
    public record Complaints(List<List<String>> before, Map<String, List<String>> of, List<String> useless,
            List<String> asks) {
    }

    /**
     * Reads the file.
     *
     * @param folding as messages are folded
     * @throws ConfigException when it is not such a file
     */
    public static GroupWords read(ConfigFolder config, TextFolding folding) {
        ConfigEntry root = config.entry(FILE).only("asks", "idioms", "remarks", "objections", "filler", "complaints");
        List<String> asks = list(root, "asks", folding);
        ConfigEntry complaints = root.entry("complaints").only("before", "of", "useless", "asks");
        complaints.entry("of").only(KINDS);
        return new GroupWords(asks.stream().filter(word -> !word.endsWith("$")).toList(),
                asks.stream().filter(word -> word.endsWith("$")).map(word -> word.substring(0, word.length() - 1))
                        .toList(),
                list(root, "idioms", folding), Set.copyOf(list(root, "remarks", folding)),
                list(root, "objections", folding), list(root, "filler", folding),
                new Complaints(complaints.groups("before"), complaints.lists("of"), complaints.texts("useless"),
                        complaints.texts("asks")));
    }

    private static List<String> list(ConfigEntry root, String key, TextFolding folding) {
        return root.texts(key).stream().map(folding::fold).filter(word -> !word.isEmpty()).distinct().sorted(LONGEST)
                .toList();
    }
}
