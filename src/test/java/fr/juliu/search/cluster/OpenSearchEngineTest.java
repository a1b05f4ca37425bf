package fr.juliu.search.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.search.MixedTextAnalyzer;
import fr.juliu.search.SearchEngine;
import fr.juliu.search.TextFolding;
import fr.juliu.search.WordIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a cluster is asked, and what becomes of questions when it does not answer as it should. */
final class OpenSearchEngineTest {

    private static final List<WordIndex.Term> WORDS = List.of(new WordIndex.Term("words", "居留", 1),
            new WordIndex.Term("words", "学生", 0.5f));
    private static final String WELL = "[Scored[number=1, score=2.5]]";
    private static final int FAILURES = 20;

    @AutoClose
    private final FakeCluster cluster = new FakeCluster();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final MixedTextAnalyzer analyzer = new MixedTextAnalyzer(new TextFolding());

    @Test
    void wordsAreCutHereAndStoredOneByOne() throws Exception {
        try (OpenSearchEngine engine = engine(settings(1, 32, Duration.ofSeconds(20)))) {
            WordIndex index = published(engine, "学生居留", "2021-04-06 學生、Étudiant");

            assertThat(index.best(WORDS, 7)).hasToString(WELL);
            assertThat(engine.condition().state()).isEqualTo(ClusterCondition.State.WORKS);
        }
        assertThat(cluster.requests("POST /_bulk.*").getFirst().body().lines()).contains("{\"create\":{\"_id\":\"1\"}}")
                .anyMatch(line -> line.contains("\"words\":[\"学生\",\"居留\"]") && line.contains("\"n\":0"))
                .anyMatch(line -> line.contains("\"学生\",\"etudiant\"") && line.contains("\"n\":1"));
        JsonNode made = JsonMapper.shared().readTree(cluster.requests("PUT .*").getFirst().body());
        assertThat(made.at("/settings/index/number_of_shards").intValue()).isEqualTo(1);
        assertThat(made.at("/mappings/_source/enabled").booleanValue()).isFalse();
        assertThat(made.at("/mappings/dynamic_templates/0/words/mapping/analyzer").asString()).isEqualTo("keyword");
        FakeCluster.Request search = cluster.requests("POST /juliu-places-[0-9a-f]{32}/_search\\?.*").getLast();
        assertThat(search.line()).contains("allow_partial_search_results=false").doesNotContain("dfs_query");
        JsonNode body = JsonMapper.shared().readTree(search.body());
        assertThat(body.at("/query/bool/should/1/term/words").toString()).contains("\"value\":\"学生\"", "\"boost\":0.5");
        assertThat(body.path("size").intValue()).isEqualTo(7);
        assertThat(body.path("_source").booleanValue()).isFalse();
        assertThat(body.path("timeout").asString()).isEqualTo("20000ms");
    }

    @Test
    void severalShardsCountTheirWordsTogetherFirst() throws Exception {
        try (OpenSearchEngine engine = engine(settings(3, 32, Duration.ofSeconds(20)))) {
            published(engine, "学生居留").best(WORDS, 7);
        }
        assertThat(cluster.requests("PUT .*").getFirst().body()).contains("\"number_of_shards\":3");
        assertThat(cluster.requests("POST .*/_search.*").getLast().line()).contains("search_type=dfs_query_then_fetch");
    }

    @Test
    void theAccountIsShownAndNeverTold() throws Exception {
        ClusterSettings account = new ClusterSettings(List.of(cluster.address()), "me", "s3cret", "", "juliu", 1, 32,
                Duration.ofSeconds(20), Duration.ofMinutes(10));
        cluster.trouble = FakeCluster.Trouble.NO_ACCOUNT;
        try (OpenSearchEngine engine = engine(account)) {
            WordIndex index = published(engine, "学生居留");
            for (int search = 0; search < FAILURES; search++) {
                index.best(WORDS, 7);
            }
            assertThat(engine.condition().fault()).contains("refuses the account (401)", "JULIU_OPENSEARCH_PASSWORD");
        }
        assertThat(cluster.requests).isNotEmpty()
                .allSatisfy(each -> assertThat(each.authorization()).isEqualTo("Basic bWU6czNjcmV0"));
        assertThat(log).singleElement().asString().doesNotContain("s3cret", "居留");
    }

