package fr.juliu.understand;

import fr.juliu.knowledge.ConfigEntry;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What questions can ask, by id, and the cues of chit-chat by kind.
 *
 * @param all  aspects by id, in the order of the file
 * @param talk cues of chit-chat by kind: greeting, thanks, about, abuse, injection
 * @param words classes of words that cues name, by name
 */
public record Aspects(Map<String, Aspect> all, Map<String, List<String>> talk, Map<String, List<String>> words) {

    private static final String FILE = "aspects.yml";
    private static final String[] KEYS = Stream.concat(
            Stream.of("id", "called", "asks", "role", "cues", "evidence", "find", "unless", "with", "instead",
                    "runs_out", "say", "shares"),
            Arrays.stream(Aspect.Trait.values()).map(Aspects::key)).toArray(String[]::new);

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
        ConfigEntry root = folder.entry(FILE).only("words", "aspects", "talk");
        List<ConfigEntry> entries = root.entries("aspects");
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.add(entry.only(KEYS).text("id")));
        Map<String, Aspect> all = new LinkedHashMap<>();
        for (ConfigEntry entry : entries) {
            Aspect aspect = aspect(entry, ids);
            if (all.putIfAbsent(aspect.id(), aspect) != null) {
                throw entry.wrong("is the second aspect '" + aspect.id() + "'; keep one",
                        aspect.id() + " 写了两次；请合成一个");
            }
        }
        requireRoles(root, all.values());
        if (root.has("talk")) {
            root.entry("talk").only("greeting", "thanks", "about", "abuse", "injection");
        }
        return new Aspects(all, root.lists("talk"), root.lists("words"));
    }

    /** The aspect with that role. */
    public Aspect of(Aspect.Role role) {
        return all.values().stream().filter(aspect -> aspect.role() == role).findFirst().orElseThrow();
    }

    /** What an aspect is called in Chinese; its id where nothing tells. */
    public String called(String id) {
        Aspect aspect = all.get(id);
        return aspect == null ? id : aspect.called();
    }

    private static void requireRoles(ConfigEntry root, Collection<Aspect> aspects) {
        for (Aspect.Role role : Aspect.Role.values()) {
            long count = aspects.stream().filter(aspect -> aspect.role() == role).count();
            if (count != 1) {
                String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                throw root.wrong("has " + count + " aspects with 'role: " + name + "'; the program needs one",
                        "有 " + count + " 个写着 role: " + name + " 的；程序要用正好一个");
            }
        }
    }

    private static Set<Aspect.Trait> traits(ConfigEntry entry) {
        return Arrays.stream(Aspect.Trait.values()).filter(trait -> entry.flag(key(trait)))
                .collect(Collectors.toSet());
    }

    private static String key(Aspect.Trait trait) {
        return trait.name().toLowerCase(Locale.ROOT);
    }

    private static Aspect aspect(ConfigEntry entry, Set<String> ids) {
        String id = entry.text("id");
        entry.ids("shares", ids, FILE);
        if ((entry.choice("asks", Aspect.Asks.class) == Aspect.Asks.HELP) != entry.has("say")) {
            throw entry.wrong("needs 'say' when it asks for help, and no 'say' otherwise",
                    "asks: help 的要写 say，别的不要写 say");
        }
        return entry.make(() -> new Aspect(id, entry.text("called", id), entry.choice("asks", Aspect.Asks.class),
                entry.has("role") ? entry.choice("role", Aspect.Role.class) : null, traits(entry), entry.texts("cues"),
                entry.texts("evidence"), entry.texts("find"), entry.texts("unless"), entry.texts("with"),
                entry.ids("instead", ids, FILE), entry.has("runs_out") ? entry.number("runs_out") : null,
                entry.text("say", "")));
    }
}
