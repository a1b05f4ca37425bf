package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index in a folder that is brought from some contents to others. */
final class ContentIndexTest {

    private final List<Long> made = new ArrayList<>();
    private final Path folder;

    ContentIndexTest(@TempDir Path folder) {
        this.folder = folder.resolve("index");
    }

    @Test
    void onlyWhatIsNewIsMade() throws IOException {
        assertThat(brought(index("a"), 1, 2, 3)).isEqualTo(3);
        assertThat(made).containsExactly(1L, 2L, 3L);
        made.clear();
        assertThat(brought(index("a"), 4, 3, 1, 4)).isEqualTo(3);
        assertThat(made).containsExactly(4L);
    }

    @Test
    void theNextStartFindsItAsItWas() throws IOException {
        brought(index("a"), 1, 2, 3);
        made.clear();
        ContentIndex again = index("a");
        try (DirectoryReader reader = again.open().orElseThrow()) {
            assertThat(reader.numDocs()).isEqualTo(3);
        }
        assertThat(brought(again, 1, 2, 3)).isEqualTo(3);
        assertThat(made).isEmpty();
        assertThat(new ContentIndex(folder.resolveSibling("none"), "a", ContentIndexTest::writing).open()).isEmpty();
    }

    @Test
    void whoeverReadsKeepsWhatHeReads() throws IOException {
        ContentIndex index = index("a");
        try (DirectoryReader before = index.bring(contents(1, 2, 3), 1, () -> true)) {
            brought(index, 7);
            assertThat(before.numDocs()).isEqualTo(3);
            assertThat(before.leaves().getFirst().reader().getNumericDocValues(ContentIndex.CONTENT).nextDoc())
                    .isZero();
        }
    }

    @Test
    void whatWasMadeInAnotherWayIsMadeAnew() throws IOException {
        brought(index("a"), 1, 2, 3);
        made.clear();
        assertThat(index("b").open()).isEmpty();
        assertThat(brought(index("b"), 1, 2)).isEqualTo(2);
        assertThat(made).containsExactly(1L, 2L);
    }

    @Test
    void whatIsTornOrDamagedIsMadeAnew() throws IOException {
        for (boolean torn : new boolean[]{true, false}) {
            brought(index("a"), LongStream.range(0, 500).toArray());
            made.clear();
            Path largest = largest();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 1;
            Files.write(largest, torn ? java.util.Arrays.copyOf(bytes, bytes.length / 2) : bytes);
            assertThat(brought(index("a"), 1, 2)).as("torn: %s", torn).isEqualTo(2);
            assertThat(made).containsExactly(1L, 2L);
        }
    }

    private Path largest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
        }
    }

    @Test
    void ofContentsThatEndEarlyNothingIsDropped() throws IOException {
        brought(index("a"), 1, 2, 3);
        try (DirectoryReader reader = index("a").bring(contents(4), 1, () -> false)) {
            assertThat(reader.numDocs()).isEqualTo(4);
        }
        assertThat(brought(index("a"), 4)).isEqualTo(1);
    }

    @Test
    void ofTwoProcessesOneWrites() throws IOException {
        brought(index("a"), 1);
        Iterator<ContentIndex.Content> more = contents(2);
        try (MMapDirectory other = new MMapDirectory(folder);
                Lock lock = other.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            assertThatThrownBy(() -> index("a").bring(more, 1, () -> true))
                    .isInstanceOf(LockObtainFailedException.class);
            assertThat(more).hasNext();
            assertThat(index("a").open()).hasValueSatisfying(reader -> assertThat(reader.numDocs()).isEqualTo(1));
        }
    }

    private int brought(ContentIndex index, long... keys) throws IOException {
        try (DirectoryReader reader = index.bring(contents(keys), 1, () -> true)) {
            return reader.numDocs();
        }
    }

    private ContentIndex index(String way) {
        return new ContentIndex(folder, way, ContentIndexTest::writing);
    }

    private static IndexWriterConfig writing() {
        return new IndexWriterConfig().setMergePolicy(new LogByteSizeMergePolicy());
    }

    private Iterator<ContentIndex.Content> contents(long... keys) {
        return LongStream.of(keys).mapToObj(this::content).iterator();
    }

    private ContentIndex.Content content(long key) {
        return new ContentIndex.Content(key, () -> {
            made.add(key);
            Document document = new Document();
            document.add(new TextField("text", "passage " + key, Field.Store.NO));
            return List.of(document);
        });
    }
}
