package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.watch.Watchers;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Database;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.Replicas;
import fr.juliu.trust.Tried;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Half of an article, in a folder without known questions. */
@Tried("an article of which half is gone")
final class LostSectionsTest {

    private static final String STUDENTS = "学生居留能网上申请吗";
    private static final String ROWS = "| 2023 年 4 月 | 学生 étudiant |\n| 2023 年 6 月 | 游客 visiteur |\n";
    private static final String FEES = "\n# 费用\n\n每张卡 225 欧，学生 75 欧。\n";
    private static final String WHOLE = Articles.table(ROWS) + FEES + "\n# 延期\n\n到期前两个月递交。\n";

    private final HandClock clock = new HandClock();
    private final Articles articles;
    private final CurrentEdition current;
    private final Database database;
    private final Reindexing reindexing;

    LostSectionsTest(@TempDir Path folder) {
        articles = new Articles(folder.resolve("articles")).with("a.md", WHOLE);
        LibraryReader reader = new LibraryReader(articles.folder(), null, clock);
        ConfigFolder config = new ConfigFolder(Path.of("config"));
        current = new CurrentEdition(Edition.of(reader.read(), config, clock, false));
        database = Database.sqlite(folder.resolve("data/juliu.db"));
        reindexing = new Reindexing(reader, config, current, new Publications(new EditionHistory(database, clock),
                Watchers.of(database, current, clock), new Replicas(database, clock)),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void halfOfAnArticleIsToldAndNeedsForce() {
        Edition before = current.get();
        articles.with("a.md", WHOLE.substring(0, WHOLE.indexOf("| 2023 年 6 月")));
        Reindexing.Report report = run(Reindexing.Mode.PUBLISH);
        assertThat(report.outcome()).isEqualTo(Reindexing.Outcome.LOST);
        assertThat(ReindexText.of(report).plain()).startsWith("有内容会丢掉，没有发布，还用原来的版本。确定要发布就 /reindex force")
                .contains("会丢掉的内容（4）\n• a.md > 费用\n• a.md > 延期\n• a.md > 名单（剩下一半，或者更少）"
                        + "\n• 名单：游客 visiteur (2023 年 6 月)");
        assertThat(current.get()).isSameAs(before);
        assertThat(run(Reindexing.Mode.FORCE).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(answer("游客居留能网上申请吗")).doesNotContain("2023 年 6 月");
        articles.with("a.md", WHOLE);
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).as("more than is published").isEqualTo(
                Reindexing.Outcome.PUBLISHED);
    }

    @Test
    void aCheckTellsOfALoss() {
        articles.with("a.md", WHOLE.replace(FEES, ""));
        Reindexing.Report report = run(Reindexing.Mode.CHECK);
        assertThat(report.isSound()).isFalse();
        assertThat(ReindexText.of(report).plain()).startsWith("检查完了，有问题，什么都没有发布。")
                .contains("会丢掉的内容（1）\n• a.md > 费用");
    }

    @Test
    void aWholeArticleIsLostToo() {
        articles.with("b.md", Articles.HEAD + "\n# 旅行\n\n用居留卡可以去申根国家。\n");
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        articles.without("b.md");
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).isEqualTo(Reindexing.Outcome.LOST);
        articles.with("c.md", Articles.HEAD + "\n# 旅行\n\n用居留卡可以去申根国家。\n");
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).as("under another name").isEqualTo(
                Reindexing.Outcome.PUBLISHED);
    }

    @Test
    void editsThatLoseNothingNeedNoForce() {
        articles.with("a.md", WHOLE.replace("75 欧", "100 欧").replace("4 月", "5 月").replace("# 延期", "# 续居留"));
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(answer(STUDENTS)).contains("2023 年 5 月");
    }

    private Reindexing.Report run(Reindexing.Mode mode) {
        return reindexing.run(mode, step -> {
        });
    }

    private String answer(String question) {
        return current.get().answerer().ask(question).text();
    }
}
