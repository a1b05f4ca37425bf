package fr.juliu.keep.edit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.Articles;
import fr.juliu.keep.HandClock;
import fr.juliu.knowledge.ArticlePart;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a save does to the folder, to its history, and to whoever else saves. */
final class KnowledgeFolderTest {

    private static final String TEXT = Articles.HEAD + "\n引言。\n\n## 甲\n\n第一段。\n\n## 乙\n\n第二段。\n";
    private static final FileName FILE = new FileName("a.md");

    private final Path home;
    private final KnowledgeFolder folder;

    KnowledgeFolderTest(@TempDir Path home) {
        this.home = new Articles(home.resolve("knowledge")).with("a.md", TEXT).folder();
        folder = at(this.home);
    }

    private static KnowledgeFolder at(Path folder) {
        HandClock clock = new HandClock();
        return new KnowledgeFolder(new LibraryReader(folder, null, clock), clock);
    }

    @Test
    void aPartIsSavedAloneAndTheFormerTextIsKeptBeside() throws IOException {
        assertThat(folder.parts(FILE, TEXT)).extracting(ArticlePart::heading).containsExactly("上网记", "甲", "乙");
        Saving saving = save(folder, "甲", "## 甲\n\n改过的第一段。\n\n再一段。");
        assertThat(saving).isInstanceOfSatisfying(Saving.Saved.class, saved -> {
            assertThat(saved.commit()).isNull();
            assertThat(saved.former()).startsWith(".former/a.md.");
            assertThat(home.resolve(String.valueOf(saved.former()))).hasContent(TEXT);
        });
        assertThat(Files.readString(home.resolve("a.md"))).isEqualTo(TEXT.replace("第一段。", "改过的第一段。\n\n再一段。"));
        assertThat(names(home)).containsExactlyInAnyOrder("a.md", ".former");
        assertThat(new LibraryReader(home, null, new HandClock()).read().articles()).hasSize(1);
    }

    @Test
    void twoKeepersWhoSaveDifferentPartsBothSave() {
        TextEdit first = part("甲", "## 甲\n\n一号改的。\n\n## 丙\n\n一号加的。");
        TextEdit second = part("乙", "## 乙\n\n二号改的。");
        assertThat(folder.save(Map.of(FILE, first), "一")).isInstanceOf(Saving.Saved.class);
        assertThat(folder.save(Map.of(FILE, second), "二")).isInstanceOf(Saving.Saved.class);
        assertThat(folder.read(FILE)).get().asString().contains("一号改的。", "一号加的。", "二号改的。");
    }

    @Test
    void aSaveAgainstAnOlderTextIsRefusedWithTheNewerOne() {
        TextEdit late = part("甲", "## 甲\n\n二号改的。");
        save(folder, "甲", "## 甲\n\n一号改的。");
        assertThat(folder.save(Map.of(FILE, late), "二")).isInstanceOfSatisfying(Saving.Stale.class,
                stale -> assertThat(stale.now()).contains("一号改的。"));
        assertThat(folder.read(FILE)).get().asString().contains("一号改的。").doesNotContain("二号改的。");
        assertThat(folder.save(Map.of(FILE, new TextEdit.Fresh("# 新")), "新")).as("there is such a file")
                .isInstanceOf(Saving.Stale.class);
    }

