package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a settings file that knows its lines, so that a mistake is told where it stands. */
public final class ConfigEntry {

    private final String file;
    private final MappingNode node;

    private ConfigEntry(String file, MappingNode node) {
        this.file = file;
        this.node = node;
    }

    /**
     * The mapping that a node is.
     *
     * @throws ConfigException when it is something else
     */
    static ConfigEntry of(String file, @Nullable Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new ConfigException(file, node == null ? 0 : line(node),
                    "must hold names with values, such as 'title: 学生居留'",
                    "要写成「名字: 值」，比如 title: 学生居留", null);
        }
        return new ConfigEntry(file, mapping);
    }

    /**
     * The entry itself, which has none but these keys.
     *
     * @throws ConfigException when it has another
     */
    public ConfigEntry only(String... keys) {
        for (NodeTuple tuple : node.getValue()) {
            if (!Arrays.asList(keys).contains(key(tuple))) {
                throw new ConfigException(file, line(tuple.getKeyNode()),
                        "'" + key(tuple) + "' means nothing; write one of " + String.join(", ", keys),
                        key(tuple) + " 没有意义；只能用 " + String.join("、", keys), null);
            }
        }
        return this;
    }

    /** What is wrong with the entry. */
    public ConfigException wrong(String message) {
        return new ConfigException(file, line(node), message, null);
    }

    private ConfigException wrong(String message, String chinese) {
        return new ConfigException(file, line(node), message, chinese, null);
    }

    /**
     * A text.
     *
     * @throws ConfigException when there is none
     */
    public String text(String key) {
        return find(key).map(value -> scalar(key, value)).filter(text -> !text.isBlank())
                .orElseThrow(() -> wrong("needs '" + key + "'", "缺少 " + key));
    }

    /** Whether it has that key. */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /**
     * A whole number.
     *
     * @throws ConfigException when there is none
     */
    public int number(String key) {
        String text = text(key);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong("'" + key + "' must be a whole number; it is " + text, key + " 要写整数；现在是 " + text);
        }
    }

    /** The texts of a list; none when it is absent. */
    public List<String> texts(String key) {
        return find(key).map(value -> items(key, value).stream().map(item -> scalar(key, item)).toList())
                .orElse(List.of());
    }

    /**
     * The entry under a key.
     *
     * @throws ConfigException when there is none
     */
    public ConfigEntry entry(String key) {
        return of(file, find(key).orElseThrow(() -> wrong("needs '" + key + "'", "缺少 " + key)));
    }

    /**
     * The entries of a list.
     *
     * @throws ConfigException when there is no such list, or it is empty
     */
    public List<ConfigEntry> entries(String key) {
        List<ConfigEntry> entries = new ArrayList<>();
        find(key).ifPresent(value -> items(key, value).forEach(item -> entries.add(of(file, item))));
        if (entries.isEmpty()) {
            throw wrong("needs a list '" + key + "'", "缺少列表 " + key);
        }
        return entries;
    }

    private Optional<Node> find(String key) {
        return node.getValue().stream().filter(tuple -> key(tuple).equals(key)).map(NodeTuple::getValueNode)
                .findFirst();
    }

    private List<Node> items(String key, Node value) {
        if (!(value instanceof SequenceNode list)) {
            throw new ConfigException(file, line(value), "'" + key + "' must be a list, such as [学生, 留学生]",
                    key + " 要写成列表，比如 [学生, 留学生]", null);
        }
        return list.getValue();
    }

    private String scalar(String key, Node value) {
        if (!(value instanceof ScalarNode text)) {
            throw new ConfigException(file, line(value), "'" + key + "' must be a text", key + " 要写成文字", null);
        }
        return text.getValue().strip();
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
