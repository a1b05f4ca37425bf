package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of many texts in a folder, beside the same in memory. */
final class DiskEngineTest {

    private static final MixedTextAnalyzer ANALYZER = new MixedTextAnalyzer(new TextFolding());
    private static final List<String> WORDS = List.of("学生", "居留", "续签", "材料", "护照", "地址", "工作", "许可", "税票",
            "titre", "séjour");
    private static final List<String> TEXTS = IntStream.range(0, 60).mapToObj(n -> String.join("，",
            WORDS.get(n % 11), WORDS.get(n * n % 7), WORDS.get(n * 3 % 11), WORDS.get(n % 5))).toList();

    private final Path folder;
    private final SearchEngine engine;

    DiskEngineTest(@TempDir Path folder) {
        this.folder = folder;
        engine = new DiskEngine(folder, 10);
    }

    @Test
    void fewTextsStayInMemory() {
        try (WordIndex few = index(engine, TEXTS.subList(0, 10)); WordIndex many = index(engine, TEXTS)) {
            assertThat(few).isInstanceOf(MemoryIndex.class);
            assertThat(many).isInstanceOf(DiskIndex.class);
            assertThat(many.bytes()).isPositive();
        }
    }

    /** The number and the score of each, and those that score alike in the order given, texts that stand twice included. */
    @Test
    void manyAreFoundAsInMemory() {
        List<String> twice = Stream.concat(TEXTS.stream().distinct(), Stream.of("领事馆", "材料")).toList();
        try (WordIndex memory = index(SearchEngine.MEMORY, twice); WordIndex disk = index(engine, twice)) {
            for (String question : List.of("学生续签要什么材料", "护照", "火星", "titre de séjour 居留")) {
                assertThat(best(disk, question)).as(question).isEqualTo(best(memory, question));
            }
        }
        try (WordIndex disk = index(engine, TEXTS)) {
            assertThat(best(disk, TEXTS.getLast())).extracting(WordIndex.Scored::number)
                    .contains(59).hasSizeGreaterThan(10);
        }
    }

    @Test
    void numbersFollowTextsThatMove() {
        index(engine, TEXTS).close();
        List<String> moved = new ArrayList<>(TEXTS.subList(20, 60));
        moved.add("火星上的居留");
        moved.addAll(TEXTS.subList(0, 20));
        try (WordIndex before = index(engine, TEXTS); WordIndex after = index(engine, moved)) {
            assertThat(best(after, "火星")).singleElement().extracting(WordIndex.Scored::number).isEqualTo(40);
            assertThat(best(before, "火星")).isEmpty();
            assertThat(best(after, "税票")).allSatisfy(
                    hit -> assertThat(moved.get(hit.number())).contains("税票"));
        }
    }

    @Test
    void twoNamesAreTwoIndexes() {
        try (WordIndex places = index(engine, TEXTS);
                WordIndex questions = engine.index("questions", ANALYZER, () -> TEXTS.stream().limit(20)
                        .map(DiskEngineTest::fields))) {
            assertThat(questions.bytes()).isLessThan(places.bytes());
        }
    }

    @Test
    void whileAnotherProcessWritesMemoryDoes() throws IOException {
        index(engine, TEXTS).close();
        try (MMapDirectory other = new MMapDirectory(folder.resolve("places"));
                Lock lock = other.obtainLock(IndexWriter.WRITE_LOCK_NAME);
                WordIndex alone = index(engine, TEXTS)) {
            lock.ensureValid();
            assertThat(alone).isInstanceOf(MemoryIndex.class);
            assertThat(best(alone, "护照")).isNotEmpty();
        }
    }

    private static WordIndex index(SearchEngine engine, List<String> texts) {
        return engine.index("places", ANALYZER, () -> texts.stream().map(DiskEngineTest::fields));
    }

    private static Map<String, String> fields(String text) {
        return Map.of(MixedTextAnalyzer.WORDS, text, MixedTextAnalyzer.PAIRS, text);
    }

    private static List<WordIndex.Scored> best(WordIndex index, String question) {
        return index.best(ANALYZER.tokens(MixedTextAnalyzer.WORDS, question).stream().distinct()
                .map(word -> new WordIndex.Term(MixedTextAnalyzer.WORDS, word, 1)).toList(), 20);
    }
}
