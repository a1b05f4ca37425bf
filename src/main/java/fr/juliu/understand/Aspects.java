package fr.juliu.understand;

import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What questions can ask, by id, and the cues of chit-chat by kind.
 *
 * @param all  aspects by id, in the order of the file
 * @param talk cues of chit-chat by kind: greeting, thanks, about, abuse, injection
 * @param words classes of words that cues name, by name
 */
public record Aspects(Map<String, Aspect> all, Map<String, List<String>> talk, Map<String, List<String>> words) {

    private static final String FILE = "aspects.yml";

    public Aspects {
        all = new LinkedHashMap<>(all);
        talk = Map.copyOf(talk);
        words = Map.copyOf(words);
    }

    /**
     * The aspects as {@code aspects.yml} has them now.
     *
     * @throws ConfigException when the file is missing or wrong
     */
    public static Aspects read(ConfigFolder folder) {
        Map<String, Object> root = folder.read(FILE);
        Map<String, Aspect> all = new LinkedHashMap<>();
        if (!(root.get("aspects") instanceof List<?> list)) {
            throw new ConfigException(FILE, "needs a list 'aspects'", null);
        }
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new ConfigException(FILE, "each aspect needs id, asks and cues; this has none: " + item, null);
            }
            Aspect aspect = aspect(map);
            all.put(aspect.id(), aspect);
        }
        return new Aspects(all, lists(root.get("talk")), lists(root.get("words")));
    }

    private static Map<String, List<String>> lists(@Nullable Object value) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, texts) -> lists.put(String.valueOf(name), ConfigFolder.texts(FILE, texts)));
        }
        return lists;
    }

    private static Set<Aspect.Trait> traits(Map<?, ?> item) {
        return Arrays.stream(Aspect.Trait.values())
                .filter(trait -> Boolean.TRUE.equals(item.get(trait.name().toLowerCase(Locale.ROOT))))
                .collect(Collectors.toSet());
    }

    private static Aspect aspect(Map<?, ?> item) {
        String id = String.valueOf(item.get("id"));
        String where = FILE + ", aspect '" + id + "'";
        Object say = item.get("say");
        try {
            return new Aspect(id, asks(item), traits(item), ConfigFolder.texts(where, item.get("cues")),
                    ConfigFolder.texts(where, item.get("evidence")), ConfigFolder.texts(where, item.get("find")),
                    ConfigFolder.texts(where, item.get("unless")), ConfigFolder.texts(where, item.get("with")),
                    ConfigFolder.texts(where, item.get("instead")), runsOut(item.get("runs_out")),
                    say == null ? "" : say.toString().strip());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(where, String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Integer runsOut(@Nullable Object value) {
        if (value != null && !(value instanceof Integer)) {
            throw new IllegalArgumentException("runs_out must be a number of days, -1 for the past; it is " + value);
        }
        return (Integer) value;
    }

    private static Aspect.Asks asks(Map<?, ?> item) {
        String asks = String.valueOf(item.get("asks"));
        return Arrays.stream(Aspect.Asks.values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(asks))
                .findFirst().orElseThrow(() -> new IllegalArgumentException(
                        "asks must be rollout, list, prose or help; it is " + asks));
    }
}
