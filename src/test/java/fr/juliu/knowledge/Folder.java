package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A folder of articles in a test, read as in August 2024. */
public record Folder(Path path) {

    public static final String HEAD = "---\ntitle: 题目\nas_of: 2024-05\n---\n";
    static final String UNDATED = "---\ntitle: 题目\n---\n";
    public static final String TABLE = "| 日期 | 居留类型 |\n| --- | --- |\n";

    private static final String NO_SOURCE = "the (?:article names no source at all|section .* has no source).*";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-08-15T12:00:00Z"), ZoneOffset.UTC);

    public Folder with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Folder with(String name, byte[] bytes) {
        try {
            Files.write(path.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Library read() {
        return read(null);
    }

    public Library read(@Nullable String siteUrl) {
        Library library = all(siteUrl);
        assertThat(library.problems()).as("told in Chinese, too").allSatisfy(problem -> assertThat(problem.chinese())
                .containsPattern("\\p{IsHan}").doesNotContainPattern("[a-z]{2,} [a-z]{2,} [a-z]{2,}"));
        return new Library(library.articles(), library.questions(), library.phrasings(), library.problems().stream()
                .filter(problem -> !problem.message().matches(NO_SOURCE)).toList());
    }

    /** The same with what is told of articles that name no source, as most of those in tests do. */
    Library all(@Nullable String siteUrl) {
        return new LibraryReader(path, siteUrl == null ? null : URI.create(siteUrl), CLOCK).read();
    }

    /** The only article, whose body follows {@link #HEAD}; line 1 of the body is line 5 of the file. */
    public Article article(String body) {
        return with("a.md", HEAD + body).read().articles().getFirst();
    }

    /** The first section of the only article. */
    Section section(String body) {
        return article(body).sections().getFirst();
    }

    /** The first rollout table of the only article, with these rows. */
    RolloutTable table(String rows) {
        return section(TABLE + rows).tables().getFirst();
    }
}
