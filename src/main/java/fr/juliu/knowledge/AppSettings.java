package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The settings of the program itself, below {@code juliu}; what others read of the same file is theirs. */
final class AppSettings {

    static final String FILE = "application.yml";

    private static final String ROOT = "juliu";
    /** Those that the file is not to hold, since they are secrets; whoever writes them there is understood. */
    private static final Set<String> SECRETS = Set.of("juliu.desk", "juliu.desk.password", "juliu.telegram.token",
            "juliu.chooser.key");

    private AppSettings() {
    }

    /**
     * Holds that a file has no setting that the program's own copy, which names every one, has not, and that what it means
     * for the program stands below its name.
     *
     * @throws ConfigException that names the line, and the setting that was meant
     */
    static void requireKnown(@Nullable Node written, @Nullable Node copy) {
        requireRoot(written);
        Set<String> known = new TreeSet<>(SECRETS);
        settings(copy, "").forEach(setting -> known.add(setting.path()));
        for (Setting setting : settings(written, "")) {
            if (known.stream().noneMatch(path -> plain(path).equals(plain(setting.path())))) {
                String above = setting.path().substring(0, setting.path().lastIndexOf('.') + 1);
                String name = setting.path().substring(above.length());
                List<String> beside = known.stream().filter(path -> path.startsWith(above))
                        .map(path -> path.substring(above.length())).filter(path -> path.indexOf('.') < 0).toList();
                throw new ConfigException(FILE, setting.line(),
                        "there is no setting '" + setting.path() + "'; " + NearWord.english(name, beside),
                        "没有设置项「" + setting.path() + "」；" + NearWord.chinese(name, beside), null);
            }
        }
    }

    private static void requireRoot(@Nullable Node written) {
        if (written instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ConfigWords.text(tuple.getKeyNode());
                if (!key.equals(ROOT) && NearWord.of(key, Set.of(ROOT)).isPresent()) {
                    throw new ConfigException(FILE, ConfigWords.line(tuple.getKeyNode()),
                            "'" + key + "' means nothing; did you mean '" + ROOT + "'?",
                            "「" + key + "」没有意义；是不是想写 " + ROOT + "？", null);
                }
            }
        }
    }

    /** A setting, or what others stand below. */
    private record Setting(String path, int line) {
    }

    private static List<Setting> settings(@Nullable Node node, String above) {
        List<Setting> settings = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String path = above + ConfigWords.text(tuple.getKeyNode());
                if (path.startsWith(ROOT + ".")) {
                    settings.add(new Setting(path, ConfigWords.line(tuple.getKeyNode())));
                }
                if (path.equals(ROOT) || path.startsWith(ROOT + ".")) {
                    settings.addAll(settings(tuple.getValueNode(), path + "."));
                }
            }
        }
        return settings;
    }

    /** A setting's name in any of the spellings in which it is understood. */
    private static String plain(String path) {
        return path.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
