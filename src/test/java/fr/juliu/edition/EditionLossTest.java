package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edited folder no longer says. */
final class EditionLossTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    /** One article in so many is cut in half. */
    private static final int EVERY = Amount.of(4, 1);
    private static final String HEAD = "---\ntitle: 上网记\nas_of: 2024-05\n---\n";
    private static final String TABLE = "\n# 名单\n\n| 日期 | 居留类型 |\n| --- | --- |\n";
    private static final String FEES = "# 费用\n\n每张卡要交 225 欧。\n\n学生减半，只要 75 欧。\n\n印花税票在网上买。\n";
    private static final String QUESTIONS = "# 问答\n\n* **多久能拿到卡？** 三个月左右，看省。\n* **要翻译吗？** 要，找宣誓翻译。\n* **能加急吗？** 不能。\n";

    private final Path folder;

    EditionLossTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aSectionThatIsGoneIsLost() {
        assertThat(lost(FEES + QUESTIONS, QUESTIONS)).containsExactly("lost section a.md > 费用");
        assertThat(lost(FEES + QUESTIONS, FEES)).as("its questions go with it")
                .containsExactly("lost section a.md > 问答");
    }

    @Test
    void aSectionThatIsCutInHalfIsLost() {
        assertThat(lost(FEES, FEES.substring(0, FEES.indexOf("学生"))))
                .containsExactly("lost half or more of section a.md > 费用");
        assertThat(lost("没有标题。\n\n只有两段，第二段长一些。\n", "没有标题。\n"))
                .containsExactly("lost half or more of section a.md > 上网记");
    }

    @Test
    void aQuestionThatIsGoneIsLost() {
        assertThat(lost(QUESTIONS, QUESTIONS.replaceFirst("\\* \\*\\*能加急.*\n", "")))
                .containsExactly("lost section a.md > 问答 > 能加急吗？");
    }

    @Test
    void aRowThatIsGoneIsLostUnlessAnotherOneIsInItsPlace() {
        String rows = "| 2023 年 4 月 | 学生 étudiant |\n| 2023 年 5 月 | 游客 visiteur |\n| 2023 年 6 月 | 医生 médecin |\n";
        assertThat(lost(TABLE + rows, TABLE + rows.replaceFirst("\\|.*\n", "")))
                .containsExactly("lost rollout 学生 étudiant (2023 年 4 月)");
        assertThat(lost(TABLE + rows, TABLE + rows.replace("学生 étudiant", "留学生 étudiant"))).isEmpty();
        assertThat(lost(TABLE + rows, TABLE + rows.replace("2023 年 4 月", "2023 年 3 月"))).as("a new date").isEmpty();
    }

    @Test
    void whatIsMovedRenamedAddedOrCorrectedIsNotLost() {
        assertThat(lost(FEES + QUESTIONS, QUESTIONS + FEES)).isEmpty();
        assertThat(lost(FEES, FEES.replace("# 费用", "# 要交多少钱"))).isEmpty();
        assertThat(lost(FEES, FEES.replace("225", "350").replace("75", "100"))).isEmpty();
        assertThat(lost(FEES, FEES.replace("印花税票在网上买。\n", ""))).as("less than half").isEmpty();
        assertThat(lost(FEES, FEES + QUESTIONS)).isEmpty();
        assertThat(lost(QUESTIONS, QUESTIONS.replace("能加急吗", "可以加急吗"))).isEmpty();
        assertThat(lost("# 只有标题\n\n" + FEES, FEES)).isEmpty();
        Library whole = read("whole", "a.md", FEES + QUESTIONS);
        assertThat(EditionLoss.between(whole, read("other", "b.md", FEES + QUESTIONS)).isEmpty()).as("another file")
                .isTrue();
    }

    @Test
    void halfOfEachOfOurArticlesIsALoss() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("knowledge"))) {
            List<Path> articles = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
            assertThat(articles).hasSizeGreaterThan(10);
            for (int i = 0; i < articles.size(); i += EVERY) {
                Path article = articles.get(i);
                List<String> lines = Files.readAllLines(article);
                String name = String.valueOf(article.getFileName());
                Library whole = readAll("whole " + name, name, String.join("\n", lines));
                Library half = readAll("half " + name, name, String.join("\n", lines.subList(0, lines.size() / 2)));
                EditionLoss loss = EditionLoss.between(whole, half);
                assertThat(loss.isEmpty()).as(name).isFalse();
                assertThat(loss.size()).isEqualTo(loss.lines().size());
                assertThat(EditionLoss.between(half, whole).isEmpty()).as(name).isTrue();
                assertThat(EditionLoss.between(whole, whole).isEmpty()).as(name).isTrue();
            }
        }
    }

    private List<String> lost(String before, String after) {
        return EditionLoss.between(read("before", "a.md", before), read("after", "a.md", after)).lines();
    }

    private Library read(String name, String file, String text) {
        return readAll(name, file, HEAD + text);
    }

    private Library readAll(String name, String file, String text) {
        try {
            Path articles = Files.createDirectories(folder.resolve(name));
            Files.writeString(articles.resolve(file), text);
            return new LibraryReader(articles, null, CLOCK).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
