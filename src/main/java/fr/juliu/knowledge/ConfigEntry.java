package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * A mapping of a settings file that knows its lines, so that a mistake is told where it stands. Who reads one says first
 * which keys there are ({@link #only}), and then asks each for what it is to hold:
 *
 * <pre>{@code
 * ConfigEntry root = folder.entry("help.yml").only("help");
 * for (ConfigEntry point : root.entries("help")) {
 *     point.only("name", "url", "for");
 *     names.add(point.text("name"));
 * }
 * }</pre>
 */
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
     * @throws ConfigException when it is something else, or has the same key twice
     */
    static ConfigEntry of(String file, @Nullable Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new ConfigException(file, node == null ? 0 : ConfigWords.line(node),
                    "must hold names with values, such as 'title: 学生居留'",
                    "要写成「名字: 值」，比如 title: 学生居留", null);
        }
        return new ConfigEntry(file, mapping);
    }

    /**
     * The entry itself, which has none but these keys.
     *
     * @throws ConfigException when it has another, that names the one that was meant
     */
    public ConfigEntry only(String... keys) {
        List<String> known = Arrays.asList(keys);
        for (NodeTuple tuple : node.getValue()) {
            String key = ConfigWords.text(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw new ConfigException(file, ConfigWords.line(tuple.getKeyNode()),
                        "'" + key + "' means nothing; " + NearWord.english(key, known),
                        "「" + key + "」没有意义；" + NearWord.chinese(key, known), null);
            }
        }
        return this;
    }

    /** What is wrong with the entry, in English and in Chinese. */
    public ConfigException wrong(String message, String chinese) {
        return new ConfigException(file, ConfigWords.line(node), message, chinese, null);
    }

    /**
     * What is made of the entry by somebody who throws an {@link IllegalArgumentException} when it does not make sense.
     *
     * @throws ConfigException in its place, that says where
     */
    public <T> T make(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file, ConfigWords.line(node), String.valueOf(e.getMessage()), e);
        }
    }

    /** Its keys, in the order of the file. */
    public List<String> keys() {
        return node.getValue().stream().map(tuple -> ConfigWords.text(tuple.getKeyNode())).toList();
    }

    /** Whether it has that key. */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /**
     * A text.
     *
     * @throws ConfigException when there is none
     */
    public String text(String key) {
        return find(key).map(value -> new ConfigWords(file, key, value).one()).filter(text -> !text.isBlank())
                .orElseThrow(() -> wrong("needs '" + key + "'", "缺少 " + key));
    }

    /** A text, or another one where the key is absent or has no value. */
    public String text(String key, String otherwise) {
        return find(key).map(value -> new ConfigWords(file, key, value).one()).filter(text -> !text.isBlank())
                .orElse(otherwise);
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
            throw at(key, "'" + key + "' must be a whole number; it is " + text, key + " 要写整数；现在是 " + text);
        }
    }

    /**
     * Whether something holds; not when it is absent.
     *
     * @throws ConfigException when it is neither true nor false
     */
    public boolean flag(String key) {
        String text = text(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw at(key, "'" + key + "' must be true or false; it is " + text,
                    key + " 要写 true 或 false；现在是 " + text);
        }
        return text.equals("true");
    }

    /**
     * One of the constants of a type, written in small letters, with hyphens.
     *
     * @throws ConfigException when there is none, or another word
     */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        Map<String, E> known = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            known.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        E chosen = known.get(text(key));
        if (chosen == null) {
            throw at(key, "there is no " + key + " '" + text(key) + "'; " + NearWord.english(text(key), known.keySet()),
                    "没有 " + key + "「" + text(key) + "」；" + NearWord.chinese(text(key), known.keySet()));
        }
        return chosen;
    }

    /** The words of a list, in whatever form it is written; none when it is absent. */
    public List<String> texts(String key) {
        return find(key).map(value -> new ConfigWords(file, key, value).all()).orElse(List.of());
    }

    /**
     * The same for ids that something has.
     *
     * @param known all there are
     * @param where they stand, for a message
     * @throws ConfigException when it holds another, that names the one that was meant
     */
    public List<String> ids(String key, Collection<String> known, String where) {
        find(key).ifPresent(value -> new ConfigWords(file, key, value).requireOf(known, where));
        return texts(key);
    }

    /** The same for a single id. */
    public String id(String key, Collection<String> known, String where) {
        String id = text(key);
        find(key).ifPresent(value -> new ConfigWords(file, key, value).requireOf(known, where));
        return id;
    }

    /** The lists of a list, each of words that belong together; none when it is absent. */
    public List<List<String>> groups(String key) {
        return find(key).stream().flatMap(value -> new ConfigWords(file, key, value).items().stream())
                .map(group -> new ConfigWords(file, key, group).all()).toList();
    }

    /** The lists under a key, by name; none when it is absent. */
    public Map<String, List<String>> lists(String key) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (has(key)) {
            ConfigEntry entry = entry(key);
            entry.keys().forEach(name -> lists.put(name, entry.texts(name)));
        }
        return lists;
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
        find(key).ifPresent(value -> new ConfigWords(file, key, value).items()
                .forEach(item -> entries.add(of(file, item))));
        if (entries.isEmpty()) {
            throw wrong("needs a list '" + key + "'", "缺少 " + key + " 列表；请加上");
        }
        return entries;
    }

    private ConfigException at(String key, String message, String chinese) {
        return new ConfigException(file, find(key).map(ConfigWords::line).orElse(ConfigWords.line(node)), message,
                chinese, null);
    }

    private Optional<Node> find(String key) {
        return node.getValue().stream().filter(tuple -> ConfigWords.text(tuple.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode).findFirst();
    }
}
