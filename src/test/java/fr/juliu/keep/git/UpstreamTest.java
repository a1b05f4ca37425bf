package fr.juliu.keep.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in from the remote of a clone, and what is left alone. */
final class UpstreamTest {

    private final Path folder;
    private final Path clone;
    private final Remote remote;

    UpstreamTest(@TempDir Path folder) throws GitAPIException {
        this.folder = folder;
        remote = new Remote(folder);
        remote.push("a.md", "甲\n乙\n丙\n");
        clone = remote.cloneInto(folder.resolve("clone"));
    }

    @Test
    void whatTheRemoteHasComesIn() {
        assertThat(pull()).isEqualTo(new Pull.UpToDate());
        remote.push("b.md", "新的");
        String id = remote.push("a.md", "甲\n");
        assertThat(pull()).isEqualTo(new Pull.Moved(2));
        assertThat(clone.resolve("a.md")).hasContent("甲\n");
        assertThat(clone.resolve("b.md")).hasContent("新的");
        assertThat(commit().id()).isEqualTo(id);
        assertThat(commit().edited()).isFalse();
    }

    @Test
    void whatIsPulledEndsAtACommitThatIsNamed() {
        String named = remote.push("a.md", "甲\n");
        remote.push("b.md", "新的");
        Upstream upstream = upstream(clone, Pulling.AUTO);
        assertThat(upstream.pull(named)).isEqualTo(new Pull.Moved(1));
        assertThat(commit().id()).isEqualTo(named);
        assertThat(upstream.pull(named)).isEqualTo(new Pull.UpToDate());
        assertThat(upstream.pull("0123abc")).as("no commit of the remote").isEqualTo(new Pull.Moved(1));
        assertThat(clone.resolve("b.md")).exists();
    }

    @Test
    void commitsOfBothSidesAreMerged() throws Exception {
        configure("user", null, "name", "守塔人");
        Remote.commit(clone, "here.md", "这里的");
        remote.push("b.md", "远程的");
        assertThat(pull()).isEqualTo(new Pull.Moved(1));
        assertThat(clone.resolve("here.md")).hasContent("这里的");
        assertThat(clone.resolve("b.md")).hasContent("远程的");
        assertThat(commit().edited()).isFalse();
        try (Git git = Git.open(clone.toFile())) {
            RevCommit merge = git.log().call().iterator().next();
            assertThat(merge.getParentCount()).isEqualTo(2);
            assertThat(merge.getAuthorIdent().getName()).isEqualTo("守塔人");
        }
        assertThat(pull()).isEqualTo(new Pull.UpToDate());
    }

    @Test
    void aLineChangedOnBothSidesChangesNothingHere() throws Exception {
        String id = Remote.commit(clone, "a.md", "甲\n这里的\n丙\n");
        remote.push("a.md", "甲\n远程的\n丙\n");
        remote.push("b.md", "远程的");
        Files.writeString(clone.resolve("draft.md"), "还没提交");
        assertThat(pull()).isInstanceOfSatisfying(Pull.Failed.class, failed -> assertThat(failed.told())
                .contains("两边都改了 a.md", "这里的改动都在", "git pull"));
        assertThat(commit().id()).isEqualTo(id);
        asItWas("甲\n这里的\n丙\n");
        assertThat(clone.resolve("draft.md")).hasContent("还没提交");
    }

    @Test
    void aFileWithChangesThatAreNotCommittedIsLeftAlone() throws Exception {
        Files.writeString(clone.resolve("a.md"), "甲\n改到一半\n丙\n");
        remote.push("a.md", "甲\n远程的\n丙\n");
        assertThat(commit().edited()).isTrue();
        editedHere();
        Remote.commit(clone, "here.md", "这里的");
        editedHere();
        asItWas("甲\n改到一半\n丙\n");
    }

    @Test
    void otherFilesMayHaveChangesThatAreNotCommitted() throws IOException {
        Files.writeString(clone.resolve("a.md"), "甲\n改到一半\n丙\n");
        remote.push("b.md", "远程的");
        assertThat(pull()).isEqualTo(new Pull.Moved(1));
        assertThat(clone.resolve("a.md")).hasContent("甲\n改到一半\n丙\n");
        assertThat(commit().told()).matches("提交 [0-9a-f]{7}（\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}），另有还没提交的改动");
    }

