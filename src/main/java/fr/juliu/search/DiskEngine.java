package fr.juliu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    public WordIndex index(String name, MixedTextAnalyzer analyzer, Supplier<Stream<Map<String, String>>> texts) {
        return texts.get().limit(few + 1L).count() <= few
                ? new MemoryIndex(analyzer, texts.get())
                : onDisk(name, analyzer, texts);
    }

    private WordIndex onDisk(String name, MixedTextAnalyzer analyzer, Supplier<Stream<Map<String, String>>> texts) {
        ContentIndex index = indexes.computeIfAbsent(name, made -> new ContentIndex(folder.resolve(name),
                DiskIndex.made(analyzer), () -> DiskIndex.writing(analyzer)));
        try {
            return DiskIndex.of(index, texts.get().iterator());
        } catch (LockObtainFailedException e) {
            LOG.warn("Another process writes the index in {}; this one keeps its own in memory ({})",
                    folder.resolve(name), e.getMessage());
            return new MemoryIndex(analyzer, texts.get());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the index in " + folder.resolve(name) + " cannot be written; juliu.data needs"
                            + " a disk with room for it",
                    e);
        }
    }
}
