package fr.juliu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.util.Version;

/** A Lucene index of texts in a folder, mapped into memory as it is read; the next edition's takes over what it can. */
final class DiskIndex implements WordIndex {

    /** Shows how texts are cut into words. */
    private static final String SAMPLE = "學生居留Étudiant能在ANEF网上续签吗，10年卡呢？b1的";
    /** Texts kept in memory until they are written, in megabytes. */
    private static final double BUFFER = 64;
    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS.setTokenized(true);
        WORDS.freeze();
    }

    private final ContentReader contents;

    private DiskIndex(ContentReader contents) {
        this.contents = contents;
    }

    /** How texts are indexed by this release. */
    static String made(MixedTextAnalyzer analyzer) {
        return Version.LATEST + " " + analyzer.tokens(MixedTextAnalyzer.WORDS, SAMPLE)
                + analyzer.tokens(MixedTextAnalyzer.PAIRS, SAMPLE);
    }

    /** How they are written. */
    static IndexWriterConfig writing(MixedTextAnalyzer analyzer) {
        return new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER).setMergePolicy(new LogByteSizeMergePolicy());
    }

    /**
     * Brings the index of a folder to hold texts and no others.
     *
     * @throws org.apache.lucene.store.LockObtainFailedException when another process is at it; no text has been taken then
     */
    static DiskIndex of(ContentIndex index, Iterator<Map<String, String>> texts) throws IOException {
        Contents contents = new Contents(texts, LongStream.builder());
        return new DiskIndex(
                new ContentReader(index.bring(contents, 1, () -> true), contents.keys().build().toArray()));
    }

    /** Texts as contents; notes their keys down. */
    private record Contents(Iterator<Map<String, String>> texts, LongStream.Builder keys)
            implements
                Iterator<ContentIndex.Content> {

        @Override
        public boolean hasNext() {
            return texts.hasNext();
        }

        @Override
        public ContentIndex.Content next() {
            Map<String, String> text = texts.next();
            long key = key(text);
            keys.add(key);
            return new ContentIndex.Content(key, () -> List.of(document(text)));
        }
    }

    private static long key(Map<String, String> text) {
        return ContentIndex.key(new TreeMap<>(text).entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue())).toArray(String[]::new));
    }

    private static Document document(Map<String, String> text) {
        Document document = new Document();
        text.forEach((field, words) -> document.add(new Field(field, words, WORDS)));
        return document;
    }

    @Override
    public List<Scored> best(List<Term> words, int most) {
        try {
            return Arrays.stream(contents.searcher().search(MemoryIndex.query(words), most).scoreDocs)
                    .flatMap(hit -> contents.numbers(hit.doc).mapToObj(number -> new Scored(number, hit.score)))
                    .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::number))
                    .limit(most).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long bytes() {
        return contents.bytes();
    }

    @Override
    public void close() {
        contents.close();
    }
}
