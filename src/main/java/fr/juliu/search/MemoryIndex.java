package fr.juliu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.jspecify.annotations.Nullable;

/** A Lucene index held in memory, written once; a document's number is its place in the order given. */
final class MemoryIndex implements WordIndex {

    /** Of plain arrays: each term of a query opens the files anew, which costs most with buffers in between. */
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory(new SingleInstanceLockFactory(),
            ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    MemoryIndex(MixedTextAnalyzer analyzer, Stream<Map<String, String>> texts) {
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Map<String, String> text : (Iterable<Map<String, String>>) texts::iterator) {
                    writer.addDocument(document(text));
                }
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory does not fail to be read", e);
        }
        searcher = new IndexSearcher(reader);
    }

    private static Document document(Map<String, String> text) {
        Document document = new Document();
        text.forEach((field, words) -> document.add(new TextField(field, words, Field.Store.NO)));
        return document;
    }

    @Override
    public List<Scored> best(List<Term> words, int most) {
        Query query = query(words);
        try {
            return most < reader.maxDoc()
                    ? Arrays.stream(searcher.search(query, most).scoreDocs).map(hit -> new Scored(hit.doc, hit.score))
                            .toList()
                    : all(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query query(List<Term> words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.stream().limit(IndexSearcher.getMaxClauseCount()).forEach(word -> query.add(
                new BoostQuery(
                        new TermQuery(new org.apache.lucene.index.Term(word.field(), word.word())), word.weight()),
                BooleanClause.Occur.SHOULD));
        return query.build();
    }

    /** All that match: sorting them once costs less than keeping the best at each step. */
    private List<Scored> all(Query query) throws IOException {
        CollectorManager<Filling, float[]> filling = new Filling(reader.maxDoc());
        float[] scores = searcher.search(query, filling);
        return IntStream.range(0, scores.length).filter(number -> scores[number] > 0)
                .mapToObj(number -> new Scored(number, scores[number]))
                .sorted(Comparator.comparingDouble(Scored::score).reversed()).toList();
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

    @Override
    public long bytes() {
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
