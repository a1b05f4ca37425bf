package fr.juliu.search.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The names under which operators find the indexes of an installation: {@code juliu-places} is that of the edition
 * published, {@code juliu-places-last} that of the one before. Indexes older than these are deleted.
 */
final class Aliases {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LAST = "-last";

    private final Cluster cluster;
    private final String prefix;

    Aliases(Cluster cluster, String prefix) {
        this.cluster = cluster;
        this.prefix = prefix;
    }

    /** An index in the cluster. */
    private record Held(String index, List<String> aliases, long made) {
    }

    /**
     * Gives the aliases to the indexes of an edition, all in one step, and deletes what is older than the current and the
     * last; nothing where they have them already. An index that is no one's yet may be another replica's that is about to
     * publish it: it is left until it is older than what is published.
     *
     * @param indexes by kind, such as places
     * @throws ClusterException when the cluster does not
     */
    void move(Map<String, String> indexes) {
        List<Map<String, ?>> actions = new ArrayList<>();
        List<String> old = new ArrayList<>();
        indexes.forEach((kind, index) -> {
            List<Held> held = held(kind);
            String alias = prefix + "-" + kind;
            List<String> current = having(held, alias);
            if (!current.equals(List.of(index))) {
                current.forEach(each -> actions.add(action("remove", each, alias)));
                having(held, alias + LAST).forEach(each -> actions.add(action("remove", each, alias + LAST)));
                actions.add(action("add", index, alias));
                current.stream().filter(each -> !each.equals(index)).limit(1)
                        .forEach(each -> actions.add(action("add", each, alias + LAST)));
                held.stream().filter(each -> isOver(each, held, index, current)).map(Held::index).forEach(old::add);
            }
        });
        if (!actions.isEmpty()) {
            cluster.send("POST", "/_aliases", Map.of("actions", actions), PATIENCE).orThrow();
        }
        if (!old.isEmpty()) {
            cluster.send("DELETE", "/" + String.join(",", old) + "?ignore_unavailable=true", new byte[0], PATIENCE)
                    .orThrow();
        }
    }

    private static boolean isOver(Held each, List<Held> held, String index, List<String> current) {
        long made = held.stream().filter(mine -> mine.index().equals(index)).mapToLong(Held::made).findFirst()
                .orElse(0);
        return !each.index().equals(index) && !current.contains(each.index()) && each.made() < made;
    }

    private static Map<String, ?> action(String what, String index, String alias) {
        return Map.of(what, Map.of("index", index, "alias", alias));
    }

    private static List<String> having(List<Held> held, String alias) {
        return held.stream().filter(each -> each.aliases().contains(alias)).map(Held::index).toList();
    }

    /** The indexes of a kind that this installation made: names of others begin alike at most. */
    private List<Held> held(String kind) {
        JsonNode found = cluster
                .get("/" + prefix + "-" + kind + "-*?filter_path=*.aliases,*.settings.index.creation_date",
                        PATIENCE)
                .orThrow();
        Pattern own = Pattern.compile(Pattern.quote(prefix + "-" + kind + "-") + "[0-9a-f]{32}");
        return found.properties().stream().filter(each -> own.matcher(each.getKey()).matches())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new))
                .entrySet().stream()
                .map(each -> new Held(each.getKey(), List.copyOf(each.getValue().path("aliases").propertyNames()),
                        each.getValue().path("settings").path("index").path("creation_date").asLong(0)))
                .toList();
    }
}
