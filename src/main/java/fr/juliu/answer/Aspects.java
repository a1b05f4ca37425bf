package fr.juliu.answer;

import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What questions can ask, by id, and the cues of chit-chat by kind.
 *
 * @param all  aspects by id, in the order of the file
 * @param talk cues of chit-chat by kind: greeting, thanks, about, abuse, injection
 */
record Aspects(Map<String, Aspect> all, Map<String, List<String>> talk) {

    private static final String FILE = "aspects.yml";

    Aspects {
        all = new LinkedHashMap<>(all);
        talk = Map.copyOf(talk);
    }

    /**
     * The aspects as {@code aspects.yml} has them now.
     *
     * @throws ConfigException when the file is missing or wrong
     */
    static Aspects read(ConfigFolder folder) {
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
        Map<String, List<String>> talk = new LinkedHashMap<>();
        if (root.get("talk") instanceof Map<?, ?> kinds) {
            kinds.forEach((kind, cues) -> talk.put(String.valueOf(kind), ConfigFolder.texts(FILE, cues)));
        }
        return new Aspects(all, talk);
    }

    private static Set<Aspect.Trait> traits(Map<?, ?> item) {
        return Arrays.stream(Aspect.Trait.values())
                .filter(trait -> Boolean.TRUE.equals(item.get(trait.name().toLowerCase(Locale.ROOT))))
                .collect(Collectors.toSet());
    }

    private static Aspect aspect(Map<?, ?> item) {
        String id = String.valueOf(item.get("id"));
        String where = FILE + ", aspect '" + id + "'";
        try {
            return new Aspect(id, Aspect.Asks.valueOf(String.valueOf(item.get("asks")).toUpperCase(Locale.ROOT)),
                    traits(item),
                    ConfigFolder.texts(where, item.get("cues")), ConfigFolder.texts(where, item.get("evidence")),
                    ConfigFolder.texts(where, item.get("find")));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(where, "asks must be rollout, list or prose", e);
        }
    }
}
