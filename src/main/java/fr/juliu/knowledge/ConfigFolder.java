package fr.juliu.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The folder of catalogue and lexicon files; a file that is absent there comes from the jar's own copy. */
public final class ConfigFolder {

    /** The files that teach an edition its words and what it says beside the articles. */
    private static final List<String> FILES = List.of("permits.yml", "aspects.yml", "lexicon.yml", "help.yml",
            "ages.yml", "pages.yml", "renewal.yml", "contact.yml", "groups.yml", "topics.yml");

    /** The one folder that may be absent as a whole. */
    static final Path DEFAULT = Path.of("config");

    private static final String NO_YAML = "不是能用的 YAML；请检查这一行的冒号、引号和缩进";
    private final Path folder;

    /**
     * The settings in a folder.
     *
     * @throws ConfigException when there is no such folder, and it is not the default one
     */
    public ConfigFolder(Path folder) {
        if (!folder.equals(DEFAULT) && !Files.isDirectory(folder)) {
            throw new ConfigException("juliu.config", "there is no folder " + folder
                    + "; set it to the folder of permits.yml, aspects.yml and lexicon.yml", null);
        }
        this.folder = folder;
    }

    /**
     * The mapping that a YAML file holds, with its lines.
     *
     * @throws ConfigException when it is missing from both places, or is not such a file
     */
    public ConfigEntry entry(String name) {
        ConfigEntry entry = ConfigEntry.of(name, node(name));
        WordClasses.requireKnown(this, name);
        return entry;
    }

    /**
     * The settings of the program itself, as plain values.
     *
     * @throws ConfigException when the file is no such file, or has a key below {@code juliu} that means nothing
     */
    public Map<String, Object> application() {
        String name = AppSettings.FILE;
        if (isOwn(name)) {
            AppSettings.requireKnown(node(name), node(name, text(name, reader(copy(name)))));
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        node(name);
        if (new Yaml(new SafeConstructor(new LoaderOptions())).load(text(name)) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> settings.put(String.valueOf(key), value));
        }
        return settings;
    }

    /** Words that are written twice, by file and line; the files hold all the same. */
    public List<Problem> warnings() {
        return FILES.stream().flatMap(name -> RepeatedWords.in(name, node(name)).stream()).toList();
    }

    /** Whether a file stands in the folder itself. */
    public boolean isOwn(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /** What a YAML file holds; a key twice in one entry is refused. */
    @Nullable
    Node node(String name) {
        return node(name, text(name));
    }

    private static @Nullable Node node(String name, String text) {
        try {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            requireOnce(name, node);
            return node;
        } catch (YAMLException e) {
            throw invalid(name, e);
        }
    }

    /**
     * A file as it is written.
     *
     * @throws ConfigException when it is missing from both places, or is no text
     */
    public String text(String name) {
        try {
            return text(name, open(name));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static String text(String name, Reader from) {
        try (Reader reader = from) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static ConfigException unreadable(String name, IOException e) {
        return new ConfigException(name, 0, "cannot be read as UTF-8 text (" + e + "); check its encoding and rights",
                "读不了，或者不是 UTF-8；请检查编码和权限", e);
    }

    /**
     * The files that teach an edition, as they are written now, by name.
     *
     * @throws ConfigException when one is missing from both places, or is no text
     */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        FILES.forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    /** Refuses a key that stands twice in one entry. */
    private static void requireOnce(String name, @Nullable Node node) {
        switch (node) {
            case MappingNode mapping -> {
                Set<String> keys = new HashSet<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    if (!keys.add(ConfigWords.text(tuple.getKeyNode()))) {
                        throw new ConfigException(name, ConfigWords.line(tuple.getKeyNode()),
                                "the same key twice in one entry (" + ConfigWords.text(tuple.getKeyNode())
                                        + "); write it once, with all that belongs to it",
                                "同一个键写了两次；请合成一个", null);
                    }
                    requireOnce(name, tuple.getValueNode());
                }
            }
            case SequenceNode list -> list.getValue().forEach(item -> requireOnce(name, item));
            case null, default -> {
                // holds no keys
            }
        }
    }

    private static ConfigException invalid(String name, YAMLException failure) {
        int line = failure instanceof MarkedYAMLException marked ? line(marked) : 0;
        String why = failure instanceof MarkedYAMLException marked ? marked.getProblem() : failure.getMessage();
        return new ConfigException(name, line, "is not valid YAML: " + why, NO_YAML, failure);
    }

    private static int line(MarkedYAMLException e) {
        return e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
    }

    private Reader open(String name) throws IOException {
        return isOwn(name) ? reader(Files.newInputStream(folder.resolve(name))) : reader(copy(name));
    }

    private InputStream copy(String name) {
        InputStream in = ConfigFolder.class.getResourceAsStream("/config/" + name);
        if (in == null) {
            throw new ConfigException(name, 0, "is missing from " + folder + " and from the jar",
                    "找不到这个文件；请放回 " + folder, null);
        }
        return in;
    }

    private static Reader reader(InputStream in) {
        return new InputStreamReader(in,
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }
}
