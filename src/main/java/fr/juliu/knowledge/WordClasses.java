package fr.juliu.knowledge;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The classes of words that lists may refer to as {@code <class>}. */
final class WordClasses {

    private static final Pattern REFERENCE = Pattern.compile("<([a-z_]+)>");
    private static final List<String> DEFINING = List.of("permits.yml", "aspects.yml");
    private static final Set<String> REFERRING = Set.of("permits.yml", "aspects.yml", "lexicon.yml");

    private WordClasses() {
    }

    /**
     * Holds that the lists of a file refer to no class that is nowhere defined.
     *
     * @throws ConfigException that names the line, when one does
     */
    static void requireKnown(ConfigFolder folder, String file) {
        if (!REFERRING.contains(file)) {
            return;
        }
        List<ScalarNode> referring = texts(folder.node(file), false)
                .filter(text -> REFERENCE.matcher(text.getValue()).find()).toList();
        if (referring.isEmpty()) {
            return;
        }
        Set<String> known = DEFINING.stream().flatMap(name -> defined(folder.node(name))).collect(Collectors.toSet());
        for (ScalarNode text : referring) {
            Matcher reference = REFERENCE.matcher(text.getValue());
            while (reference.find()) {
                if (!known.contains(reference.group(1))) {
                    throw new ConfigException(file, text.getStartMark().getLine() + 1, reference.group()
                            + " is no class of words; write the words themselves, or define it under 'words' in "
                            + String.join(" or ", DEFINING),
                            "没有 " + reference.group() + " 这组词；请直接写词，或者在 " + String.join("、", DEFINING)
                                    + " 的 words 里加上",
                            null);
                }
            }
        }
    }

    /** The names under {@code words}. */
    private static Stream<String> defined(@Nullable Node root) {
        return values(root, "words").flatMap(words -> words instanceof MappingNode classes
                ? classes.getValue().stream().map(NodeTuple::getKeyNode)
                : Stream.empty())
                .map(name -> ((ScalarNode) name).getValue());
    }

    private static Stream<Node> values(@Nullable Node root, String key) {
        return root instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                : Stream.empty();
    }

    /** The texts that stand in lists. */
    private static Stream<ScalarNode> texts(@Nullable Node node, boolean listed) {
        return switch (node) {
            case ScalarNode text -> listed ? Stream.of(text) : Stream.empty();
            case SequenceNode list -> list.getValue().stream().flatMap(item -> texts(item, true));
            case MappingNode mapping ->
                mapping.getValue().stream().flatMap(tuple -> texts(tuple.getValueNode(), false));
            case null, default -> Stream.empty();
        };
    }
}
