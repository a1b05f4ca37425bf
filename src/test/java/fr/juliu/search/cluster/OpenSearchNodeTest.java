package fr.juliu.search.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.FirstArticle;
import fr.juliu.edition.Answerer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.edition.ModelUse;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.search.SearchEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real node of OpenSearch: the same answers as without, editions one after the other, and what it does when it is slow or gone. */
@Tag("integration")
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenSearchNodeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));
    private static final List<String> QUESTIONS = List.of("学生居留能网上申请吗", "怎么注册账号", "密码忘了怎么办", "入籍在哪里申请");
    /** One known question in so many. */
    private static final int EVERY = Amount.of(10, 1);
    /** How often the cluster is looked at until all is well: there is no other limit to how long a node may take. */
    private static final int LOOKS = 10_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> log = new CopyOnWriteArrayList<>();
    @TempDir
    private static Path folder = Path.of("");
    private final NodeProcess node;

    OpenSearchNodeTest() throws IOException {
        node = NodeProcess.cluster(1, Files.createTempDirectory(Path.of("target"), "opensearch")).getFirst();
    }

    @AfterAll
    void close() {
        node.close();
    }

    /** A known question teaches nothing about itself, so that what places hold counts all the more. */
    @Test
    void knownQuestionsAreAnsweredAsWithoutACluster() throws Exception {
        Library library = new LibraryReader(Path.of("knowledge"), null, CLOCK).read();
        List<String> questions = IntStream.range(0, library.questions().size()).filter(i -> i % EVERY == 0)
                .mapToObj(library.questions()::get).map(KnownQuestion::question).toList();
        try (OpenSearchEngine engine = engine(node.address(), "known", Duration.ofSeconds(30));
                Edition edition = Edition.of(library, CONFIG, CLOCK, new ModelUse(true, null, null, log::add),
                        engine)) {
            Answerer answerer = edition.answerer().leavingOneOut();
            List<String> before = questions.stream().map(question -> answerer.ask(question).digest()).toList();
            assertThat(engine.condition().there()).isZero();
            new CurrentEdition(edition);
            settle(engine);
            long here = engine.condition().here();
            List<String> otherwise = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                if (!answerer.ask(questions.get(i)).digest().equals(before.get(i))) {
                    otherwise.add(questions.get(i));
                }
            }
            System.out.printf(Locale.ROOT,
                    "known questions by OpenSearch and by Lucene: %d of %d answered otherwise %s%n",
                    otherwise.size(), questions.size(), otherwise);
            assertThat(engine.condition().here()).as("searches that the cluster did not answer").isEqualTo(here);
            assertThat(engine.condition().there()).isGreaterThan(questions.size());
            assertThat(otherwise.size()).as("%s", otherwise).isLessThanOrEqualTo(questions.size() / 100);
        }
    }

    @Test
    void aNewEditionTakesTheAliasAndTheLastOneCanComeBack() throws Exception {
        send("PUT", "/other-places-" + "0".repeat(32), "{\"aliases\":{\"other-places\":{}}}");
        try (OpenSearchEngine engine = engine(node.address(), "juliu", Duration.ofSeconds(30));
                Edition first = Edition.of(library("一"), CONFIG, CLOCK, new ModelUse(false, null, null, log::add),
                        engine);
                Edition second = first.next(library("二"), CONFIG, CLOCK);
                Edition third = first.next(library("三"), CONFIG, CLOCK)) {
            CurrentEdition current = new CurrentEdition(first);
            settle(engine);
            Map<String, String> one = aliases();
            assertThat(one).containsOnlyKeys("juliu-places", "other-places");
            current.publish(second);
            settle(engine);
            Map<String, String> two = aliases();
            assertThat(two).containsEntry("juliu-places-last", one.get("juliu-places")).hasSize(3)
                    .doesNotContainEntry("juliu-places", one.get("juliu-places"));
            // whoever still answers from the edition before asks its own index
            long here = engine.condition().here();
            assertThat(first.answerer().ask("灯塔一").text()).contains("灯塔一在哪里");
            assertThat(current.get().answerer().ask("灯塔二").text()).contains("灯塔二在哪里");
            assertThat(engine.condition().here()).isEqualTo(here);
            current.publish(third);
            settle(engine);
            assertThat(aliases()).containsEntry("juliu-places-last", two.get("juliu-places"));
            assertThat(send("GET", "/" + one.get("juliu-places"), "").path("status").asInt(200)).isEqualTo(404);
            current.rollback();
            settle(engine);
            assertThat(aliases()).containsEntry("juliu-places", two.get("juliu-places")).hasSize(3);
            assertThat(current.get().answerer().ask("灯塔二").text()).contains("灯塔二在哪里");
            assertThat(engine.condition().here()).isEqualTo(here);
        }
    }

    @Test
    void aNodeThatIsKilledIsToldAnswersGoOnAndItIsUsedAgain() throws Exception {
        try (OpenSearchEngine engine = engine(node.address(), "killed", Duration.ofSeconds(30));
                Edition edition = edition(engine)) {
            List<String> answers = answers(edition);
            new CurrentEdition(edition);
            settle(engine);
            assertThat(answers(edition)).isEqualTo(answers);
            node.kill();
            for (int round = 0; round < 5; round++) {
                assertThat(answers(edition)).isEqualTo(answers);
            }
            assertThat(engine.condition().state()).isEqualTo(ClusterCondition.State.AWAY);
            assertThat(engine.condition().fault()).contains("cannot be reached");
            assertThat(engine.condition().failing()).containsExactly("127.0.0.1:" + node.port());
            node.restart();
            settle(engine);
            long here = engine.condition().here();
            assertThat(answers(edition)).isEqualTo(answers);
            assertThat(engine.condition().here()).isEqualTo(here);
            assertThat(log).filteredOn(line -> line.contains("in this process")).hasSize(1);
            assertThat(log).last().asString().contains("answers again");
        } finally {
            log.clear();
        }
    }

    @Test
    void aSlowNodeIsLetAloneUntilItIsFastAgain() throws Exception {
        try (SlowWay way = new SlowWay(node.port());
                OpenSearchEngine engine = engine(way.address(), "slow", Duration.ofMillis(500));
                Edition edition = edition(engine)) {
            List<String> answers = answers(edition);
            new CurrentEdition(edition);
            settle(engine);
            way.hold();
            long there = engine.condition().there();
            for (int round = 0; round < 3; round++) {
                assertThat(answers(edition)).isEqualTo(answers);
            }
            assertThat(engine.condition().there()).isEqualTo(there);
            assertThat(engine.condition().state()).isEqualTo(ClusterCondition.State.AWAY);
            assertThat(engine.condition().fault()).contains("takes longer than 500 ms");
            way.release();
            settle(engine);
            assertThat(answers(edition)).isEqualTo(answers);
            assertThat(engine.condition().there()).isGreaterThan(there);
        } finally {
            log.clear();
        }
    }

    /** Looks at the cluster until all of what is published is in it, and it answers well. */
    private static void settle(OpenSearchEngine engine) throws Exception {
        for (int look = 0; look < LOOKS; look++) {
            engine.settle();
            if (engine.condition().state() == ClusterCondition.State.WORKS && engine.condition().fault().isEmpty()) {
                return;
            }
        }
        throw new AssertionError(engine.condition().toString());
    }

    private OpenSearchEngine engine(String address, String prefix, Duration timeout) {
        return new OpenSearchEngine(new ClusterSettings(List.of(address), "", "", "", prefix, 1, 32, timeout,
                Duration.ofMinutes(10)), SearchEngine.MEMORY, log::add);
    }

    private Edition edition(OpenSearchEngine engine) {
        return Edition.of(new LibraryReader(FirstArticle.folder(), null, CLOCK).read(), CONFIG, CLOCK,
                new ModelUse(false, null, null, log::add), engine);
    }

    private static List<String> answers(Edition edition) {
        // not what the edition remembers of the last time
        Answerer answerer = edition.answerer().leavingOneOut();
        return QUESTIONS.stream().map(question -> answerer.ask(question).text()).toList();
    }

    private static Library library(String which) throws IOException {
        Path articles = Files.createDirectories(folder.resolve(which));
        Files.writeString(articles.resolve("phare.md"), "---\ntitle: 灯塔\nas_of: 2026-10\n---\n\n## 灯塔" + which
                + "在哪里\n\n灯塔" + which + "的答案" + which + "。\n");
        return new LibraryReader(articles, null, CLOCK).read();
    }

    /** The aliases of the two installations, with their indexes. */
    private Map<String, String> aliases() throws Exception {
        Map<String, String> aliases = new TreeMap<>();
        send("GET", "/juliu-*,other-*", "").properties().forEach(
                index -> index.getValue().path("aliases").propertyNames()
                        .forEach(name -> aliases.put(name, index.getKey())));
        return aliases;
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(http.send(HttpRequest.newBuilder(URI.create(node.address() + path))
                .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString()).body());
    }
}
