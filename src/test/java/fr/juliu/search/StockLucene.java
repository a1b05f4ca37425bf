package fr.juliu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** Lucene as it comes: smartcn, one field, BM25. */
public final class StockLucene implements AutoCloseable {

    private static final String TEXT = "text";

    private final Analyzer analyzer = new SmartChineseAnalyzer();
    private final PlaceIndex index;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** An index of the places of another. */
    public StockLucene(PlaceIndex index) {
        this.index = index;
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Place place : index.places()) {
                    Document document = new Document();
                    document.add(new TextField(TEXT, place.heading() + "\n" + place.text(), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searcher = new IndexSearcher(reader);
    }

    /** The heading of the best place; null when no word is found. */
    public @Nullable String best(String question) {
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
        try {
            ScoreDoc[] hits = query == null ? new ScoreDoc[0] : searcher.search(query, 10).scoreDocs;
            return hits.length == 0 ? null : index.places().get(hits[0].doc).heading();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
