package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.git.Commit;
import fr.juliu.keep.git.Pulling;
import fr.juliu.keep.git.Remote;
import fr.juliu.keep.git.Upstream;
import fr.juliu.keep.watch.Watchers;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Database;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.Replicas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is a git clone is pulled before it is read, and stands before the same gates. */
final class PulledReindexingTest {

    private static final String APRIL = Articles.table("| 2023 年 4 月 | 学生 étudiant |\n");
    private static final String MAY = Articles.table("| 2023 年 5 月 | 学生 étudiant |\n");
    private static final String KNOWN = Articles.known("k1", "学生居留能网上申请吗", "2023 年 4 月", "学生");

    private final HandClock clock = new HandClock();
    private final Remote remote;
    private final Path clone;
    private final CurrentEdition current;
    private final Database database;
    private final Reindexing reindexing;
    private final String first;

    PulledReindexingTest(@TempDir Path folder) throws GitAPIException {
        remote = new Remote(folder);
        remote.push("a.md", APRIL);
        first = remote.push("questions.jsonl", KNOWN);
        clone = remote.cloneInto(folder.resolve("clone"));
        LibraryReader reader = new LibraryReader(clone, null, clock);
        ConfigFolder config = new ConfigFolder(Path.of("config"));
        current = new CurrentEdition(Edition.of(reader.read(), config, clock, false));
        database = Database.sqlite(folder.resolve("data/juliu.db"));
        reindexing = new Reindexing(reader, config, current, new Publications(new EditionHistory(database, clock),
                Watchers.of(database, current, clock), new Replicas(database, clock)), KnownOutcomes.in(null),
                new Upstream(clone, Pulling.AUTO, Duration.ofSeconds(10), clock), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasPushedIsPublishedAndTheEditionNamesItsCommit() {
        assertThat(reindexing.commit(current.get()).map(Commit::id)).hasValue(first);
        remote.push("a.md", MAY);
        String second = remote.push("questions.jsonl", KNOWN.replace("4 月", "5 月"));
        Reindexing.Report report = run(Reindexing.Mode.PUBLISH);
        assertThat(report.outcome()).isEqualTo(Reindexing.Outcome.PUBLISHED);
        assertThat(ReindexText.of(report).plain()).contains("拉取了 2 个新的提交。文章是 git 的提交 " + second + "（");
        assertThat(reindexing.commit(current.get()).map(Commit::id)).hasValue(second);
        reindexing.rollback();
        assertThat(reindexing.commit(current.get()).map(Commit::id)).hasValue(first);
    }

    @Test
    void theGatesAreTheSame() {
        remote.push("a.md", MAY);
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).isEqualTo(Reindexing.Outcome.WORSE);
        remote.push("a.md", "---\ntitle: [未完\n---\n文章\n");
        assertThat(run(Reindexing.Mode.FORCE).outcome()).isEqualTo(Reindexing.Outcome.BROKEN);
        assertThat(reindexing.commit(current.get()).map(Commit::id)).as("the old edition stays").hasValue(first);
    }

    @Test
    void aPullThatConflictsWithEditsPublishesNothingAndLosesNothing() throws IOException {
        Files.writeString(clone.resolve("a.md"), APRIL.replace("学生", "留学生"));
        remote.push("a.md", MAY);
        Edition before = current.get();
        for (Reindexing.Mode mode : Reindexing.Mode.values()) {
            Reindexing.Report report = run(mode);
            assertThat(report.outcome()).isEqualTo(Reindexing.Outcome.NOT_PULLED);
            assertThat(ReindexText.of(report).plain()).startsWith("没有拉取到新的文章，没有发布，还用原来的版本。")
                    .contains("a.md 在这里有还没提交的改动");
        }
        assertThat(current.get()).isSameAs(before);
        assertThat(clone.resolve("a.md")).hasContent(APRIL.replace("学生", "留学生"));
    }

    @Test
    void aCommitThatChangesNoArticleIsNamedAllTheSame() {
        Edition before = current.get();
        String second = remote.push("README.txt", "说明");
        assertThat(run(Reindexing.Mode.PUBLISH).outcome()).isEqualTo(Reindexing.Outcome.UNCHANGED);
        assertThat(current.get()).isSameAs(before);
        assertThat(reindexing.commit(before).map(Commit::id)).hasValue(second);
    }

    private Reindexing.Report run(Reindexing.Mode mode) {
        return reindexing.run(mode, step -> {
        });
    }
}
