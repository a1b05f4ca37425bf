package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an edited folder differs from what it was. */
final class EditionChangeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-08-15T12:00:00Z"), ZoneOffset.UTC);
    private static final String HEAD = "---\ntitle: 上网记\nas_of: 2024-05\n---\n";
    private static final String TABLE = "\n# 名单\n\n| 日期 | 居留类型 |\n| --- | --- |\n";
    private static final String SECTION = "a.md > 名单";

    private final Path folder;

    EditionChangeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theSameIsNoChange() {
        Library library = read("a.md", HEAD + TABLE + "| 2023 年 4 月 | 学生 étudiant |\n\n# 费用\n\n75 欧。\n");

        EditionChange change = EditionChange.between(library, library);
        assertThat(change.isEmpty()).isTrue();
        assertThat(change.lines()).isEmpty();
    }

    @Test
    void markupIsNoChange() {
        EditionChange change = change("# 费用\n\n要交 75 欧。\n", "\n\n\n# **费用**\n\n要交 *75* 欧。  \n");

        assertThat(change.lines()).isEmpty();
    }

    @Test
    void sectionsAddedRemovedAndChanged() {
        EditionChange change = change("# 费用\n\n75 欧。\n\n## 减免\n\n学生减半。\n\n# 法律\n\n见法典。\n",
                "# 费用\n\n225 欧。\n\n# 法律\n\n见法典。\n\n## 减免\n\n学生减半。\n");

        assertThat(change.sectionsAdded()).containsExactly("a.md > 法律 > 减免");
        assertThat(change.sectionsRemoved()).containsExactly("a.md > 费用 > 减免");
        assertThat(change.sectionsChanged()).containsExactly("a.md > 费用");
        assertThat(change.lines()).containsExactly("+ section a.md > 法律 > 减免", "- section a.md > 费用 > 减免",
                "~ section a.md > 费用");
    }

    @Test
    void anOrderOfSectionsIsNoChange() {
        assertThat(change("# 费用\n\n75 欧。\n\n# 法律\n\n见法典。\n", "# 法律\n\n见法典。\n\n# 费用\n\n75 欧。\n").lines()).isEmpty();
    }

    @Test
    void aFileOfItsOwn() {
        Library before = read("a.md", HEAD + "# 费用\n\n75 欧。\n");
        Library after = read("b.md", HEAD + "# 费用\n\n75 欧。\n");

        EditionChange change = EditionChange.between(before, after);
        assertThat(change.sectionsAdded()).containsExactly("b.md > 费用");
        assertThat(change.sectionsRemoved()).isEmpty();
        assertThat(EditionChange.between(after, before).sectionsRemoved()).containsExactly("b.md > 费用");
    }

    @Test
    void twoSectionsOfOneNameAreToldAsOne() {
        assertThat(change("# 费用\n\n75 欧。\n\n# 费用\n\n现金不收。\n", "# 费用\n\n75 欧。\n\n# 费用\n\n刷卡。\n").lines())
                .containsExactly("~ section a.md > 费用");
    }

    @Test
    void entriesAddedAndRemoved() {
        EditionChange change = rows("| 2023 年 4 月 | 学生 étudiant、游客 visiteur |\n",
                "| 2023 年 4 月 | 学生 étudiant |\n| 2024 年 2 月 | 商人 commerçant |\n");

        assertThat(change.entriesAdded()).containsExactly("商人 commerçant (2024 年 2 月)");
        assertThat(change.entriesRemoved()).containsExactly("游客 visiteur (2023 年 4 月)");
        assertThat(change.entriesChanged()).isEmpty();
        assertThat(change.sectionsChanged()).containsExactly(SECTION);
    }

    @Test
    void aNewDateIsAChange() {
        EditionChange change = rows("| 2023 年 4 月 | 学生 étudiant、游客 visiteur |\n",
                "| 2023 年 4 月 | 学生 étudiant |\n| 2023 年 6 月 | 游客 visiteur |\n");

        assertThat(change.entriesChanged()).containsExactly("游客 visiteur: 2023 年 4 月 -> 2023 年 6 月");
        assertThat(change.entriesAdded()).isEmpty();
        assertThat(change.entriesRemoved()).isEmpty();
        assertThat(change.lines()).contains("~ rollout 游客 visiteur: 2023 年 4 月 -> 2023 年 6 月");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            学生 étudiant               → 學生 étudiant
            学生 étudiant               → 学生 ETUDIANT
            学生 étudiant               → **学生**étudiant
            人才护照 passeport-talent   → 人才護照 Passeport Talent
            法籍配偶 conjoint d'un Français → 法籍配偶 conjoint d’un français
            """)
    void aPermitRespelledIsTheSame(String before, String after) {
        EditionChange change = rows("| 2023 年 4 月 | " + before + " |\n", "| 2023 年 4 月 | " + after + " |\n");
        assertThat(change.entriesAdded()).isEmpty();
        assertThat(change.entriesRemoved()).isEmpty();
        assertThat(change.entriesChanged()).isEmpty();

        EditionChange dated = rows("| 2023 年 4 月 | " + before + " |\n", "| 2023 年 6 月 | " + after + " |\n");
        assertThat(dated.entriesAdded()).isEmpty();
        assertThat(dated.entriesRemoved()).isEmpty();
        assertThat(dated.entriesChanged()).singleElement().asString().endsWith("2023 年 4 月 -> 2023 年 6 月");
    }

    @Test
    void anotherQualifierIsAnotherEntry() {
        EditionChange change = rows("| 2023 年 4 月 | 续 10 年卡 |\n", "| 2023 年 4 月 | 10 年卡 |\n");

        assertThat(change.entriesAdded()).containsExactly("10 年卡 (2023 年 4 月)");
        assertThat(change.entriesRemoved()).containsExactly("续 10 年卡 (2023 年 4 月)");
    }

    @Test
    void aTableMovedToAnotherSectionKeepsItsEntries() {
        EditionChange change = change("# 名单\n\n" + TABLE.strip().lines().skip(2).reduce("", (a, b) -> a + b + "\n")
                + "| 2023 年 4 月 | 学生 |\n", TABLE.replace("名单", "新名单") + "| 2023 年 4 月 | 学生 |\n");

        assertThat(change.lines()).containsExactly("+ section a.md > 新名单", "- section a.md > 名单");
    }

    private EditionChange rows(String before, String after) {
        return change(TABLE + before, TABLE + after);
    }

    private EditionChange change(String before, String after) {
        return EditionChange.between(read("a.md", HEAD + before), read("a.md", HEAD + after));
    }

    private Library read(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Library library = new LibraryReader(folder, null, CLOCK).read();
        assertThat(library.articles()).extracting(article -> article.file()).contains(name);
        return library;
    }
}
