package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.juliu.decide.DialogueState;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.git.Pulling;
import fr.juliu.keep.git.Upstream;
import fr.juliu.keep.watch.Watchers;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Database;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.Replicas;
import fr.juliu.trust.Tried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published, what is not and why, and what the keeper is told. */
@Tried("broken, missing and half files while questions are asked")
@Order(1)
final class ReindexingTest {

    private static final String STUDENTS = "学生居留能网上申请吗";
    private static final String VISITORS = "游客居留能网上申请吗";
    private static final String APRIL = "| 2023 年 4 月 | 学生 étudiant |\n| 2023 年 6 月 | 游客 visiteur |\n";
    private static final String MAY = APRIL.replace("2023 年 4 月", "2023 年 5 月");
    private static final String KNOWN = Articles.known("k1", STUDENTS, "2023 年 4 月", "学生");

    private final HandClock clock = new HandClock();
    private final Articles articles;
    private final Path settings;
    private final CurrentEdition current;
    private final Database database;
    private final Publications publications;
    private final Reindexing reindexing;
    private final LibraryReader reader;
    private final Path data;

    ReindexingTest(@TempDir Path folder) throws IOException {
        articles = new Articles(folder.resolve("articles")).with("a.md", Articles.table(APRIL))
                .with("questions.jsonl", KNOWN);
        settings = Files.createDirectory(folder.resolve("config"));
        for (String name : List.of("permits.yml", "aspects.yml", "lexicon.yml")) {
            Files.copy(Path.of("config", name), settings.resolve(name));
        }
        reader = new LibraryReader(articles.folder(), null, clock);
        ConfigFolder config = new ConfigFolder(settings);
        current = new CurrentEdition(Edition.of(reader.read(), config, clock, false));
        database = Database.sqlite(folder.resolve("data/juliu.db"));
        publications = new Publications(new EditionHistory(database, clock),
                Watchers.of(database, current, clock), new Replicas(database, clock));
        publications.start(current.get());
        data = folder.resolve("data");
        reindexing = new Reindexing(reader, config, current, publications, KnownOutcomes.in(data),
                new Upstream(reader.folder(), Pulling.OFF, Duration.ZERO, clock), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsPublishedIsToldToReadersAndNothingElse() {
        run(Reindexing.Mode.PUBLISH);
        assertThat(publications.latest()).as("nothing changed").isEmpty();
        articles.with("a.md", Articles.table(MAY));
        run(Reindexing.Mode.PUBLISH);
        assertThat(publications.latest()).as("a known question would fail").isEmpty();
        run(Reindexing.Mode.FORCE);
        assertThat(publications.latest()).hasSize(1);
        reindexing.rollback();
        assertThat(publications.latest()).extracting(Publications.Publication::back).containsExactly(true, false);
    }

    @Test
    void aNewEditionIsPublishedAndProgressIsToldInOrder() {
        articles.with("a.md", Articles.table(MAY)).with("questions.jsonl", KNOWN.replace("4 月", "5 月"));
        List<String> progress = new ArrayList<>();
        Reindexing.Report report = reindexing.run(Reindexing.Mode.PUBLISH, progress::add);
        assertThat(report.outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(progress).containsExactly("正在读文章…", "读了 1 篇文章，正在建索引…", "索引建好了，正在问 1 个已知问题…");
        assertThat(answer(STUDENTS)).contains("2023 年 5 月");
        assertThat(text(report)).startsWith("已发布新版。\n文章 1 篇，用时 0.0 秒\n已知问题答对 1 / 1")
                .contains("名单：改了日期（1）\n• 学生 étudiant: 2023 年 4 月 -> 2023 年 5 月");
    }

    @Test
    void aBrokenFilePublishesNothingAndIsNamedByLine() {
        articles.with("a.md", Articles.table(MAY)).with("b.md", "---\ntitle: [未完\n---\n文章\n");
        for (Reindexing.Mode mode : Reindexing.Mode.values()) {
            Reindexing.Report report = run(mode);
            assertThat(report.outcome()).as(mode.name()).isEqualTo(Reindexing.Outcome.BROKEN);
            assertThat(text(report)).startsWith("有文件读不了，没有发布，还用原来的版本。").containsPattern("\n• b\\.md:\\d+：")
                    .doesNotContain("已知问题", "名单：");
            assertThat(answer(STUDENTS)).contains("2023 年 4 月");
        }
        articles.without("b.md").with("questions.jsonl", KNOWN + "{nonsense\n");
        assertThat(text(run(Reindexing.Mode.PUBLISH))).contains("• questions.jsonl:2：这一行不是 JSON");
        articles.with("questions.jsonl", "").without("a.md");
        assertThat(run(Reindexing.Mode.FORCE).outcome()).isEqualTo(Reindexing.Outcome.BROKEN);
        assertThat(answer(STUDENTS)).contains("2023 年 4 月");
    }

    @Test
    void aKnownQuestionThatWouldFailKeepsTheOldEditionUnlessForced() {
        articles.with("a.md", Articles.table(MAY));
        Reindexing.Report worse = run(Reindexing.Mode.PUBLISH);
        assertThat(worse.outcome()).isEqualTo(Reindexing.Outcome.WORSE);
        assertThat(text(worse)).contains("/reindex force", "本来答对、现在会答错（1）\n• k1 " + STUDENTS);
        assertThat(answer(STUDENTS)).contains("2023 年 4 月");
        assertThat(run(Reindexing.Mode.FORCE).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(answer(STUDENTS)).contains("2023 年 5 月");
        articles.with("b.md", "---\ntitle: 别的\n---\n\n别的。\n");
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).as("it fails already").isEqualTo(
                Reindexing.Outcome.PUBLISHED);
    }

    @Test
    void whatThePublishedEditionAnswersRightlyIsRemembered() {
        assertThat(KnownOutcomes.in(data).isEmpty()).isTrue();
        articles.with("b.md", "---\ntitle: 别的\n---\n\n别的。\n");
        run(Reindexing.Mode.PUBLISH);
        assertThat(KnownOutcomes.in(data).wasRight(known())).contains(true);
        articles.with("a.md", Articles.table(MAY));
        run(Reindexing.Mode.CHECK);
        assertThat(KnownOutcomes.in(data).wasRight(known())).as("nothing is published").contains(true);
        assertThat(KnownOutcomes.in(data).tableChange(reader.read()).added()).containsExactly("2023 年 5 月|学生 étudiant");
        run(Reindexing.Mode.FORCE);
        assertThat(KnownOutcomes.in(data).wasRight(known())).contains(false);
        articles.with("questions.jsonl", KNOWN.replace("4 月", "5 月"));
        assertThat(KnownOutcomes.in(data).wasRight(known())).as("it expects another answer").isEmpty();
    }

    private KnownQuestion known() {
        return reader.read().questions().getFirst();
    }

    @Test
    void theNewExpectationCounts() {
        articles.with("questions.jsonl", KNOWN.replace("4 月", "5 月"));
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).isEqualTo(Reindexing.Outcome.WORSE);
        articles.with("a.md", Articles.table(MAY));
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
    }

    @Test
    void aQuestionRewordedOrNewHoldsNothingBack() {
        articles.with("a.md", Articles.table(MAY)).with("questions.jsonl",
                KNOWN.replace(STUDENTS, "学生卡网上能办吗") + Articles.known("k2", VISITORS, "1999 年", "游客"));
        Reindexing.Report report = run(Reindexing.Mode.PUBLISH);
        assertThat(report.outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(text(report)).contains("已知问题答对 0 / 2").doesNotContain("会答错");
    }

    @Test
    void aCheckPublishesNothing() {
        articles.with("a.md", Articles.table(MAY));
        assertThat(text(run(Reindexing.Mode.CHECK))).startsWith("检查完了，有问题，什么都没有发布。");
        articles.with("questions.jsonl", "");
        assertThat(text(run(Reindexing.Mode.CHECK))).startsWith("检查完了，可以发布。要发布就 /reindex");
        assertThat(answer(STUDENTS)).contains("2023 年 4 月");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            permits.yml → 'permits: [{id: a' → permits.yml:1：不是能用的 YAML
            permits.yml → 'permits: none'    → permits.yml:1：permits 要写成列表
            permits.yml → 'permits: [{id: a, zh: 甲, kind: thing}]' → permits.yml:1：没有 kind「thing」
            permits.yml → 'permits: [{id: a, zh: 甲, part_of: none}]' → part_of 里的「none」，permits.yml 里没有
            permits.yml → 'permits: [{id: a, zh: 甲, names: [<nowhere>]}]' → 'permits.yml:1：没有 <nowhere> 这组词'
            permits.yml → 'permits: [{id: a, zh: 甲, names: [乙], names: [丙]}]' → 'permits.yml:1：同一个键写了两次'
            permits.yml → '- x'              → permits.yml
            permits.yml → ''                 → permits.yml
            aspects.yml → 'aspects: [1]'     → aspects.yml
            aspects.yml → 'aspects: [{id: x, asks: maybe}]' → aspects.yml
            lexicon.yml → 'same: {a: b'      → lexicon.yml:1：不是能用的 YAML
            lexicon.yml → 'frame: 5'         → lexicon.yml
            lexicon.yml → 'lookalikes: [a]'  → lexicon.yml
            """)
    void aBrokenSettingsFileIsNamedAndPublishesNothing(String name, String text, String told) throws IOException {
        Files.writeString(settings.resolve(name), text);
        Reindexing.Report report = run(Reindexing.Mode.FORCE);
        assertThat(report.outcome()).isEqualTo(Reindexing.Outcome.BROKEN);
        assertThat(text(report)).contains("\n• " + name, told).doesNotContain("fr.juliu");
        assertThat(answer(STUDENTS)).contains("2023 年 4 月");
    }

    @Test
    void twoAtOnceAreOneTooMany() {
        List<Object> meanwhile = new ArrayList<>();
        articles.with("b.md", "---\ntitle: 别的\n---\n\n别的。\n");
        Reindexing.Report report = reindexing.run(Reindexing.Mode.PUBLISH, step -> {
            Thread second = Thread.ofVirtual().start(() -> {
                meanwhile.add(run(Reindexing.Mode.FORCE).outcome());
                meanwhile.add(reindexing.rollback());
            });
            try {
                second.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(report.outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(meanwhile).hasSize(6).containsOnly(Reindexing.Outcome.BUSY, new Reindexing.Rollback.Busy());
    }

    @Test
    void rollbackAndRollbackAgain() {
        assertThat(reindexing.rollback()).isEqualTo(new Reindexing.Rollback.Nothing());
        Edition first = current.get();
        articles.with("a.md", Articles.table(MAY));
        run(Reindexing.Mode.FORCE);
        Edition second = current.get();
        assertThat(reindexing.rollback()).isEqualTo(new Reindexing.Rollback.Done(first));
        assertThat(answer(STUDENTS)).contains("2023 年 4 月");
        assertThat(reindexing.rollback()).isEqualTo(new Reindexing.Rollback.Done(second));
        assertThat(answer(STUDENTS)).contains("2023 年 5 月");
    }

    @Test
    void queriesNeverFailNorSeeAHalf() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(4);
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> askers = IntStream.range(0, 4).mapToObj(i -> Thread.ofPlatform().start(() -> {
            started.countDown();
            while (!done.get()) {
                try {
                    var answerer = current.get().answerer();
                    String both = answerer.ask("学生和游客居留能网上申请吗").text();
                    boolean april = both.contains("2023 年 4 月") && both.contains("2023 年 6 月");
                    boolean may = both.contains("2023 年 5 月") && both.contains("2023 年 7 月");
                    if (april == may) {
                        wrong.add(both);
                    }
                } catch (RuntimeException e) {
                    wrong.add(e.toString());
                }
                LockSupport.parkNanos(1_000_000);
            }
        })).toList();
        started.await();
        for (int i = 0; i < 8; i++) {
            articles.with("a.md", Articles.table(i % 2 == 0 ? MAY.replace("6 月", "7 月") : APRIL + APRIL));
            assertThat(run(Reindexing.Mode.FORCE).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
            reindexing.rollback();
        }
        done.set(true);
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aFollowUpOutlivesTheEditionThatItsQuestionWasAskedOf() throws IOException {
        List<DialogueState> states = List.of(STUDENTS, "法籍家属居留能网上申请吗", "签证换居留能网上申请吗", "人才护照怎么办").stream()
                .map(question -> current.get().answerer().ask(question).state()).toList();
        Files.writeString(settings.resolve("permits.yml"), "permits: [{id: visiteur, zh: 游客, names: [游客]}]");
        assertThat(run(Reindexing.Mode.FORCE).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        for (DialogueState state : states) {
            for (String next : List.of("那续签呢", "那游客呢", "要多久", "呢", "什么时候开始的")) {
                assertThat(current.get().answerer().ask(next, state).text()).isNotBlank();
            }
        }
    }

    @Test
    void whatChangedIsToldAndLongListsAreCutWithACount() {
        String rows = IntStream.rangeClosed(1, 30).mapToObj(i -> "| 2024 年 1 月 | 类型" + "甲".repeat(i) + " |\n")
                .collect(Collectors.joining());
        articles.with("a.md", Articles.table("| 2023 年 4 月 | 学生 étudiant |\n" + rows) + "\n# 费用\n\n75 欧。\n");
        String text = text(run(Reindexing.Mode.FORCE));
        assertThat(text).contains("名单：新增（30）", "…还有 18 条", "名单：删去（1）\n• 游客 visiteur (2023 年 6 月)",
                "段落：新增（1）\n• a.md > 费用", "段落：改了（1）\n• a.md > 名单");
        assertThat(text(run(Reindexing.Mode.CHECK))).endsWith("内容没有变化。");
    }

    @Test
    void withoutAChangeTheEditionBeforeStaysTheOneBefore() {
        Edition first = current.get();
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).isEqualTo(Reindexing.Outcome.UNCHANGED);
        articles.with("a.md", Articles.table(MAY)).with("questions.jsonl", "");
        run(Reindexing.Mode.PUBLISH);
        for (Reindexing.Mode mode : List.of(Reindexing.Mode.PUBLISH, Reindexing.Mode.FORCE)) {
            Reindexing.Report again = run(mode);
            assertThat(again.outcome()).isEqualTo(Reindexing.Outcome.UNCHANGED);
            assertThat(text(again)).startsWith("没有改动").doesNotContain("已知问题");
        }
        assertThat(current.last()).containsSame(first);
        assertThat(publications.latest()).hasSize(1);
        assertThat(reindexing.rollback()).isEqualTo(new Reindexing.Rollback.Done(first));
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).as("the folder is newer than what was brought back")
                .isEqualTo(Reindexing.Outcome.PUBLISHED);
    }

    @Test
    void changesOfKnownQuestionsAndOfTheSettingsAreTold() throws IOException {
        Edition first = current.get();
        articles.with("questions.jsonl", KNOWN.replace("listed", "list") + Articles.known("k2", VISITORS,
                "2023 年 6 月", "游客"));
        Path lexicon = settings.resolve("lexicon.yml");
        Files.writeString(lexicon, Files.readString(lexicon).replaceFirst("same:\n", "same:\n  - [鸬鹚]\n"));
        Reindexing.Report report = run(Reindexing.Mode.FORCE);
        assertThat(report.outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(text(report)).contains("已知问题：新增（1）\n• k2 " + VISITORS, "已知问题：改了（1）\n• k1 ",
                "设置（1）\n• lexicon.yml：加了 1 行").doesNotContain("内容没有变化");
        assertThat(reindexing.changes(current.get(), first)).contains(
                new ChangeList("已知问题：删去", List.of("k2 " + VISITORS)),
                new ChangeList("设置", List.of("lexicon.yml：去了 1 行")));
    }

    @Test
    void anInterruptEndsItAndPublishesNothing() {
        articles.with("a.md", Articles.table(MAY));
        Edition before = current.get();
        assertThatThrownBy(() -> reindexing.run(Reindexing.Mode.FORCE, step -> {
            if (step.contains("正在问")) {
                Thread.currentThread().interrupt();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(current.get()).isSameAs(before);
        assertThat(run(Reindexing.Mode.FORCE).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
    }

    private Reindexing.Report run(Reindexing.Mode mode) {
        return reindexing.run(mode, step -> {
        });
    }

    private String answer(String question) {
        return current.get().answerer().ask(question).text();
    }

    private static String text(Reindexing.Report report) {
        return ReindexText.of(report).plain();
    }
}
