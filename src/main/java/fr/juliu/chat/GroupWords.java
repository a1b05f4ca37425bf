package fr.juliu.chat;

import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The words of {@code groups.yml}, folded.
 *
 * @param asks       those that make a reply a question
 * @param asksAtEnd  those that do so at the end of a sentence alone
 * @param idioms     what holds one of them and asks nothing, longest first
 * @param remarks    whole messages that ask nothing
 * @param objections what is held against an answer, longest first
 * @param filler     what may stand beside it, longest first
 */
record GroupWords(List<String> asks, List<String> asksAtEnd, List<String> idioms, Set<String> remarks,
        List<String> objections, List<String> filler) {

    private static final String FILE = "groups.yml";
    private static final Comparator<String> LONGEST = Comparator.comparingInt(String::length).reversed();
    private static final Set<String> KEYS = Set.of("asks", "idioms", "remarks", "objections", "filler");

    /**
     * Reads the file.
     *
     * @param folding as messages are folded
     * @throws ConfigException when it is not such a file
     */
    static GroupWords read(ConfigFolder config, UnaryOperator<String> folding) {
        Map<String, Object> root = config.read(FILE);
        root.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new ConfigException(FILE, key + " is none of its lists; they are asks, idioms, remarks, objections"
                    + " and filler", null);
        });
        List<String> asks = list(root, "asks", folding);
        return new GroupWords(asks.stream().filter(word -> !word.endsWith("$")).toList(),
                asks.stream().filter(word -> word.endsWith("$")).map(word -> word.substring(0, word.length() - 1))
                        .toList(),
                list(root, "idioms", folding), Set.copyOf(list(root, "remarks", folding)),
                list(root, "objections", folding), list(root, "filler", folding));
    }

    private static List<String> list(Map<String, Object> root, String key, UnaryOperator<String> folding) {
        return ConfigFolder.texts(FILE, root.get(key)).stream().map(folding).filter(word -> !word.isEmpty()).distinct()
                .sorted(LONGEST).toList();
    }
}
