package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys above an article. */
final class FrontMatterTest {

    private final Folder folder;

    FrontMatterTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void listsAndMapsAreSources() {
        Article article = read(
                "source:\n  - https://a.fr/x\n  - title: 乙\n    url: https://b.fr/\naliases: [丙, 丁]\nlang: zh");

        assertThat(article.sources()).containsExactly(new Link("https://a.fr/x", "https://a.fr/x"),
                new Link("乙", "https://b.fr/"));
        assertThat(article.aliases()).containsExactly("丙", "丁");
    }

    @Test
    void oneOfEachNeedsNoList() {
        assertThat(read("source: https://a.fr\naliases: 丙").sources()).hasSize(1);
        assertThat(read("source: {title: 乙, url: https://b.fr}").sources())
                .containsExactly(new Link("乙", "https://b.fr"));
        assertThat(read("aliases: 丙").aliases()).isEqualTo(List.of("丙"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"as_of: 2024-07", "as_of: '2024-07'", "as_of: 2024-07-31", "as_of: 2024-07 # 月"})
    void monthsAndDatesAreTaken(String key) {
        assertThat(read(key).asOf()).isEqualTo(YearMonth.of(2024, 7));
    }

    @Test
    void aSourceThatIsNoLinkIsAWarning() {
        read("source: 内政部");

        assertThat(folder.read().problems()).extracting(Problem::severity).containsOnly(Problem.Severity.WARNING);
        assertThat(folder.read().problems().getFirst().line()).isEqualTo(3);
        assertThat(folder.read().problems().getFirst().message()).contains("内政部", "write an absolute URL");
    }

    private Article read(String keys) {
        return folder.with("a.md", "---\ntitle: 题目\n" + keys + "\nwords_per_minute: 20\n---\n甲\n").read().articles()
                .getFirst();
    }
}
