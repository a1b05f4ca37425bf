package fr.juliu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lucene in memory for few texts, in a folder for many. */
final class DiskEngine implements SearchEngine {

    /** So many texts are indexed anew each time, in memory: that takes some 6 s, and 10 MB. */
    static final int FEW = 30_000;

    private static final Logger LOG = LoggerFactory.getLogger(DiskEngine.class);

    private final Path folder;
    private final int few;
    private final Map<String, ContentIndex> indexes = new ConcurrentHashMap<>();

    /**
     * An engine of one folder.
     *
     * @param few so many texts are indexed in memory
     */
    DiskEngine(Path folder, int few) {
        this.folder = folder;
        this.few = few;
    }

    @Override
    public WordIndex index(String name, MixedTextAnalyzer analyzer, Stream<Map<String, String>> texts) {
        Iterator<Map<String, String>> more = texts.iterator();
        List<Map<String, String>> first = new ArrayList<>();
        while (first.size() <= few && more.hasNext()) {
            first.add(more.next());
        }
        return first.size() <= few
                ? new MemoryIndex(analyzer, first.stream())
                : onDisk(name, analyzer, Stream.concat(first.stream(), stream(more)).iterator());
    }

    private static Stream<Map<String, String>> stream(Iterator<Map<String, String>> texts) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(texts, Spliterator.ORDERED), false);
    }

    private WordIndex onDisk(String name, MixedTextAnalyzer analyzer, Iterator<Map<String, String>> texts) {
        ContentIndex index = indexes.computeIfAbsent(name, made -> new ContentIndex(folder.resolve(name),
                DiskIndex.made(analyzer), () -> DiskIndex.writing(analyzer)));
        try {
            return DiskIndex.of(index, texts);
        } catch (LockObtainFailedException e) {
            LOG.warn("Another process writes the index in {}; this one keeps its own in memory ({})",
                    folder.resolve(name), e.getMessage());
            return new MemoryIndex(analyzer, stream(texts));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the index in " + folder.resolve(name) + " cannot be written; juliu.data needs"
                            + " a disk with room for it",
                    e);
        }
    }
}
