package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.bench.SyntheticText;
import fr.juliu.decide.Answer;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Problem;
import fr.juliu.search.SearchEngine;
import fr.juliu.tell.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The first article among so many passages that what they speak of is not kept in memory. */
@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LargeFolderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int FILES = 26;
    private static final int PASSAGES = 200;
    private static final String DENIED = "学生居留还不能在 ANEF 上申请。";

    private final SyntheticText texts = new SyntheticText();
    private @Nullable Edition edition;

    @BeforeAll
    void readTheFolder(@TempDir Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("knowledge"));
        Files.copy(Path.of("knowledge", "demande-en-ligne.md"), folder.resolve("demande-en-ligne.md"));
        Files.writeString(folder.resolve("avant.md"),
                "---\ntitle: 以前的事\nas_of: 2019-05\n---\n\n## 学生居留以前怎么办\n\n" + DENIED);
        for (int file = 0; file < FILES; file++) {
            Files.writeString(folder.resolve("article-" + file + ".md"),
                    IntStream.range(file * PASSAGES, (file + 1) * PASSAGES)
                            .mapToObj(n -> "## " + texts.heading(n) + "\n\n" + texts.text(n) + "\n")
                            .collect(Collectors.joining("\n",
                                    "---\ntitle: \"" + texts.heading(-1 - file) + "\"\nas_of: 2024-05\n---\n\n", "")));
        }
        Path data = home.resolve("data");
        edition = Edition.of(new LibraryReader(folder, null, CLOCK).read(), new ConfigFolder(Path.of("config")), CLOCK,
                new ModelUse(true, null, data.resolve("vectors.bin"), trouble -> {
                }), SearchEngine.in(data.resolve("index")));
    }

    @AfterAll
    void close() {
        edition().close();
    }

    private Edition edition() {
        return Objects.requireNonNull(edition);
    }

    private Answer answer(String question) {
        return edition().answerer().ask(question).answer();
    }

    @Test
    void itIsLarge() {
        assertThat(edition().index().isLarge()).isTrue();
        assertThat(edition().index().places()).hasSizeGreaterThan(FILES * PASSAGES);
    }

    @Test
    void tablesAndProseAnswerAsEver() {
        assertThat(answer("学生居留能网上申请吗")).isInstanceOf(Answer.Listed.class);
        assertThat(answer("旅游签证能网上申请吗")).isNotInstanceOf(Answer.Listed.class);
        assertThat(answer("如果在平台上申请有困难")).isInstanceOfSatisfying(Answer.FromSection.class,
                section -> assertThat(section.citation().file()).isEqualTo("demande-en-ligne.md"));
        assertThat(answer("火星上的天气怎么样")).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aPassageIsFoundByItsWords() {
        String heading = texts.heading(1_234);
        assertThat(edition().index().search(heading, List.of()).values()).first()
                .satisfies(hit -> assertThat(hit.place().heading()).isEqualTo(heading));
        assertThat(edition().lookup().find("在平台上申请有困难", 3).places()).extracting(place -> place.article().file())
                .contains("demande-en-ligne.md");
        assertThat(edition().text("article-6.md", heading)).isPresent();
    }

    @Test
    void whoDeniesATableIsStillTold() {
        assertThat(edition().problems()).extracting(Problem::file).contains("avant.md");
    }

    @Test
    void itsFingerprintIsThatOfItsText() {
        Library library = edition().library();
        assertThat(EditionId.of(library, Map.of())).isEqualTo(Digest.of(library + "\n{}"));
    }
}
