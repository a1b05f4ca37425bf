package fr.juliu.edition;

import static fr.juliu.bench.Figures.quantile;
import static fr.juliu.bench.Figures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.bench.Figures;
import fr.juliu.bench.SyntheticText;
import fr.juliu.bench.Table;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.search.Once;
import fr.juliu.search.SearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a whole edition costs as its folder grows: synthetic articles of 50 passages each, beside the project's own first
 * one. Above 20,000 passages without vectors, since encoding them takes most of an hour. Prints figures and asserts what
 * holds on every machine.
 */
@Tag("bench")
final class EditionGrowthTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Path FOLDER = Path.of("target", "bench", "edition");
    private static final Path KNOWLEDGE = FOLDER.resolve("knowledge");
    private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));
    private static final int OF_AN_ARTICLE = 50;
    private static final int QUESTIONS = 300;
    private static final int WITH_VECTORS = 20_000;

    private final SyntheticText texts = new SyntheticText();
    private final Table table = new Table("edition", "passages", "vectors", "read, s", "indexed, s",
            "encoded, s", "on disk MB", "heap MB", "p50 ms", "p99", "on the processor p50 ms", "p99",
            "one file changed: read, s", "indexed, s", "encoded, s");

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void editionsGrow() throws IOException {
        measure(OF_AN_ARTICLE, false);
        for (String size : System.getProperty("bench.edition", "100,10000,200000").split(",", -1)) {
            measure(Integer.parseInt(size), true);
        }
        table.print();
    }

    /** Measures, unless it is only for the compiler to see the code once. */
    private void measure(int size, boolean told) throws IOException {
        Figures.delete(FOLDER);
        write(size);
        boolean vectors = size <= WITH_VECTORS;
        LibraryReader reader = new LibraryReader(KNOWLEDGE, null, CLOCK);
        double before = Figures.heap();
        Once<Library> library = new Once<>(reader::read);
        double read = seconds(library::get);
        Once<Edition> made = new Once<>(() -> Edition.of(library.get(), CONFIG, CLOCK,
                new ModelUse(vectors, null, FOLDER.resolve("data").resolve("vectors.bin"), trouble -> {
                }), SearchEngine.in(FOLDER.resolve("data").resolve("index"))));
        double indexed = seconds(made::get);
        Edition edition = made.get();
        double encoded = seconds(edition::warmUp);
        questions(size, 1).forEach(edition.answerer()::ask);
        double[] whole = Figures.times(questions(size, 2), edition.answerer()::ask);
        double[] busy = Figures.processorTimes(questions(size, 3), edition.answerer()::ask);
        assertThat(edition.answerer().ask("学生居留能网上申请吗").text()).contains("2020");
        double heap = Figures.heap() - before;
        article(0, 1);
        Once<Library> newer = new Once<>(reader::read);
        double readAgain = seconds(newer::get);
        Once<Edition> next = new Once<>(() -> edition.next(newer.get(), CONFIG, CLOCK));
        double indexedAgain = seconds(next::get);
        double encodedAgain = seconds(next.get()::warmUp);
        Object[] figures = {size, vectors ? "yes" : "no", read, indexed, vectors ? encoded : "–",
                data(), heap, quantile(whole, 0.5), quantile(whole, 0.99), quantile(busy, 0.5), quantile(busy, 0.99),
                readAgain, indexedAgain, vectors ? encodedAgain : "–"};
        if (told) {
            table.add(figures);
        }
        next.get().close();
        edition.close();
    }

    private static double data() {
        Path data = FOLDER.resolve("data");
        return Files.exists(data) ? Figures.megabytes(data) : 0;
    }

    /** Questions of which no two are alike, since a kept reply costs nothing. */
    private List<String> questions(int size, int set) {
        return IntStream.range(0, QUESTIONS).mapToObj(n -> texts.question(n % size, set * QUESTIONS + n)).distinct()
                .toList();
    }

    private void write(int size) throws IOException {
        Files.createDirectories(KNOWLEDGE);
        Files.copy(Path.of("knowledge", "demande-en-ligne.md"), KNOWLEDGE.resolve("demande-en-ligne.md"));
        for (int article = 0; article * OF_AN_ARTICLE < size; article++) {
            article(article, 0);
        }
    }

    /** Writes an article of passages; those of another version speak of other things in one of them. */
    private void article(int article, int version) throws IOException {
        StringBuilder text = new StringBuilder("---\ntitle: \"" + texts.heading(article) + "\"\nas_of: 2024-05\n---\n");
        for (int passage = article * OF_AN_ARTICLE; passage < (article + 1) * OF_AN_ARTICLE; passage++) {
            boolean changed = version > 0 && passage % OF_AN_ARTICLE == 0;
            text.append("\n## ").append(texts.heading(passage)).append("\n\n")
                    .append(texts.text(changed ? -passage - version : passage)).append('\n');
        }
        Files.writeString(KNOWLEDGE.resolve("article-" + article + ".md"), text);
    }
}
