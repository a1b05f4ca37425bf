package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The articles that the project began with, read without an edit. */
final class RealArticlesTest {

    private static final Path SHARED = Path.of("..", "shared", "articles");

    @BeforeEach
    void needsTheSharedArticles() {
        if (!Files.isDirectory(SHARED)) {
            if ("true".equals(System.getenv("CI"))) {
                fail("no articles at " + SHARED.toAbsolutePath().normalize());
            }
            assumeTrue(false, "skipped: no articles at " + SHARED.toAbsolutePath().normalize());
        }
    }

    @Test
    void theRolloutTableHasEveryPermit() {
        RolloutTable table = anef().sections().get(1).tables().getFirst();
        Map<Integer, Integer> entriesOfRow = new LinkedHashMap<>();
        table.entries().forEach(entry -> entriesOfRow.merge(entry.line(), 1, Integer::sum));

        assertThat(entriesOfRow.values()).containsExactly(1, 5, 2, 6, 1, 2, 1, 1, 3, 1, 1, 1);
        assertThat(table.asOf()).isEqualTo(YearMonth.of(2024, 7));
        assertThat(table.entries().getFirst().permit()).isEqualTo("续 10 年卡 carte de résident (de longue durée-UE)");
        assertThat(table.entries().getFirst().qualifiers()).isEqualTo(Set.of(Qualifier.RENEWAL));
        assertThat(table.entries().subList(1, table.entries().size())).allMatch(entry -> entry.qualifiers().isEmpty());
        assertThat(table.entries().subList(1, 6)).allMatch(entry -> "人道主义".equals(entry.group()));
        assertThat(table.entries().get(3).permit()).isEqualTo("victime de traite des êtres humains");
    }

    @Test
    void theSectionsAreThoseOfTheHeadings() {
        assertThat(anef().sections()).extracting(Section::heading).containsExactly("在线申请法国外国人居留", "居留", "如果在平台上申请有困难",
                "工作许可",
                "商签项目的审核", "赴法实习协议的审核", "法籍");
        assertThat(anef().asOf()).isEqualTo(YearMonth.of(2024, 7));
        assertThat(anef().sections().getFirst().line()).isEqualTo(6);
        assertThat(anef().sections().get(1).line()).isEqualTo(10);
    }

    @Test
    void everyArticleOfTheSiteReadsAsItIs() {
        Library library = new Folder(SHARED.resolve("site")).read("https://example.org");

        assertThat(library.articles()).extracting(Article::file).containsExactly("carte-de-resident.md",
                "demande-tds-en-ligne.md", "liste-documents.md", "sejour-outre-mer.md");
        assertThat(library.problems()).allMatch(problem -> problem.severity() == Problem.Severity.WARNING);
        List<String> texts = library.articles().stream().flatMap(article -> article.sections().stream())
                .flatMap(section -> section.blocks().stream()).map(Block::text).toList();
        assertThat(texts).noneMatch(text -> text.contains("{:") || text.contains("<img") || text.contains("**")
                || text.contains("]("));
    }

    private static Article anef() {
        Library library = new Folder(SHARED.resolve("anef")).read();
        assertThat(library.problems()).extracting(Problem::line).as("its images have no words").containsExactly(8, 69);
        return library.articles().getFirst();
    }
}
