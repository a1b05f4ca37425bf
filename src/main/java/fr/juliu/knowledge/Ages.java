package fr.juliu.knowledge;

import java.net.URI;
import java.net.URISyntaxException;
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
        ConfigEntry root = folder.entry(FILE).only("ages", "table_months", "official");
        Map<String, AgeKind> kinds = new LinkedHashMap<>();
        for (ConfigEntry entry : root.entries("ages")) {
            List<String> names = entry.only("names", "months", "called").texts("names");
            if (names.isEmpty()) {
                throw entry.wrong("needs 'names': the words that keepers write", "缺少 names：大家写的那些词");
            }
            AgeKind kind = entry.make(() -> new AgeKind(names.getFirst(), months(entry, "months"),
                    entry.text("called")));
            for (String name : names) {
                if (kinds.putIfAbsent(name, kind) != null) {
                    throw entry.wrong("has the name '" + name + "', which stands above already; keep one",
                            "名字 " + name + " 上面已经有；请留一个");
                }
            }
        }
        return new Ages(kinds, months(root, "table_months"), root.texts("official"));
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

    private static int months(ConfigEntry of, String key) {
        int months = of.number(key);
        if (months <= 0) {
            throw of.wrong("'" + key + "' is " + months + "; write a number of months, such as 12",
                    key + " 写的是 " + months + "；请写几个月，比如 12");
        }
        return months;
    }
}
