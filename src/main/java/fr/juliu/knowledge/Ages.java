package fr.juliu.knowledge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How fast facts age, from {@code ages.yml}.
 *
 * @param kinds       by each of the words that keepers write
 * @param tableMonths after so long without a change, answers from a rollout table say how long that is
 * @param official    hosts of official pages, each with all below it
 */
public record Ages(Map<String, AgeKind> kinds, int tableMonths, List<String> official) {

    private static final String FILE = "ages.yml";

    public Ages {
        kinds = new LinkedHashMap<>(kinds);
        official = List.copyOf(official);
    }

    /**
     * The file as it is now.
     *
     * @throws ConfigException when it is missing or wrong
     */
    public static Ages read(ConfigFolder folder) {
        Map<String, Object> root = folder.read(FILE);
        if (!(root.get("ages") instanceof List<?> list)) {
            throw new ConfigException(FILE, 0, "needs a list 'ages'", "缺少 ages 列表；请加上", null);
        }
        Map<String, AgeKind> kinds = new LinkedHashMap<>();
        for (Object item : list) {
            Map<String, Object> kind = ConfigFolder.mapping(FILE, item);
            List<String> names = ConfigFolder.texts(FILE, kind.get("names"));
            if (names.isEmpty()) {
                throw new ConfigException(FILE, 0, "each kind needs names; this has none: " + item,
                        "每一种都要有 names；这一种没有：" + item, null);
            }
            for (String name : names) {
                if (kinds.put(name, kind(names.getFirst(), kind)) != null) {
                    throw new ConfigException(FILE, 0, "has the name '" + name + "' twice; keep one",
                            "名字 " + name + " 写了两次；请留一个", null);
                }
            }
        }
        return new Ages(kinds, months(root, "table_months"),
                new ArrayList<>(ConfigFolder.texts(FILE, root.get("official"))));
    }

    /** The kind that a word names; empty when it names none. */
    Optional<AgeKind> find(String word) {
        return Optional.ofNullable(kinds.get(word));
    }

    /** The words to choose from, for a message. */
    String choice() {
        return kinds.values().stream().map(AgeKind::name).distinct().collect(Collectors.joining(", "));
    }

    /** Whether an address is that of an official page. */
    public boolean isOfficial(String url) {
        String host = host(url);
        return host != null && official.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static @Nullable String host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static AgeKind kind(String name, Map<String, Object> kind) {
        if (!(kind.get("called") instanceof String called) || called.isBlank()) {
            throw new ConfigException(FILE, 0, "'" + name + "' needs what answers call it, such as called: 数",
                    name + " 缺少回答里的叫法，比如 called: 数", null);
        }
        try {
            return new AgeKind(name, months(kind, "months"), called);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(FILE, String.valueOf(e.getMessage()), e);
        }
    }

    private static int months(Map<String, Object> of, String key) {
        if (of.get(key) instanceof Integer months && months > 0) {
            return months;
        }
        throw new ConfigException(FILE, 0, "'" + key + "' is " + of.get(key) + "; write a number of months, such as 12",
                key + " 写的是 " + of.get(key) + "；请写几个月，比如 12", null);
    }
}
