package fr.juliu.search.cluster;

import fr.juliu.search.WordIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A search as a cluster reads it, and what it finds: of each text its score and number alone. */
final class SearchBody {

    /** The field of a text's number. */
    static final String NUMBER = "n";
    /** What clusters and Lucene take in one search by default. */
    private static final int MOST_WORDS = 1_024;
    private static final int MOST_FOUND = 10_000;

    private SearchBody() {
    }

    /** Any of the words, the best first, of those that score alike the first by number. */
    static Map<String, Object> of(List<WordIndex.Term> words, int most, Duration within) {
        List<Object> should = new ArrayList<>();
        words.stream().limit(MOST_WORDS).forEach(word -> should.add(Map.of("term",
                Map.of(word.field(), Map.of("value", word.word(), "boost", word.weight())))));
        return Map.of("size", Math.min(most, MOST_FOUND), "query", Map.of("bool", Map.of("should", should)),
                "sort", List.of(Map.of("_score", "desc"), Map.of(NUMBER, "asc")), "track_total_hits", false,
                "_source", false, "stored_fields", "_none_", "timeout", within.toMillis() + "ms");
    }

    /**
     * Where it is sent.
     *
     * @param shards of the index; several count their words together first, so that scores are those of one
     */
    static String path(String index, int shards) {
        return "/" + index + "/_search?allow_partial_search_results=false&request_cache=false"
                + "&filter_path=timed_out,_shards.failed,hits.hits.sort"
                + (shards > 1 ? "&search_type=dfs_query_then_fetch" : "");
    }

    /**
     * What was found.
     *
     * @throws ClusterException when not all of the index was searched
     */
    static List<WordIndex.Scored> read(JsonNode found) {
        if (found.path("timed_out").asBoolean(true) || found.path("_shards").path("failed").asInt(1) > 0) {
            throw new ClusterException("searches a part of an index alone");
        }
        return StreamSupport.stream(found.path("hits").path("hits").spliterator(), false).map(hit -> hit.path("sort"))
                .map(sort -> new WordIndex.Scored(sort.path(1).intValue(), (float) sort.path(0).doubleValue()))
                .toList();
    }
}
