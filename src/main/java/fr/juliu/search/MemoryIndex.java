package fr.juliu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.jspecify.annotations.Nullable;

/** A Lucene index held in memory, written once; a document's number is its place in the order given. */
final class MemoryIndex implements AutoCloseable {

    /** Of plain arrays: each term of a query opens the files anew, which costs most with buffers in between. */
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory(new SingleInstanceLockFactory(),
            ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    MemoryIndex(Analyzer analyzer, Iterable<Document> documents) {
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Document document : documents) {
                    writer.addDocument(document);
                }
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory does not fail to be read", e);
        }
        searcher = new IndexSearcher(reader);
    }

    /** The best documents, so many at most, the best first. */
    ScoreDoc[] best(Query query, int most) {
        try {
            return searcher.search(query, most).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The score of every document by its number; 0 for those that do not match. */
    float[] scores(Query query) {
        try {
            CollectorManager<Filling, float[]> filling = new Filling(reader.maxDoc());
            return searcher.search(query, filling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the scores of all documents down; one is enough, since an index written once is searched by one thread. */
    private static final class Filling extends SimpleCollector implements CollectorManager<Filling, float[]> {

        private final float[] scores;
        private int base;
        private @Nullable Scorable scorer;

        Filling(int documents) {
            scores = new float[documents];
        }

        @Override
        public Filling newCollector() {
            return this;
        }

        @Override
        public float[] reduce(Collection<Filling> one) {
            return scores;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            base = context.docBase;
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            scores[base + document] = scorer == null ? 0 : scorer.score();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }

    /** Its size in bytes. */
    long bytes() {
        try {
            return Arrays.stream(directory.listAll()).mapToLong(this::length).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long length(String file) {
        try {
            return directory.fileLength(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
