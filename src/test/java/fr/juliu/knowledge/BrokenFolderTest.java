package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a folder: which file, which line, and what to do. */
final class BrokenFolderTest {

    private final Folder folder;

    BrokenFolderTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            甲                                              → 1 → no front matter  → begin the file with
            ''                                              → 1 → no front matter  → begin the file with
            ---\\ntitle: 甲\\n乙                            → 1 → has no end       → put a line ---
            ---\\ntitle: "甲\\n---\\n                       → 2 → is not YAML      → double quotes
            ---\\nlang: zh\\ntitle: a: b\\n---\\n           → 3 → is not YAML      → double quotes
            ---\\ntitle: !!java.net.URL [x]\\n---\\n        → 2 → is not YAML      → double quotes
            ---\\n- 甲\\n---\\n                             → 2 → no list of keys  → title: …
            ---\\nlang: zh\\n---\\n乙                       → 1 → has no title     → add a line title
            ---\\n---\\n乙                                  → 1 → has no title     → add a line title
            ---\\nlang: zh\\ntitle: ' '\\n---\\n            → 3 → has no title     → add a line title
            ---\\ntitle: 甲\\nas_of: 2024\\n---\\n          → 3 → as_of is "2024"  → YYYY-MM
            ---\\ntitle: 甲\\nas_of: 2024-13\\n---\\n       → 3 → as_of is         → YYYY-MM
            ---\\ntitle: 甲\\nas_of: [2024-07]\\n---\\n     → 3 → as_of is         → YYYY-MM
            """)
    void brokenFrontMatter(String text, int line, String wrong, String cure) {
        expectOnlyBroken(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8), line, wrong, cure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            '| 待定 | 学生 |'         → "待定" is no date       → such as 2024 年 7 月
            '|  | 学生 |'             → "" is no date           → such as 2024 年 7 月
            '| 2024 年 7 月 |  |'     → permit cell is empty    → name the permits
            '| 2024 年 7 月 | 、 |'   → permit cell is empty    → name the permits
            '| 2024 年 7 月 |'        → too few cells           → date | permits
            '2024 年 7 月'            → too few cells           → date | permits
            """)
    void brokenRolloutRow(String row, String wrong, String cure) {
        String text = Folder.HEAD + Folder.TABLE + "| 2023 年 | 游客 |\n" + row + "\n";
        expectOnlyBroken(text.getBytes(StandardCharsets.UTF_8), 8, wrong, cure);
    }

    @Test
    void bytesThatAreNotUtf8() {
        byte[] latin = (Folder.HEAD + "甲\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(latin, latin.length + 2);
        bytes[latin.length] = (byte) 0xE9;
        bytes[latin.length + 1] = ' ';
        expectOnlyBroken(bytes, 6, "not UTF-8", "save the file");
    }

    @Test
    void aFileCutInsideACharacter() {
        expectOnlyBroken(new byte[]{'\r', '\n', '\r', (byte) 0xE7, (byte) 0x94}, 3, "not UTF-8", "save the file");
    }

    @Test
    void aFileThatIsTooLarge() {
        expectOnlyBroken(new byte[TextFile.LIMIT + 1], 0, "larger than 1 MiB", "split it");
    }

    @Test
    void aFolderNamedLikeAnArticle() throws IOException {
        Files.createDirectory(folder.path().resolve("bad.md"));
        expectOnly(folder.with("good.md", Folder.HEAD + "甲").read(), 0, "no regular file", "move it");
    }

    @Test
    void aFileWithoutPermission() throws IOException {
        Path file = folder.with("bad.md", Folder.HEAD).path().resolve("bad.md");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "skipped: this user may read everything");
        expectOnly(folder.with("good.md", Folder.HEAD + "甲").read(), 0, "cannot be read", "check its permissions");
    }

    @Test
    void missingAndEmptyFolders() {
        Path missing = folder.path().resolve("none");

        assertThat(new Folder(missing).read().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(missing.toString());
            assertThat(problem.message()).contains("no such folder", "create it");
        });
        assertThat(folder.with("README.md", "甲").with("x.txt", "甲").with(".#a.md", "甲").read().problems())
                .singleElement().satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(problem.message()).contains("no articles", "put Markdown files");
                });
    }

    @Test
    void withoutAMonthItIsAWarning() {
        Library library = folder.with("a.md", Folder.UNDATED + "甲").read();

        assertThat(library.articles()).hasSize(1);
        assertThat(library.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(problem.toString()).startsWith("a.md:1: ").contains("add a line as_of: YYYY-MM");
        });
    }

    private void expectOnlyBroken(byte[] bytes, int line, String wrong, String cure) {
        expectOnly(folder.with("bad.md", bytes).with("good.md", Folder.HEAD + "甲").read(), line, wrong, cure);
    }

    private static void expectOnly(Library library, int line, String wrong, String cure) {
        assertThat(library.articles()).extracting(Article::file).containsExactly("good.md");
        assertThat(library.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("bad.md");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.message()).contains(wrong, cure);
        });
    }
}
