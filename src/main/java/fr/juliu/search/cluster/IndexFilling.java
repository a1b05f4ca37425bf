package fr.juliu.search.cluster;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the content of an index into a cluster, as far as it is not there yet. Texts are created by their numbers and never
 * written over, so that several replicas may do so at once, and whoever comes after one that died goes on.
 */
final class IndexFilling {

    /** Of HTTP bodies; a cluster takes 100 MB. */
    private static final int LARGEST = 4 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EXISTS = 409;

    private final Cluster cluster;
    private final int shards;
    private final JsonMapper json = new JsonMapper();

    IndexFilling(Cluster cluster, int shards) {
        this.cluster = cluster;
        this.shards = shards;
    }

    /**
     * Fills an index; after this it holds all of its content.
     *
     * @throws ClusterException when it does not
     */
    void fill(String index, IndexContent content, int texts) {
        Cluster.Reply count = cluster.get("/" + index + "/_count", PATIENCE);
        if (count.status() == 404) {
            create(index);
        } else if (count(count) == texts) {
            return;
        }
        send(index, content);
        cluster.send("POST", "/" + index + "/_refresh", new byte[0], PATIENCE).orThrow();
        int held = count(cluster.get("/" + index + "/_count", PATIENCE));
        if (held != texts) {
            throw new ClusterException("holds " + held + " of " + texts + " texts in the index " + index);
        }
    }

    private static int count(Cluster.Reply reply) {
        JsonNode body = reply.orThrow();
        if (body.path("_shards").path("failed").asInt(1) > 0) {
            throw new ClusterException("does not reach all parts of an index");
        }
        return body.path("count").asInt(-1);
    }

    /**
     * Its words are stored as they come, one value each, of which positions are not kept; BM25 with Lucene's k1 and b is
     * the cluster's default. It is written once, and refreshed by hand.
     */
    private void create(String index) {
        Map<String, Object> words = Map.of("type", "text", "analyzer", "keyword", "index_options", "freqs");
        Cluster.Reply reply = cluster.send("PUT", "/" + index, Map.of(
                "settings", Map.of("index", Map.of("number_of_shards", shards, "auto_expand_replicas", "0-1",
                        "refresh_interval", "-1")),
                "mappings", Map.of("_source", Map.of("enabled", false),
                        "properties", Map.of(SearchBody.NUMBER, Map.of("type", "integer", "index", false)),
                        "date_detection", false, "dynamic_templates", List.of(Map.of("words",
                                Map.of("match_mapping_type", "string", "mapping", words))))),
                PATIENCE);
        if (!reply.body().path("error").path("type").asString("").equals("resource_already_exists_exception")) {
            reply.orThrow();
        }
    }

    private void send(String index, IndexContent content) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int number = 0;
        for (Iterator<SortedMap<String, List<String>>> texts = content.words().iterator(); texts.hasNext(); number++) {
            line(lines, Map.of("create", Map.of("_id", String.valueOf(number))));
            Map<String, Object> text = new HashMap<>(texts.next());
            text.put(SearchBody.NUMBER, number);
            line(lines, text);
            if (lines.size() > LARGEST) {
                flush(index, lines);
            }
        }
        flush(index, lines);
    }

    private void line(ByteArrayOutputStream lines, Map<String, ?> object) {
        lines.writeBytes(json.writeValueAsBytes(object));
        lines.write('\n');
    }

    private void flush(String index, ByteArrayOutputStream lines) {
        if (lines.size() == 0) {
            return;
        }
        JsonNode body = cluster
                .send("POST", "/_bulk?index=" + index + "&filter_path=errors,items.*.status,items.*.error.type",
                        lines.toByteArray(), PATIENCE)
                .orThrow();
        lines.reset();
        if (body.path("errors").asBoolean(true)) {
            List<String> faults = new ArrayList<>();
            body.path("items").forEach(item -> {
                int status = item.path("create").path("status").asInt(0);
                if (status / 100 != 2 && status != EXISTS) {
                    faults.add(status + " " + item.path("create").path("error").path("type").asString(""));
                }
            });
            if (!faults.isEmpty()) {
                throw new ClusterException("does not take " + faults.size() + " texts (" + faults.getFirst() + ")");
            }
        }
    }
}
