package fr.juliu.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index in a folder whose documents are known by the content that they were made of. Brought to other contents,
 * it makes the documents of those that are new, and drops those that are gone: the next start finds all of them, and one
 * changed file costs what it holds. What is torn or damaged is made anew.
 *
 * <p>It is locked only while it is brought up to date; readers opened before keep what they show, also of files that are
 * deleted meanwhile.
 */
final class ContentIndex {

    /** The field of a document's content. */
    static final String CONTENT = "content";

    private static final Logger LOG = LoggerFactory.getLogger(ContentIndex.class);
    private static final String MADE = "made";
    /** So many documents are lost at most when the work is broken off. */
    private static final int COMMITTED = 100_000;

    private final Path folder;
    private final String made;
    private final Supplier<IndexWriterConfig> writing;
    private boolean checked;

    /**
     * The index of a folder, which need not be there yet.
     *
     * @param made    how documents are made of contents: what was made in another way is of no use
     * @param writing how they are written; parts that follow each other alone are merged, as a content's documents have to
     */
    ContentIndex(Path folder, String made, Supplier<IndexWriterConfig> writing) {
        this.folder = folder;
        this.made = made;
        this.writing = writing;
    }

    /**
     * A content.
     *
     * @param key       its hash
     * @param documents makes what is indexed of it, one or several
     */
    record Content(long key, Supplier<List<Document>> documents) {
    }

    /** What it holds now; empty when that is nothing, or of no use. */
    synchronized Optional<DirectoryReader> open() throws IOException {
        Files.createDirectories(folder);
        Directory directory = new MMapDirectory(folder);
        DirectoryReader reader = usable(directory);
        if (reader == null) {
            directory.close();
        }
        return Optional.ofNullable(reader);
    }

    /**
     * Brings it to hold some contents and no others, on a thread that nobody interrupts: that would close its files.
     *
     * @param segments how many parts a new index is merged into at most: fewer are searched faster, and merging takes its
     *                 time
     * @param whole    whether those were all, once they end; else nothing is dropped
     *
     * @throws LockObtainFailedException when another process is at it; no content has been taken then
     */
    synchronized DirectoryReader bring(Iterator<Content> contents, int segments, BooleanSupplier whole)
            throws IOException {
        Files.createDirectories(folder);
        Directory directory = new MMapDirectory(folder);
        directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
        try (DirectoryReader before = usable(directory)) {
            if (before == null) {
                clear(directory);
            }
            write(directory, before, contents, segments, whole);
        }
        checked = true;
        return DirectoryReader.open(directory);
    }

    private void write(Directory directory, @Nullable DirectoryReader before, Iterator<Content> contents, int segments,
            BooleanSupplier whole) throws IOException {
        long[] held = before == null ? new long[0] : keys(before);
        BitSet stays = new BitSet(held.length);
        try (IndexWriter writer = new IndexWriter(directory, writing.get().setCommitOnClose(false))) {
            if (before == null) {
                writer.setLiveCommitData(Map.of(MADE, made).entrySet());
            }
            int added = add(writer, contents, held, stays);
            boolean all = whole.getAsBoolean();
            for (int i = stays.nextClearBit(0); all && i < held.length; i = stays.nextClearBit(i + 1)) {
                writer.deleteDocuments(new Term(CONTENT, bytes(held[i])));
            }
            if (all && held.length == 0 && added > 0) {
                writer.forceMerge(segments);
            }
            writer.commit();
        }
    }

    /** Adds what is not held; returns how many contents. */
    private static int add(IndexWriter writer, Iterator<Content> contents, long[] held, BitSet stays)
            throws IOException {
        Set<Long> added = new HashSet<>();
        int documents = 0;
        while (contents.hasNext()) {
            Content content = contents.next();
            int at = Arrays.binarySearch(held, content.key());
            if (at >= 0) {
                stays.set(at);
            } else if (added.add(content.key())) {
                List<Document> made = content.documents().get();
                made.forEach(document -> name(document, content.key()));
                writer.addDocuments(made);
                documents += made.size();
                if (documents >= COMMITTED) {
                    writer.commit();
                    documents = 0;
                }
            }
        }
        return added.size();
    }

    /** The key of a content that texts make out in this order. */
    static long key(String... texts) {
        return StringHelper.murmurhash3_x64_128(new BytesRef(String.join("\0", texts)))[0];
    }

    private static void name(Document document, long key) {
        document.add(new StringField(CONTENT, bytes(key), Field.Store.NO));
        document.add(new NumericDocValuesField(CONTENT, key));
    }

    private static BytesRef bytes(long key) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(key, bytes, 0);
        return new BytesRef(bytes);
    }

    /** The contents that it holds, sorted, each once. */
    private static long[] keys(DirectoryReader reader) throws IOException {
        LongStream.Builder keys = LongStream.builder();
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues contents = leaf.reader().getNumericDocValues(CONTENT);
            Bits live = leaf.reader().getLiveDocs();
            while (contents != null && contents.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
                if (live == null || live.get(contents.docID())) {
                    keys.add(contents.longValue());
                }
            }
        }
        return keys.build().sorted().distinct().toArray();
    }

    /** A reader of what is there, if that can be used; all of it is read, the first time, to see that. */
    private @Nullable DirectoryReader usable(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return null;
        }
        DirectoryReader reader = null;
        try {
            reader = DirectoryReader.open(directory);
            if (!made.equals(reader.getIndexCommit().getUserData().get(MADE))) {
                LOG.info("The index in {} was made in another way than this release's; it is made anew", folder);
                reader.close();
                return null;
            }
            for (LeafReaderContext leaf : checked ? List.<LeafReaderContext>of() : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return reader;
        } catch (IOException e) {
            LOG.warn("The index in {} is damaged ({}); it is made anew", folder, e.toString());
            if (reader != null) {
                reader.close();
            }
            return null;
        }
    }

    private static void clear(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    /** How large what a reader shows is, in bytes. */
    static long bytes(DirectoryReader reader) throws IOException {
        long bytes = 0;
        for (String file : reader.getIndexCommit().getFileNames()) {
            bytes += reader.directory().fileLength(file);
        }
        return bytes;
    }
}