    @Test
    void aFileInTheWayThatGitDoesNotKnowIsLeftAlone() throws Exception {
        Files.writeString(clone.resolve("b.md"), "我的");
        remote.push("b.md", "远程的");
        assertThat(pull()).isInstanceOfSatisfying(Pull.Failed.class,
                failed -> assertThat(failed.told()).contains("b.md 在这里有还没提交的改动"));
        assertThat(clone.resolve("b.md")).hasContent("我的");
        asItWas("甲\n乙\n丙\n");
    }

    @Test
    void aRemoteThatIsAwayIsToldWithoutItsSecrets() throws Exception {
        configure("remote", "origin", "url", "http://me:secret@127.0.0.1:1/x.git");
        assertThat(pull()).isInstanceOfSatisfying(Pull.Failed.class,
                failed -> assertThat(failed.told()).contains("连不上远程仓库").doesNotContain("secret", "127.0.0.1"));
        asItWas("甲\n乙\n丙\n");
    }

    @Test
    void nothingIsPulledWhereThereIsNoCloneNoRemoteOrNoWish() throws Exception {
        remote.push("b.md", "远程的");
        Path plain = Files.createDirectory(folder.resolve("plain"));
        assertThat(upstream(plain, Pulling.ON).pull()).isEqualTo(new Pull.Off());
        assertThat(upstream(plain, Pulling.ON).commit()).isEmpty();
        assertThat(upstream(clone, Pulling.OFF).pull()).isEqualTo(new Pull.Off());
        assertThat(upstream(clone, Pulling.OFF).commit()).isPresent();
        Path alone = folder.resolve("alone");
        Git.init().setDirectory(alone.toFile()).call().close();
        Remote.commit(alone, "a.md", "甲");
        assertThat(upstream(alone, Pulling.ON).pull()).isEqualTo(new Pull.Off());
        try (Git git = Git.open(clone.toFile())) {
            git.checkout().setName(Objects.requireNonNull(git.getRepository().resolve("HEAD")).name()).call();
        }
        assertThat(pull()).as("no branch").isEqualTo(new Pull.Off());
        assertThat(clone.resolve("b.md")).doesNotExist();
    }

    @Test
    void aFolderWithinACloneIsPulledWhenThatIsWanted() {
        remote.push("articles/a.md", "文章");
        pull();
        remote.push("articles/b.md", "新的");
        Path articles = clone.resolve("articles");
        assertThat(upstream(articles, Pulling.AUTO).pull()).isEqualTo(new Pull.Off());
        assertThat(upstream(articles, Pulling.ON).pull()).isEqualTo(new Pull.Moved(1));
        assertThat(articles.resolve("b.md")).hasContent("新的");
    }

    private void editedHere() {
        assertThat(pull()).isInstanceOfSatisfying(Pull.Failed.class, failed -> assertThat(failed.told())
                .contains("a.md 在这里有还没提交的改动", "这里的改动都在"));
    }

    private void asItWas(String text) throws IOException {
        assertThat(clone.resolve("a.md")).hasContent(text);
        try (Git git = Git.open(clone.toFile())) {
            assertThat(git.getRepository().getRepositoryState()).isEqualTo(RepositoryState.SAFE);
        }
    }

    private void configure(String section, @Nullable String part, String name, String value) throws IOException {
        try (Git git = Git.open(clone.toFile())) {
            git.getRepository().getConfig().setString(section, part, name, value);
            git.getRepository().getConfig().save();
        }
    }

    private Pull pull() {
        return upstream(clone, Pulling.AUTO).pull();
    }

    private Commit commit() {
        return upstream(clone, Pulling.AUTO).commit().orElseThrow();
    }

    private static Upstream upstream(Path folder, Pulling when) {
        return new Upstream(folder, when, Duration.ofSeconds(10), Clock.systemUTC());
    }
}
