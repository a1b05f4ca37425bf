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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

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
     * Reads a YAML file that holds a mapping.
     *
     * @throws ConfigException when it is missing from both places, or is not such a file
     */
    public Map<String, Object> read(String name) {
        String text = text(name);
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Map<String, Object> root = mapping(name, new Yaml(new SafeConstructor(options)).load(text));
            WordClasses.requireKnown(this, name);
            return root;
        } catch (YAMLException e) {
            throw invalid(name, e);
        }
    }

    /**
     * The mapping that a YAML file holds, with its lines.
     *
     * @throws ConfigException when it is missing from both places, or is not such a file
     */
    public ConfigEntry entry(String name) {
        read(name);
        return ConfigEntry.of(name, new Yaml(new SafeConstructor(new LoaderOptions()))
                .compose(new StringReader(text(name))));
    }

    /**
     * A file as it is written.
     *
     * @throws ConfigException when it is missing from both places, or is no text
     */
    public String text(String name) {
        try (Reader reader = open(name)) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new ConfigException(name, 0,
                    "cannot be read as UTF-8 text (" + e + "); check its encoding and rights",
                    "读不了，或者不是 UTF-8；请检查编码和权限", e);
        }
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

    /** Why a file is no YAML that can be used, by line. */
    static ConfigException invalid(String name, YAMLException failure) {
        return switch (failure) {
            case DuplicateKeyException twice ->
                new ConfigException(name, line(twice), "the same key twice in one entry ("
                        + twice.getProblem() + "); write it once, with all that belongs to it",
                        "同一个键写了两次；请合成一个", twice);
            case MarkedYAMLException marked ->
                new ConfigException(name, line(marked), "is not valid YAML: " + marked.getProblem(), NO_YAML,
                        marked);
            default -> new ConfigException(name, 0, "is not valid YAML: " + failure.getMessage(), NO_YAML, failure);
        };
    }

    private static int line(MarkedYAMLException e) {
        return e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
    }

    /** The mapping that a YAML value is; an error names the file. */
    static Map<String, Object> mapping(String where, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ConfigException(where, 0, "must hold names with values, such as 'zh: 学生居留'",
                    "要写成「名字: 值」，比如 zh: 学生居留", null);
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, item) -> typed.put(String.valueOf(key), item));
        return typed;
    }

    /** The texts of a YAML list; none when it is absent. */
    public static List<String> texts(String where, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new ConfigException(where, 0, "must be a list, such as [学生, 留学生]; it is: " + value,
                    "要写成列表，比如 [学生, 留学生]；现在是：" + value, null);
        }
        return list.stream().map(String::valueOf).toList();
    }

    private Reader open(String name) throws IOException {
        Path file = folder.resolve(name);
        InputStream in = Files.isRegularFile(file)
                ? Files.newInputStream(file)
                : ConfigFolder.class.getResourceAsStream("/config/" + name);
        if (in == null) {
            throw new ConfigException(name, 0, "is missing from " + folder + " and from the jar",
                    "找不到这个文件；请放回 " + folder, null);
        }
        return new InputStreamReader(in,
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }
}
