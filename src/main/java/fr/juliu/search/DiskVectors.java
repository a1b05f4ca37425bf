package fr.juliu.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors in a folder, mapped into memory as they are read: Lucene's graph over 7-bit vectors tells which places are
 * near, the vectors as they are how near the places compared are. A place whose vectors are not there yet is encoded when
 * it is compared.
 */
final class DiskVectors implements PlaceVectors {

    private static final Logger LOG = LoggerFactory.getLogger(DiskVectors.class);
    private static final String VECTOR = "vector";
    /** Links of a node, and nodes looked at to find them: Lucene's own. */
    private static final int LINKS = 16;
    private static final int LOOKED_AT = 100;
    /** Vectors kept in memory until they are written, in megabytes: some 55,000. */
    private static final double BUFFER = 128;
    /** So many parts of an index are merged into one: that makes their graphs anew, which costs what making them did. */
    private static final int PARTS = 30;
    /** So many units are looked for: of the 20 nearest that finds 99 in 100. */
    private static final int UNITS = 100;
    /** Places encoded when they were compared. */
    private static final int KEPT = 1_000;
    private static final KnnVectorsFormat FORMAT = new Lucene104HnswScalarQuantizedVectorsFormat(
            ScalarEncoding.SEVEN_BIT, LINKS, LOOKED_AT);

    private final ContentIndex index;
    private final long[] keys;
    private final IntFunction<List<String>> units;
    private final Function<String, float[]> encoder;
    private final Cache<Integer, List<float[]>> encoded = Caffeine.newBuilder().maximumSize(KEPT).build();
    private volatile @Nullable ContentReader contents;

    /**
     * What a folder holds of the vectors of places.
     *
     * @param keys    of the contents of the places
     * @param units   of a place, folded
     * @param encoder of a unit
     */
    DiskVectors(ContentIndex index, long[] keys, IntFunction<List<String>> units, Function<String, float[]> encoder) {
        this.index = index;
        this.keys = keys.clone();
        this.units = units;
        this.encoder = encoder;
        try {
            var reader = index.open();
            contents = reader.isPresent() ? new ContentReader(reader.get(), keys) : null;
        } catch (IOException e) {
            LOG.warn("The vectors of places cannot be read ({}); they are made anew", e.toString());
        }
    }

    /** How they are written. */
    static IndexWriterConfig writing() {
        LogByteSizeMergePolicy seldom = new LogByteSizeMergePolicy();
        seldom.setMergeFactor(PARTS);
        return new IndexWriterConfig().setRAMBufferSizeMB(BUFFER).setMergePolicy(seldom).setUseCompoundFile(false)
                .setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return FORMAT;
                    }
                });
    }

    @Override
    public List<float[]> of(int place) {
        List<float[]> stored = stored(place);
        return stored.isEmpty() ? encoded.get(place, this::encode) : stored;
    }

    private List<float[]> stored(int place) {
        ContentReader reader = contents;
        List<float[]> vectors = new ArrayList<>();
        if (reader != null) {
            reader.documents(keys[place]).forEach(document -> vectors.add(vector(reader, document)));
        }
        return vectors;
    }

    private static float[] vector(ContentReader contents, int document) {
        List<LeafReaderContext> leaves = contents.reader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        try {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(VECTOR);
            return vectors.vectorValue(document - leaf.docBase).clone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<float[]> encode(int place) {
        return units.apply(place).stream().map(encoder).toList();
    }

    @Override
    public List<Integer> near(float[] question, int most) {
        ContentReader reader = contents;
        if (reader == null) {
            return List.of();
        }
        try {
            return Arrays
                    .stream(reader.searcher().search(new KnnFloatVectorQuery(VECTOR, question, UNITS), UNITS).scoreDocs)
                    .flatMapToInt(hit -> reader.numbers(hit.doc)).distinct().limit(most).boxed().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void encodeAll() {
        AtomicBoolean ended = new AtomicBoolean();
        FutureTask<ContentReader> work = new FutureTask<>(() -> brought(ended));
        Thread.ofPlatform().name("vectors").daemon().start(work);
        boolean interrupted = false;
        while (!work.isDone()) {
            try {
                work.get();
            } catch (InterruptedException e) {
                ended.set(true);
                interrupted = true;
            } catch (ExecutionException e) {
                failed(e.getCause());
            }
        }
        if (work.state() == Future.State.SUCCESS) {
            contents = work.resultNow();
            encoded.invalidateAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ContentReader brought(AtomicBoolean ended) throws IOException {
        Iterator<ContentIndex.Content> places = IntStream.range(0, keys.length).takeWhile(place -> !ended.get())
                .mapToObj(place -> new ContentIndex.Content(keys[place], () -> documents(place))).iterator();
        return new ContentReader(index.bring(places, Integer.MAX_VALUE, () -> !ended.get()), keys);
    }

    private static void failed(@Nullable Throwable cause) {
        switch (cause) {
            case ModelException broken -> throw broken;
            case IOException e -> LOG.warn(
                    "The vectors of places cannot be kept ({}); those of a place are made when it is compared",
                    e.toString());
            case null, default -> throw new IllegalStateException(cause);
        }
    }

    private List<Document> documents(int place) {
        return encode(place).stream().map(vector -> {
            Document document = new Document();
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
            return document;
        }).toList();
    }

    @Override
    public void close() {
        ContentReader reader = contents;
        if (reader != null) {
            reader.close();
        }
    }
}
