package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TopicsTest {

    private static final String TWO = """
            topics:
            - {name: 学习, about: 打工, ask: 学生能打工吗}
            - {name: 家庭, about: 结婚}
            """;

    @TempDir
    private Path config = Path.of("");
    @TempDir
    private Path articles = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(config.resolve("topics.yml"), TWO);
    }

    @Test
    void articlesStandInTheOrderOfTheFileThenOthersThenThoseWithout() {
        Library library = new Folder(articles).with("d.md", article("家庭")).with("b.md", article("学习"))
                .with("a.md", article("学习")).with("c.md", article("火星")).with("e.md", article(null)).read();
        List<Topics.Group> groups = topics().of(library.articles());
        assertThat(groups).extracting(group -> group.topic().name()).containsExactly("学习", "家庭", "火星", "其他");
        assertThat(groups.getFirst().articles()).extracting(Article::slug).containsExactly("a", "b");
        assertThat(groups.getFirst().topic().ask()).isEqualTo("学生能打工吗");
        assertThat(topics().problems(library.articles())).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("c.md");
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(problem.told()).contains("火星", "topics.yml");
        });
    }

    @Test
    void aTopicThatNoArticleHasIsNotShown() {
        Library library = new Folder(articles).with("a.md", article("家庭")).read();
        assertThat(topics().of(library.articles())).extracting(group -> group.topic().name()).containsExactly("家庭");
    }

    @Test
    void aMisspeltKeyIsNamed() throws IOException {
        Files.writeString(config.resolve("topics.yml"), "topics:\n- {name: 学习, abuot: 打工}\n");
        assertThatThrownBy(this::topics).isInstanceOf(ConfigException.class).hasMessageContaining("topics.yml")
                .hasMessageContaining("abuot");
    }

    @Test
    void eachOfOurArticlesHasATopicOfTheFile() {
        Topics ours = Topics.read(new ConfigFolder(Path.of("config")));
        Library library = new LibraryReader(Path.of("knowledge"), null, Clock.systemUTC()).read();
        assertThat(library.articles()).extracting(Article::topic).allMatch(Objects::nonNull);
        assertThat(ours.problems(library.articles())).isEmpty();
    }

    private Topics topics() {
        return Topics.read(new ConfigFolder(config));
    }

    private static String article(@Nullable String topic) {
        return Folder.HEAD.replace("as_of", (topic == null ? "" : "topic: " + topic + "\n") + "as_of") + "字\n";
    }
}
