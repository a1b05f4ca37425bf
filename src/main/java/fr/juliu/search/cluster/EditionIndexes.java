package fr.juliu.search.cluster;

import fr.juliu.search.MixedTextAnalyzer;
import fr.juliu.search.SearchEngine;
import fr.juliu.search.WordIndex;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The indexes of one edition. */
final class EditionIndexes implements SearchEngine {

    private final OpenSearchEngine engine;
    private final List<ClusterIndex> indexes = new CopyOnWriteArrayList<>();

    EditionIndexes(OpenSearchEngine engine) {
        this.engine = engine;
    }

    @Override
    public WordIndex index(String name, MixedTextAnalyzer analyzer, Supplier<Stream<Map<String, String>>> texts) {
        ClusterIndex index = engine.index(name, analyzer, texts);
        indexes.add(index);
        return index;
    }

    @Override
    public void publish() {
        engine.publish(this);
    }

    List<ClusterIndex> all() {
        return indexes;
    }

    boolean areFilled() {
        return indexes.stream().allMatch(ClusterIndex::isFilled);
    }
}
