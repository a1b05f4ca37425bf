package fr.juliu.search;

import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that mean the same in Chinese, French, English and slang.
 *
 * @param same    groups of words that say the same thing
 * @param topics  groups of words for subjects that are no permits, such as places
 * @param frame   words that shape a question and say nothing of its subject
 * @param general words that nearly every text holds; alone they are no subject
 * @param asking  words that make a sentence a question
 * @param lookalikes pairs of characters that are mistaken for each other, the wrong one first
 */
public record Lexicon(List<List<String>> same, List<List<String>> topics, List<String> frame, List<String> general,
        List<String> asking, List<String> lookalikes) {

    private static final String FILE = "lexicon.yml";

    public Lexicon {
        same = same.stream().map(List::copyOf).toList();
        topics = topics.stream().map(List::copyOf).toList();
        frame = List.copyOf(frame);
        general = List.copyOf(general);
        asking = List.copyOf(asking);
        lookalikes = List.copyOf(lookalikes);
    }

    /** The lexicon without its words that say the same. */
    public Lexicon withoutSynonyms() {
        return new Lexicon(List.of(), topics, frame, general, asking, lookalikes);
    }

    /**
     * The lexicon as {@code lexicon.yml} has it now.
     *
     * @throws ConfigException when the file is missing or wrong
     */
    public static Lexicon read(ConfigFolder folder) {
        Map<String, Object> root = folder.read(FILE);
        return new Lexicon(groups(root, "same"), groups(root, "topics"), ConfigFolder.texts(FILE, root.get("frame")),
                ConfigFolder.texts(FILE, root.get("general")), ConfigFolder.texts(FILE, root.get("asking")),
                pairs(root.get("lookalikes")));
    }

    private static List<String> pairs(@Nullable Object value) {
        List<String> pairs = ConfigFolder.texts(FILE, value);
        for (String pair : pairs) {
            if (pair.length() != 2) {
                throw new ConfigException(FILE, "lookalikes must be pairs of characters, such as 己已; it has: " + pair,
                        null);
            }
        }
        return pairs;
    }

    private static List<List<String>> groups(Map<String, Object> root, String name) {
        List<List<String>> groups = new ArrayList<>();
        if (root.get(name) instanceof List<?> list) {
            list.forEach(group -> groups.add(ConfigFolder.texts(FILE, group)));
        }
        return groups;
    }
}
