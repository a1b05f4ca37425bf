package fr.juliu.search;

import static fr.juliu.bench.Figures.quantile;
import static fr.juliu.bench.Figures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.bench.Figures;
import fr.juliu.bench.SyntheticText;
import fr.juliu.bench.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the indexes of words and of vectors cost as they grow: synthetic passages, one vector each. A vector is that of a
 * real sentence of the articles with noise, since to encode a million takes half an hour; those of the questions are
 * encoded. Prints figures and asserts what holds on every machine.
 */
@Tag("bench")
final class IndexGrowthTest {

    private static final Path FOLDER = Path.of("target", "bench", "index");
    private static final int QUESTIONS = 500;
    private static final int EXACT = 40;
    private static final int NEAREST = 20;
    private static final int WORDS = 200;
    private static final int CHANGED = 10;
    /** How far noise leads away: the cosine with the real sentence is some 0.86. */
    private static final double NOISE = 0.6;

    private final SyntheticText texts = new SyntheticText();
    private final TextFolding folding = new TextFolding();
    private final MixedTextAnalyzer analyzer = new MixedTextAnalyzer(folding);
    private final SentenceModel model = new SentenceModel(null, null, trouble -> {
    });
    private final List<float[]> real = real();
    private final Table table = new Table("index", "passages", "words: a second", "MB", "vectors: a second", "MB",
            "heap MB", "opened again, s", "10 passages changed, s", "words p50 ms", "p99", "with vectors p50 ms", "p99",
            "of it on the processor p50 ms", "p99", "recall of " + NEAREST);

    @Test
    @Timeout(value = 5, unit = TimeUnit.HOURS)
    void indexesGrow() throws IOException {
        for (String size : System.getProperty("bench.index", "100,10000,1000000").split(",", -1)) {
            measure(Integer.parseInt(size));
        }
        table.print();
    }

    private void measure(int size) throws IOException {
        Figures.delete(FOLDER);
        double before = Figures.heap();
        Indexes indexes = new Indexes();
        double words = seconds(() -> indexes.index(size, 0));
        double vectors = seconds(indexes::encode);
        double heap = Figures.heap() - before;
        double[] byWords = Figures.times(questions(size, 0), indexes::byWords);
        double[] all = Figures.times(questions(size, 0), indexes::whole);
        double[] busy = Figures.processorTimes(questions(size, 1), indexes::whole);
        double recall = recall(indexes, size);
        indexes.close();
        Indexes again = new Indexes();
        double opened = seconds(() -> again.index(size, 0));
        again.close();
        Indexes next = new Indexes();
        double changed = seconds(() -> {
            next.index(size, CHANGED);
            next.encode();
        });
        assertThat(next.whole(texts.question(size - 1, 0))).isNotEmpty();
        next.close();
        table.add(size, size / words, megabytes("words"), size / vectors, megabytes("vectors"), heap, opened, changed,
                quantile(byWords, 0.5), quantile(byWords, 0.99), quantile(all, 0.5), quantile(all, 0.99),
                quantile(busy, 0.5), quantile(busy, 0.99), String.format(Locale.ROOT, "%.3f", recall));
    }

    private static double megabytes(String name) {
        Path folder = FOLDER.resolve(name);
        return Files.exists(folder) ? Figures.megabytes(folder) : 0;
    }

    private List<String> questions(int size, int variant) {
        return new Random(size).ints(QUESTIONS, 0, size).mapToObj(passage -> texts.question(passage, variant)).toList();
    }

    /** How many of the nearest by an exact search the graph finds. */
    private double recall(Indexes indexes, int size) {
        if (size <= PlaceIndex.LARGE) {
            return 1;
        }
        List<float[]> asked = questions(size, 2).stream().limit(EXACT)
                .map(question -> model.question(folding.fold(question))).toList();
        float[][] cosines = new float[EXACT][size];
        IntStream.range(0, size).forEach(n -> {
            float[] vector = vector(n);
            IntStream.range(0, EXACT).forEach(q -> cosines[q][n] = VectorUtil.dotProduct(asked.get(q), vector));
        });
        return IntStream.range(0, EXACT).mapToDouble(q -> {
            float[] sorted = cosines[q].clone();
            Arrays.sort(sorted);
            return indexes.vectors.near(asked.get(q), NEAREST).stream()
                    .filter(n -> cosines[q][n] >= sorted[size - NEAREST]).count() / (double) NEAREST;
        }).average().orElse(0);
    }

    private List<float[]> real() {
        return IntStream.range(0, 3_000).mapToObj(n -> model.once(folding.fold(texts.text(n).split("。", -1)[0])))
                .toList();
    }

    private float[] vector(int number) {
        float[] vector = real.get(number % real.size()).clone();
        SplittableRandom random = new SplittableRandom(number);
        for (int i = 0; i < vector.length; i++) {
            // of the same spread as normal noise, at a tenth of its price
            vector[i] += (float) ((random.nextDouble() - 0.5) * 2 * Math.sqrt(3.0 / vector.length) * NOISE);
        }
        double length = Math.sqrt(SentenceEncoder.cosine(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }

    /** Both indexes of so many passages. */
    private final class Indexes implements AutoCloseable {

        private WordIndex words = SearchEngine.MEMORY.index("words", analyzer, Stream::of);
        private PlaceVectors vectors = new MemoryVectors(0, n -> List.of(), text -> new float[0]);

        /** Indexes passages by their words, the first ones changed. */
        void index(int size, int changed) {
            words = new DiskEngine(FOLDER, DiskEngine.FEW).index("words", analyzer, () -> IntStream.range(0, size)
                    .mapToObj(n -> fields(n < changed ? texts.text(size + n) : texts.text(n), texts.heading(n))));
            long[] keys = IntStream.range(0, size).mapToLong(n -> n < changed ? size + n : n).toArray();
            Function<String, float[]> encoder = number -> vector(Integer.parseInt(number));
            vectors = size <= PlaceIndex.LARGE
                    ? new MemoryVectors(size, n -> List.of(String.valueOf(n)), encoder)
                    : new DiskVectors(new ContentIndex(FOLDER.resolve("vectors"), "bench", DiskVectors::writing), keys,
                            n -> List.of(String.valueOf(n)), encoder);
        }

        void encode() {
            vectors.encodeAll();
        }

        /** The best by words and by pairs of characters. */
        List<Integer> byWords(String question) {
            return Stream.of(MixedTextAnalyzer.WORDS, MixedTextAnalyzer.PAIRS).flatMap(field -> words
                    .best(analyzer.tokens(field, question).stream().distinct()
                            .flatMap(token -> Stream.of(new WordIndex.Term(field, token, 1),
                                    new WordIndex.Term("heading-" + field, token, 1.5f)))
                            .toList(), WORDS)
                    .stream()).map(WordIndex.Scored::number).distinct().toList();
        }

        /** The same with those near in meaning, the best of both compared. */
        List<Double> whole(String question) {
            float[] asked = model.question(folding.fold(question));
            return Stream.concat(byWords(question).stream().limit(NEAREST), vectors.near(asked, NEAREST).stream())
                    .distinct().map(place -> vectors.nearest(asked, place)).toList();
        }

        private Map<String, String> fields(String text, String heading) {
            return Map.of(MixedTextAnalyzer.WORDS, text, "heading-" + MixedTextAnalyzer.WORDS, heading,
                    MixedTextAnalyzer.PAIRS, text, "heading-" + MixedTextAnalyzer.PAIRS, heading);
        }

        @Override
        public void close() {
            words.close();
            vectors.close();
        }
    }
}
