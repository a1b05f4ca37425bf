package fr.juliu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * What an index of contents shows of some of them, by their numbers. Whoever holds it no longer need not close it: its
 * files are let go when it is collected.
 */
final class ContentReader implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int NONE = -1;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final ContentNumbers numbers;
    /** Of each document the position of its content. */
    private final int[] positions;
    /** At the position of each content its first document. */
    private final int[] firsts;
    private final long bytes;
    private final Cleaner.Cleanable closing;

    /**
     * What a reader shows of contents.
     *
     * @param keys the contents, in the order of their numbers
     */
    ContentReader(DirectoryReader reader, long[] keys) throws IOException {
        this.reader = reader;
        searcher = new IndexSearcher(reader);
        numbers = new ContentNumbers(keys);
        positions = new int[reader.maxDoc()];
        firsts = new int[numbers.size()];
        Arrays.fill(firsts, NONE);
        for (LeafReaderContext leaf : reader.leaves()) {
            place(leaf);
        }
        bytes = ContentIndex.bytes(reader);
        closing = CLEANER.register(this, () -> close(reader));
    }

    private void place(LeafReaderContext leaf) throws IOException {
        NumericDocValues contents = leaf.reader().getNumericDocValues(ContentIndex.CONTENT);
        while (contents.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            int document = leaf.docBase + contents.docID();
            int position = Math.max(NONE, numbers.position(contents.longValue()));
            positions[document] = position;
            boolean live = leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(contents.docID());
            if (position != NONE && live && firsts[position] == NONE) {
                firsts[position] = document;
            }
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** The numbers that the content of a document has; none when it is none of the contents. */
    IntStream numbers(int document) {
        return positions[document] == NONE ? IntStream.empty() : numbers.at(positions[document]);
    }

    /** The documents of a content; none when it is not there. */
    IntStream documents(long key) {
        int position = numbers.position(key);
        int first = position < 0 ? NONE : firsts[position];
        return first == NONE
                ? IntStream.empty()
                : IntStream.range(first, positions.length).takeWhile(document -> positions[document] == position);
    }

    /** How large it is on disk, in bytes. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        closing.clean();
    }

    private static void close(DirectoryReader reader) {
        try {
            reader.close();
            reader.directory().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