    @Test
    void lineEndsMarkAndPermissionsStay() throws IOException {
        Path file = home.resolve("a.md");
        Files.writeString(file, "\uFEFF" + TEXT.replace("\n", "\r\n"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        save(folder, "乙", "## 乙\r\n\r\n改过。");
        assertThat(Files.readString(file)).isEqualTo("\uFEFF" + TEXT.replace("第二段。", "改过。").replace("\n", "\r\n"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-rw-r--");
    }

    @Test
    void whoReadsMeanwhileNeverSeesHalfAFile() throws Exception {
        String other = TEXT + "\n## 丙\n\n" + "长".repeat(200_000) + "\n";
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean half = new AtomicBoolean();
        Thread looker = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                String seen = read(home.resolve("a.md"));
                half.compareAndSet(false, !seen.equals(TEXT) && !seen.equals(other));
            }
        });
        for (int i = 0; i < 20; i++) {
            String before = folder.read(FILE).orElseThrow();
            assertThat(folder.save(Map.of(FILE, new TextEdit.Whole(Digest.of(before), i % 2 == 0 ? other : TEXT)), "x"))
                    .isInstanceOf(Saving.Saved.class);
        }
        over.set(true);
        looker.join();
        assertThat(half).isFalse();
    }

    @Test
    void eachSaveIsACommitOfItsFilesAloneWhereTheFolderIsAClone() throws Exception {
        try (Git git = Git.init().setDirectory(home.toFile()).call()) {
            git.getRepository().getConfig().setString("user", null, "email", "keeper@example.org");
            git.getRepository().getConfig().save();
            git.add().addFilepattern("a.md").call();
            git.commit().setMessage("first").setAuthor("x", "x@example.org").setSign(false).call();
            Files.writeString(home.resolve("other.md"), TEXT);
            git.add().addFilepattern("other.md").call();
            Saving saving = folder.save(Map.of(FILE, part("甲", "## 甲\n\n改过。"), FileName.QUESTIONS,
                    new TextEdit.Lines(List.of("{}"))), "工作台：a.md");
            RevCommit last = git.log().call().iterator().next();
            assertThat(saving).isInstanceOfSatisfying(Saving.Saved.class, saved -> {
                assertThat(last.getName()).startsWith(String.valueOf(saved.commit()));
                assertThat(saved.former()).isNull();
            });
            assertThat(last.getFullMessage()).isEqualTo("工作台：a.md");
            assertThat(last.getAuthorIdent().getEmailAddress()).isEqualTo("keeper@example.org");
            assertThat(git.status().call().getAdded()).containsExactly("other.md");
            assertThat(git.status().call().getModified()).isEmpty();
            assertThat(Files.exists(home.resolve(FormerTexts.FOLDER))).isFalse();
        }
    }

    @Test
    void aFolderThatMerelyLiesInSomebodysCloneIsNone() throws Exception {
        try (Git git = Git.init().setDirectory(home.resolve("..").normalize().toFile()).call()) {
            assertThat(save(folder, "甲", "## 甲\n\n改过。")).isInstanceOfSatisfying(Saving.Saved.class,
                    saved -> assertThat(saved.former()).isNotNull());
            git.add().addFilepattern("knowledge").call();
            git.commit().setMessage("care").setAuthor("x", "x@example.org").setSign(false).call();
            assertThat(save(folder, "乙", "## 乙\n\n改过。")).isInstanceOfSatisfying(Saving.Saved.class,
                    saved -> assertThat(saved.commit()).isNotNull());
        }
    }

    @Test
    void aFolderThatCanOnlyBeReadSaysSo(@TempDir Path other) throws IOException {
        Path zip = other.resolve("knowledge.zip");
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
            Files.writeString(files.getPath("/a.md"), TEXT);
        }
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()),
                Map.of("accessMode", "readOnly"))) {
            KnowledgeFolder still = at(files.getPath("/"));
            assertThat(still.articles()).containsExactly(FILE);
            assertThat(save(still, "甲", "## 甲\n\n改过。")).isInstanceOfSatisfying(Saving.Refused.class,
                    refused -> assertThat(refused.why()).contains("只能读", "没有丢"));
            assertThat(still.read(FILE)).contains(TEXT);
        }
    }

    @Test
    void aLinkIsNeitherReadNorWritten(@TempDir Path other) throws IOException {
        Path secret = Files.writeString(other.resolve("secret.md"), TEXT);
        Files.createSymbolicLink(home.resolve("link.md"), secret);
        Files.createSymbolicLink(home.resolve("phrasings"), other);
        FileName link = new FileName("link.md");
        assertThat(folder.read(link)).isEmpty();
        assertThat(folder.save(Map.of(link, new TextEdit.Added("## 丙")), "x"))
                .isInstanceOfSatisfying(Saving.Refused.class, refused -> assertThat(refused.why()).contains("链接"));
        assertThat(folder.save(Map.of(FileName.phrasings("secret"), new TextEdit.Lines(List.of("{}"))), "x"))
                .isInstanceOf(Saving.Refused.class);
        assertThat(names(other)).containsExactly("secret.md");
        assertThat(secret).hasContent(TEXT);
    }

    private Saving save(KnowledgeFolder where, String heading, String text) {
        return where.save(Map.of(FILE, part(where, heading, text)), "改了");
    }

    private TextEdit part(String heading, String text) {
        return part(folder, heading, text);
    }

    private static TextEdit part(KnowledgeFolder where, String heading, String text) {
        ArticlePart part = where.parts(FILE, where.read(FILE).orElseThrow()).stream()
                .filter(each -> each.heading().equals(heading)).findFirst().orElseThrow();
        return new TextEdit.Part(part.index(), Digest.of(part.text()), text);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
