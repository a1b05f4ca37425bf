package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The articles of {@code knowledge/} are in our own words: facts carry over from others' articles, sentences do not. */
final class CopyTest {

    private static final Path OTHERS = Path.of("..", "shared", "articles");
    private static final Catalogue CATALOGUE = new CatalogueReader(new ConfigFolder(Path.of("config"))).read();

    private static final String ORIGINAL = """
            引言写在第一个标题的上面，讲这篇文章是怎么来的。

            ## 在平台上遇到困难又约不到时间该怎么办理
            如果网站一直报错，就请带着截图去找当地的主管部门帮忙。

            这件事写在[关于外国人居留电子化的第三号部长令](https://example.org/a)里。

            申请人要先准备好在法国出生人员的居留的所有材料原件。

            | 材料 | 说明 |
            | --- | --- |
            | 住址证明 | 最近三个月以内开出的水电费账单或者房租收据 |

            | 日期 | 居留类型 |
            | --- | --- |
            | 2023 年 4 月 | 跟着欧盟公民一起搬到法国来住的非欧盟家属 |
            """;

    @TempDir
    private Path home = Path.of(".");

    @Test
    void ourArticlesAreInOurOwnWords() throws IOException {
        assumeTrue(Files.isDirectory(OTHERS), "skipped: there is no folder " + OTHERS);
        List<Article> others = articlesBelow(OTHERS);
        assertThat(others).as("articles below %s", OTHERS).anyMatch(CopyTest::hasText);
        Copies copies = new Copies(others, CATALOGUE);

        List<Copies.Copy> found = articles(Path.of("knowledge")).stream()
                .flatMap(article -> copies.in(article).stream()).toList();

        assertThat(found).as("sentences that others wrote; say the fact in words of our own").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"如果网站一直报错，就请带着截图去找当地的主管部门帮忙。", "- 如果网站一直报错，就请带着截图去找当地的主管部门帮忙",
            "> 如果网站一直报错就请，带着截图。去找当地的，主管部门帮忙", "如果网站一直报错，**就请**带着\n截图去找当地的主管部门帮忙",
            "- **怎么办？** 如果网站一直报错，[就请带着截图](https://example.org/b)去找当地的主管部门帮忙。",
            "<p>如果网站一直报错，就请带着截图去找当地的主管部门帮忙。</p>"})
    void aCopiedSentenceIsFound(String copy) {
        assertThat(found(copy)).hasSize(1);
    }

    @Test
    void aCopyIsToldByFileLineAndRun() {
        assertThat(found("自己写的一段。\n\n这里说明一下：网站一直报错，就请带着截图去找人。")).extracting(Copies.Copy::toString)
                .containsExactly("a.md:7: 网站一直报错，就请带着截图去找");
    }

    @Test
    void twelveCharactersAreACopy() {
        assertThat(found("网站一直报错就请带着")).isEmpty();
        assertThat(found("网站一直报错就请带着截")).isEmpty();
        assertThat(found("网站一直报错就请带着截图")).hasSize(1);
        assertThat(found("网站一直报错，就请 2 次带着截图")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"## 在平台上遇到困难又约不到时间该怎么办理\n自己写的一段。",
            "| 材料 | 说明 |\n| --- | --- |\n| 账单 | 最近三个月以内开出的水电费账单或者房租收据 |",
            "| 日期 | 居留类型 |\n| --- | --- |\n| 2023 年 4 月 | 跟着欧盟公民一起搬到法国来住的非欧盟家属 |",
            "看[关于外国人居留电子化的第三号部长令](https://example.org/a)。",
            "自己写的一段。\n\n来源（2021 年 8 月）：[如果网站一直报错，就请带着截图去找当地的主管部门帮忙](https://example.org/a)"})
    void headingsTableCellsAndLinkTitlesAreFacts(String facts) {
        assertThat(found(facts)).isEmpty();
    }

    @Test
    void aTitleMayStandInTheProse() {
        assertThat(found("看《在平台上遇到困难又约不到时间该怎么办理》。")).isEmpty();
        assertThat(found("收据要求：最近三个月以内开出的水电费账单或者房租收据。")).isEmpty();
    }

    @Test
    void anOfficialNameNeitherMakesARunNorInterruptsOne() {
        assertThat(CATALOGUE.all()).extracting(Permit::chinese).contains("在法国出生人员的居留");
        assertThat(found("先准备好在法国出生人员的居留的所有，然后寄出。")).isEmpty();
        assertThat(found("申请人要先准备好在法国出生人员的居留的所有材料原件。")).hasSize(1);
    }

    private List<Copies.Copy> found(String body) {
        Copies copies = new Copies(List.of(new Folder(home).article(ORIGINAL)), CATALOGUE);
        return copies.in(new Folder(home).article(body));
    }

    private static List<Article> articlesBelow(Path root) throws IOException {
        List<Article> articles = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(root)) {
            folders.filter(Files::isDirectory).filter(CopyTest::hasArticles)
                    .forEach(folder -> articles.addAll(articles(folder)));
        }
        return articles;
    }

    private static boolean hasText(Article article) {
        return article.sections().stream().flatMap(section -> section.blocks().stream())
                .anyMatch(block -> !block.text().isBlank());
    }

    private static boolean hasArticles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".md"));
        } catch (IOException e) {
            return false;
        }
    }

    /** All articles of a folder; one that cannot be read would go unchecked. */
    private static List<Article> articles(Path folder) {
        Library library = new Folder(folder).read("https://example.org");
        assertThat(library.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        return library.articles();
    }
}
