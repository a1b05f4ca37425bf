package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Words that a settings file has twice where one is enough: in the same list, or under two entries that are to be told
 * apart by them, such as the names of two permits.
 */
final class RepeatedWords {

    /** The lists by which entries are told apart, by file. */
    private static final Map<String, List<String>> TELLING = Map.of("permits.yml", List.of("names", "weak"),
            "aspects.yml", List.of("cues"), "pages.yml", List.of("names"), "ages.yml", List.of("names"));
    /** The key under which an entry names others with which it has words in common on purpose. */
    private static final String SHARES = "shares";

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    private RepeatedWords(String file) {
        this.file = file;
    }

    /** The repeated words of a file, as warnings. */
    static List<Problem> in(String file, @Nullable Node root) {
        RepeatedWords repeated = new RepeatedWords(file);
        repeated.lists(root);
        repeated.entries(root);
        return repeated.found;
    }

    private void lists(@Nullable Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> lists(tuple.getValueNode()));
        } else if (node instanceof SequenceNode list) {
            if (list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
                list(new ConfigWords(file, "", list).words());
            } else {
                list.getValue().forEach(this::lists);
            }
        } else if (node != null && ConfigWords.isLines(node)) {
            list(new ConfigWords(file, "", node).words());
        }
    }

    private void list(List<ConfigWords.Word> words) {
        Map<String, Integer> lines = new HashMap<>();
        for (ConfigWords.Word word : words) {
            Integer before = lines.putIfAbsent(key(word), word.line());
            if (before != null) {
                found.add(new Problem(file, word.line(), Problem.Severity.WARNING,
                        "'" + word.text() + "' stands in this list twice, in line " + before + " already; delete one",
                        "「" + word.text() + "」在同一个列表里写了两次（第 " + before + " 行已经有）；请去掉一个"));
            }
        }
    }

    /** A word with the entry that it tells. */
    private record Told(MappingNode entry, int line) {
    }

    private void entries(@Nullable Node root) {
        Map<String, Told> told = new HashMap<>();
        for (MappingNode entry : told(root)) {
            for (String key : TELLING.getOrDefault(file, List.of())) {
                value(entry, key).map(value -> new ConfigWords(file, key, value).words()).orElse(List.of())
                        .forEach(word -> {
                            Told before = told.putIfAbsent(key(word), new Told(entry, word.line()));
                            if (before != null && !before.entry().equals(entry) && !isShared(before.entry(), entry)) {
                                twice(word, before);
                            }
                        });
            }
        }
    }

    private void twice(ConfigWords.Word word, Told before) {
        String other = value(before.entry(), "id").map(ConfigWords::text).orElse("");
        found.add(new Problem(file, word.line(), Problem.Severity.WARNING,
                "'" + word.text() + "' stands in line " + before.line() + " already"
                        + (other.isEmpty() ? "" : ", under " + other) + ", so that it tells neither; keep one",
                "「" + word.text() + "」第 " + before.line() + " 行已经有" + (other.isEmpty() ? "" : "（" + other + "）")
                        + "，分不清是哪一个；请留一个"));
    }

    /** The entries of the file, which are those of its one list of entries. */
    private static List<MappingNode> told(@Nullable Node root) {
        return root instanceof MappingNode mapping
                ? mapping.getValue().stream().map(NodeTuple::getValueNode).filter(SequenceNode.class::isInstance)
                        .flatMap(list -> ((SequenceNode) list).getValue().stream())
                        .filter(MappingNode.class::isInstance).map(MappingNode.class::cast).toList()
                : List.of();
    }

    private boolean isShared(MappingNode a, MappingNode b) {
        return names(a, b) || names(b, a);
    }

    /** Whether one entry names the other among those whose words it has. */
    private boolean names(MappingNode one, MappingNode other) {
        String id = value(other, "id").map(ConfigWords::text).orElse("");
        return value(one, SHARES).map(value -> new ConfigWords(file, SHARES, value).all()).orElse(List.of())
                .contains(id);
    }

    private static Optional<Node> value(MappingNode entry, String key) {
        return entry.getValue().stream().filter(tuple -> ConfigWords.text(tuple.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode).findFirst();
    }

    private static String key(ConfigWords.Word word) {
        return word.text().toLowerCase(Locale.ROOT);
    }
}
