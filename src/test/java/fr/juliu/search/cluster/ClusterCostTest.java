package fr.juliu.search.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.Answerer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.edition.ModelUse;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.search.MixedTextAnalyzer;
import fr.juliu.search.SearchEngine;
import fr.juliu.search.WordIndex;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a question costs with OpenSearch, on one thread, side by side with Lucene in this process; and what becomes of a
 * crowd of questions when nodes are killed. Prints figures and limits none: machines are noisy.
 */
@Tag("integration")
@Tag("benchmark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterCostTest {

    private static final int WARM_UP = 500;
    private static final int CROWD = 4;
    private static final int LOOKS = 10_000;

    @TempDir
    private static Path folder = Path.of("");
    private final Library library = new LibraryReader(Path.of("knowledge"), null, Clock.systemUTC()).read();
    private final ConfigFolder config = new ConfigFolder(Path.of("config"));
    private final List<String> questions = library.questions().stream().map(KnownQuestion::question).distinct()
            .toList();
    /** Who makes the indexes of the next edition; all editions share one model. */
    private SearchEngine engine = SearchEngine.MEMORY;
    @AutoClose
    private final Edition lucene = Edition.of(library, config, Clock.systemUTC(),
            new ModelUse(true, null, null, fault -> {
            }), new SearchEngine() {
                @Override
                public WordIndex index(String name, MixedTextAnalyzer analyzer,
                        Supplier<Stream<Map<String, String>>> texts) {
                    return edition().index(name, analyzer, texts);
                }

                @Override
                public SearchEngine edition() {
                    return engine.edition();
                }
            });

    @BeforeAll
    void warmUp() {
        lucene.warmUp();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aQuestionBesideLucene(int nodes) throws Exception {
        List<NodeProcess> cluster = NodeProcess.cluster(nodes, folder.resolve("cost" + nodes));
        try (OpenSearchEngine engine = engine(cluster)) {
            Edition edition = published(engine);
            Answerer here = lucene.answerer().leavingOneOut();
            Answerer there = edition.answerer().leavingOneOut();
            questions.stream().limit(WARM_UP).forEach(question -> {
                here.ask(question);
                there.ask(question);
            });
            long searches = engine.condition().there();
            long missed = engine.condition().here();
            double[] without = new double[questions.size()];
            double[] with = new double[questions.size()];
            int otherwise = 0;
            for (int i = 0; i < questions.size(); i++) {
                String question = questions.get(i);
                long begun = System.nanoTime();
                String one = here.ask(question).digest();
                long between = System.nanoTime();
                String two = there.ask(question).digest();
                without[i] = (between - begun) / 1e6;
                with[i] = (System.nanoTime() - between) / 1e6;
                otherwise += one.equals(two) ? 0 : 1;
            }
            System.out.printf(Locale.ROOT,
                    "%d nodes, %d questions: Lucene %s; OpenSearch %s; %.1f searches a question, "
                            + "%d answered here; %d answered otherwise%n",
                    nodes, questions.size(), percentiles(without),
                    percentiles(with), (double) (engine.condition().there() - searches) / questions.size(),
                    engine.condition().here() - missed, otherwise);
            assertThat(otherwise).isLessThanOrEqualTo(questions.size() / 100);
        } finally {
            cluster.forEach(NodeProcess::close);
        }
    }

    @Test
    void aCrowdWhileNodesAreKilled() throws Exception {
        List<NodeProcess> cluster = NodeProcess.cluster(2, folder.resolve("crowd"));
        Answerer here = lucene.answerer().leavingOneOut();
        List<String> expected = questions.stream().map(question -> here.ask(question).digest()).toList();
        try (OpenSearchEngine engine = engine(cluster);
                ExecutorService threads = Executors.newFixedThreadPool(CROWD)) {
            Edition edition = published(engine);
            Answerer there = edition.answerer().leavingOneOut();
            int third = questions.size() / 3;
            CountDownLatch first = new CountDownLatch(third);
            CountDownLatch second = new CountDownLatch(2 * third);
            AtomicInteger next = new AtomicInteger();
            AtomicInteger otherwise = new AtomicInteger();
            double[] took = new double[questions.size()];
            List<Future<?>> crowd = new ArrayList<>();
            for (int thread = 0; thread < CROWD; thread++) {
                crowd.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < questions.size(); i = next.getAndIncrement()) {
                        long begun = System.nanoTime();
                        boolean same = there.ask(questions.get(i)).digest().equals(expected.get(i));
                        took[i] = (System.nanoTime() - begun) / 1e6;
                        otherwise.addAndGet(same ? 0 : 1);
                        first.countDown();
                        second.countDown();
                    }
                }));
            }
            first.await();
            long withTwo = engine.condition().here();
            cluster.getLast().kill();
            second.await();
            long withOne = engine.condition().here();
            cluster.getFirst().kill();
            for (Future<?> each : crowd) {
                each.get();
            }
            System.out.printf(Locale.ROOT,
                    "%d at once, %d questions, a node of two killed after %d, the other after %d: "
                            + "all answered, %d otherwise; two nodes %s, one %s, none %s; searches answered here %d, %d, %d%n",
                    CROWD, questions.size(), third, 2 * third, otherwise.get(),
                    percentiles(Arrays.copyOfRange(took, 0, third)),
                    percentiles(Arrays.copyOfRange(took, third, 2 * third)),
                    percentiles(Arrays.copyOfRange(took, 2 * third, took.length)), withTwo, withOne - withTwo,
                    engine.condition().here() - withOne);
            assertThat(otherwise.get()).isLessThanOrEqualTo(questions.size() / 100);
            assertThat(Arrays.stream(took).boxed()).allMatch(each -> each > 0);
        } finally {
            cluster.forEach(NodeProcess::close);
        }
    }

    private OpenSearchEngine engine(List<NodeProcess> cluster) {
        return new OpenSearchEngine(
                ClusterSettings.of(cluster.stream().map(NodeProcess::address).toArray(String[]::new)),
                SearchEngine.MEMORY, System.out::println);
    }

    /** An edition of the same articles whose words are all in the cluster. */
    private Edition published(OpenSearchEngine engine) throws Exception {
        this.engine = engine;
        Edition edition = lucene.next(library, config, Clock.systemUTC());
        new CurrentEdition(edition);
        for (int look = 0; look < LOOKS && engine.condition().state() != ClusterCondition.State.WORKS; look++) {
            engine.settle();
        }
        return edition;
    }

    private static String percentiles(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return List.of(50, 99).stream()
                .map(share -> String.format(Locale.ROOT, "p%d %.1f ms", share, sorted[sorted.length * share / 100]))
                .collect(Collectors.joining(", "));
    }
}