    /** Every answer is as without a cluster, after few failures none is tried, and it is told once; then it is well again. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whateverGoesWrongTheIndexHereAnswers(FakeCluster.Trouble trouble) throws Exception {
        try (OpenSearchEngine engine = engine(settings(1, 32, Duration.ofMillis(200)))) {
            WordIndex index = published(engine, "游客", "学生居留");
            String here = local("游客", "学生居留").best(WORDS, 7).toString();
            cluster.trouble = trouble;
            int before = cluster.requests("POST .*/_search.*").size();
            for (int search = 0; search < FAILURES; search++) {
                assertThat(index.best(WORDS, 7)).hasToString(here);
            }
            assertThat(cluster.requests("POST .*/_search.*")).hasSizeBetween(before + 1, before + 10);
            assertThat(engine.condition().state()).isEqualTo(ClusterCondition.State.AWAY);
            assertThat(engine.condition().fault()).isNotEmpty();
            engine.settle();
            assertThat(log).singleElement().asString().contains("OpenSearch at 127.0.0.1", "in this process");

            cluster.trouble = FakeCluster.Trouble.NONE;
            // while the machine has much to do a look may take too long, as a search may
            for (int look = 0; engine.condition().state() != ClusterCondition.State.WORKS && look < 100; look++) {
                engine.settle();
            }
            assertThat(engine.condition().state()).isEqualTo(ClusterCondition.State.WORKS);
            assertThat(log).hasSize(2).last().asString().contains("answers again");
        }
    }

    @Test
    void moreThanMayBeUnderWayDoNotWait() throws Exception {
        cluster.put("x");
        try (OpenSearchEngine engine = engine(settings(1, 2, Duration.ofSeconds(10)));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            WordIndex index = published(engine, "游客", "学生居留");
            cluster.trouble = FakeCluster.Trouble.HANGS;
            Future<List<WordIndex.Scored>> one = threads.submit(() -> index.best(WORDS, 7));
            Future<List<WordIndex.Scored>> two = threads.submit(() -> index.best(WORDS, 7));
            cluster.hanging.acquire(2);

            assertThat(index.best(WORDS, 7)).hasToString(local("游客", "学生居留").best(WORDS, 7).toString());

            assertThat(engine.condition().here()).isEqualTo(1);
            cluster.close();
            assertThat(one.get()).isEqualTo(two.get()).isNotEmpty();
        }
    }

    @Test
    void aNodeThatIsGoneGivesWayToTheNext() throws Exception {
        FakeCluster gone = new FakeCluster();
        gone.close();
        ClusterSettings two = new ClusterSettings(List.of(gone.address(), cluster.address()), "", "", "", "juliu", 1,
                32,
                Duration.ofSeconds(20), Duration.ofMinutes(10));
        try (OpenSearchEngine engine = engine(two)) {
            WordIndex index = published(engine, "学生居留");
            for (int search = 0; search < FAILURES; search++) {
                assertThat(index.best(WORDS, 7)).hasToString(WELL);
            }
            assertThat(engine.condition().state()).isEqualTo(ClusterCondition.State.WORKS);
            assertThat(engine.condition().failing()).containsExactly(gone.address().substring("http://".length()));
        }
        assertThat(log).isEmpty();
    }

    @Test
    void whatTheClusterDoesNotTakeIsGivenItAgainTheNextTime() throws Exception {
        cluster.refusedTexts = 1;
        try (OpenSearchEngine engine = engine(settings(1, 32, Duration.ofSeconds(20)))) {
            WordIndex index = published(engine, "游客", "学生居留");
            assertThat(log).isNotEmpty().first().asString().contains("does not take 1 texts (429");
            engine.settle();
            assertThat(index.best(WORDS, 7)).hasToString(WELL);
            assertThat(log).hasSize(2);
        }
    }

    @Test
    void anIndexThatIsLostIsMadeAnew() throws Exception {
        try (OpenSearchEngine engine = engine(settings(1, 32, Duration.ofSeconds(20)))) {
            WordIndex index = published(engine, "游客", "学生居留");
            Set.copyOf(cluster.aliases().keySet()).forEach(cluster::lose);
            assertThat(index.best(WORDS, 7)).isEqualTo(local("游客", "学生居留").best(WORDS, 7));
            assertThat(engine.condition().state()).isEqualTo(ClusterCondition.State.FILLING);
            engine.settle();
            assertThat(index.best(WORDS, 7)).hasToString(WELL);
        }
    }

    @Test
    void theNewEditionIsNamedTheOneBeforeIsKeptAndWhatIsOlderGoes() throws Exception {
        String old = "juliu-places-" + "0".repeat(32);
        cluster.put(old);
        cluster.put("juliu-places-other");
        cluster.put("juliu-test-places-" + "0".repeat(32), "juliu-test-places");
        try (OpenSearchEngine engine = engine(settings(1, 32, Duration.ofSeconds(20)))) {
            published(engine, "第一版");
            String first = named("juliu-places");
            assertThat(cluster.aliases()).doesNotContainKey(old);
            SearchEngine second = engine.edition();
            second.index("places", analyzer,
                    () -> Arrays.stream(new String[]{"第二版"}).map(text -> Map.of("words", text)));
            SearchEngine third = engine.edition();
            third.index("places", analyzer,
                    () -> Arrays.stream(new String[]{"第三版"}).map(text -> Map.of("words", text)));
            second.publish();
            engine.settle();
            String next = named("juliu-places");
            assertThat(named("juliu-places-last")).isEqualTo(first).isNotEqualTo(next);
            third.publish();
            engine.settle();
            assertThat(named("juliu-places-last")).isEqualTo(next);
            assertThat(cluster.aliases()).doesNotContainKey(first);
            second.publish();
            engine.settle();
            assertThat(named("juliu-places")).isEqualTo(next);
            assertThat(cluster.aliases()).containsKeys("juliu-places-other", named("juliu-places-last"))
                    .containsEntry("juliu-test-places-" + "0".repeat(32), Set.of("juliu-test-places")).hasSize(4);
        }
    }

    /** Another replica with the same articles writes nothing. */
    @Test
    void whatIsThereAlreadyIsNotWrittenTwice() throws Exception {
        for (int replica = 0; replica < 2; replica++) {
            try (OpenSearchEngine engine = engine(settings(1, 32, Duration.ofSeconds(20)))) {
                assertThat(published(engine, "游客", "学生居留").best(WORDS, 7)).hasToString(WELL);
            }
        }
        assertThat(cluster.requests("POST /_bulk.*")).hasSize(1);
        assertThat(cluster.requests("POST /_aliases.*")).hasSize(1);
    }

    private String named(String alias) {
        List<String> named = new ArrayList<>();
        cluster.aliases().forEach((index, names) -> {
            if (names.contains(alias)) {
                named.add(index);
            }
        });
        assertThat(named).as(alias).hasSize(1);
        return named.getFirst();
    }

    private ClusterSettings settings(int shards, int atOnce, Duration timeout) {
        return new ClusterSettings(List.of(cluster.address()), "", "", "", "juliu", shards, atOnce, timeout,
                Duration.ofMinutes(10));
    }

    private OpenSearchEngine engine(ClusterSettings settings) {
        return new OpenSearchEngine(settings, SearchEngine.MEMORY, log::add);
    }

    private WordIndex local(String... texts) {
        return SearchEngine.MEMORY.index("places", analyzer,
                () -> Arrays.stream(texts).map(text -> Map.of("words", text)));
    }

    /** An index of an edition that is published, after the first look at the cluster. */
    private WordIndex published(OpenSearchEngine engine, String... texts) throws Exception {
        SearchEngine edition = engine.edition();
        WordIndex index = edition.index("places", analyzer,
                () -> Arrays.stream(texts).map(text -> Map.of("words", text)));
        edition.publish();
        engine.settle();
        return index;
    }
}
