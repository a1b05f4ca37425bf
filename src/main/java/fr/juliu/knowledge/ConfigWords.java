package fr.juliu.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The words under a key of a settings file, in one of three forms: {@code [学生, 留学生]}; a line each behind a hyphen; or
 * {@code |} and a line each.
 */
final class ConfigWords {

    /** A word with its line, from 1. */
    record Word(String text, int line) {
    }

    private final String file;
    private final String key;
    private final Node node;

    ConfigWords(String file, String key, Node node) {
        this.file = file;
        this.key = key;
        this.node = node;
    }

    /** The one text that it is; empty when nothing is written. */
    String one() {
        if (!(node instanceof ScalarNode text)) {
            throw new ConfigException(file, line(node), "'" + key + "' must be a text", key + " 要写成文字", null);
        }
        return text.getValue().strip();
    }

    /** The words. */
    List<String> all() {
        return words().stream().map(Word::text).toList();
    }

    /** The words with their lines. */
    List<Word> words() {
        if (isLines(node)) {
            List<String> lines = ((ScalarNode) node).getValue().lines().toList();
            int first = line(node) + 1;
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> new Word(lines.get(i).strip(), first + i)).filter(word -> !word.text().isEmpty())
                    .toList();
        }
        return items().stream().map(this::word).toList();
    }

    private Word word(Node item) {
        String text = new ConfigWords(file, key, item).one();
        if (text.isEmpty()) {
            throw new ConfigException(file, line(item), "'" + key + "' has an empty word; take it out",
                    key + " 里有一个空的词，请去掉", null);
        }
        return new Word(text, line(item));
    }

    /** The nodes of a list. */
    List<Node> items() {
        if (!(node instanceof SequenceNode list)) {
            throw new ConfigException(file, line(node), "'" + key + "' must be a list, such as [学生, 留学生]",
                    key + " 要写成列表，比如 [学生, 留学生]", null);
        }
        return list.getValue();
    }

    /** Refuses words that are not known. */
    void requireOf(Collection<String> known, String where) {
        boolean single = node instanceof ScalarNode && !isLines(node);
        for (Word word : single ? List.of(new Word(one(), line(node))) : words()) {
            if (!known.contains(word.text())) {
                String near = NearWord.of(word.text(), known).orElse("");
                throw new ConfigException(file, word.line(),
                        "'" + key + "' names '" + word.text() + "', which " + where + " has not"
                                + (near.isEmpty() ? "" : "; did you mean '" + near + "'?"),
                        key + " 里的「" + word.text() + "」，" + where + " 里没有"
                                + (near.isEmpty() ? "；请改好，或者去掉" : "；是不是想写 " + near + "？"),
                        null);
            }
        }
    }

    /** Whether a node is a text of one word a line. */
    static boolean isLines(Node node) {
        return node instanceof ScalarNode text && text.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL;
    }

    /** The text that a node is; empty when it is none. */
    static String text(Node node) {
        return node instanceof ScalarNode text ? text.getValue() : "";
    }

    /** The line of a node, from 1. */
    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
