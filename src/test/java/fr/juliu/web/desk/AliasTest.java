package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.cli.Commands;
import fr.juliu.edition.Edition;
import fr.juliu.keep.OpenQuestion;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drafts of an alias do in the settings what the desk says: each is pasted where it says, and all is checked. */
final class AliasTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-08-15T12:00:00Z"), ZoneOffset.UTC);
    private static final String ASKED = "鸬鹚卡在网上能申请吗";
    private static final String NAME = "鸬鹚";
    private static final List<String> SETTINGS = List.of("permits.yml", "aspects.yml", "lexicon.yml", "help.yml");

    private final Path knowledge;
    private final Path config;

    AliasTest(@TempDir Path home) throws IOException {
        knowledge = Files.createDirectory(home.resolve("knowledge"));
        config = Files.createDirectory(home.resolve("config"));
        Files.copy(FirstArticle.folder().resolve("demande-en-ligne.md"), knowledge.resolve("demande-en-ligne.md"));
        Files.write(knowledge.resolve("questions.jsonl"),
                Files.readAllLines(FirstArticle.folder().resolve("questions.jsonl")).subList(0, 30));
        for (String name : SETTINGS) {
            Files.copy(Path.of("config", name), config.resolve(name));
        }
    }

    /** What a command printed. */
    private record Output(int code, String out, String err) {
    }

    @Test
    void theLineOfTheLexiconIsSoundAsItIs() throws IOException {
        paste(config.resolve("lexicon.yml"), "same:\n", alias().lexicon() + "\n");
        assertSound(run("check"));
    }

    @Test
    void theNameOfAPermitIsUnderstoodOnceItIsPasted() throws IOException {
        assertThat(run("ask", ASKED).out()).doesNotContain("étudiant");
        String permits = Files.readString(config.resolve("permits.yml"));
        int names = permits.indexOf("names: [", permits.indexOf("- id: etudiant\n"));
        int end = permits.indexOf(']', names);
        Files.writeString(config.resolve("permits.yml"),
                permits.substring(0, end) + alias().permit() + permits.substring(end));
        assertSound(run("check"));
        assertThat(run("ask", ASKED).out()).contains("étudiant");
        assertThat(run("ask", "学生居留能网上申请吗").out()).contains("étudiant");
    }

    @Test
    void aSecondListOfNamesIsNamedByLine() throws IOException {
        paste(config.resolve("permits.yml"), "  - id: etudiant\n", "    names: [\"鸬鹚卡\"]\n");
        int line = Files.readAllLines(config.resolve("permits.yml")).indexOf("  - id: etudiant") + 5;
        Output checked = run("check", "--lang", "en");
        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.err()).startsWith("permits.yml:" + line + ": the same key twice").contains("names")
                .doesNotContain("\tat ");
    }

    @Test
    void aClassThatIsNoneIsNamedByLine() throws IOException {
        paste(config.resolve("lexicon.yml"), "same:\n", "  - [\"<choose>\", \"驾照\"]\n");
        int line = Files.readAllLines(config.resolve("lexicon.yml")).indexOf("same:") + 2;
        Output checked = run("check", "--lang", "en");
        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.err()).startsWith("lexicon.yml:" + line + ": <choose> is no class of words")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"打工时数没用完能不能留到下一年", "住那边怎么样", "一共多少小时", "abc@example.com 可以吗",
            "www.example.org/forum 说的对吗", "<鸬", "怎么更换"})
    void whatIsNoNameIsNoAlias(String question) {
        assertThat(draft(question)).isNull();
    }

    private Alias alias() {
        Alias alias = Objects.requireNonNull(draft(ASKED));
        assertThat(alias.word()).contains(NAME);
        return alias;
    }

    private @Nullable Alias draft(String question) {
        ConfigFolder folder = new ConfigFolder(config);
        Edition edition = Edition.of(new LibraryReader(knowledge, null, CLOCK).read(), folder, CLOCK, false);
        OpenQuestion open = new OpenQuestion(List.of(question), 1, CLOCK.instant());
        return OpenPage.of(open, edition, new NewWords(edition, folder)).alias();
    }

    private static void paste(Path file, String behind, String text) throws IOException {
        String before = Files.readString(file);
        int at = before.indexOf(behind) + behind.length();
        Files.writeString(file, before.substring(0, at) + text + before.substring(at));
    }

    private static void assertSound(Output checked) {
        assertThat(checked.err()).isEmpty();
        assertThat(checked.code()).as(checked.out()).isZero();
        assertThat(checked.out().lines()).noneMatch(line -> line.startsWith("错误") || line.contains(".yml"));
    }

    private Output run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(1, List.of("--knowledge", knowledge.toString(), "--config", config.toString()));
        int code = new Commands(new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("JULIU_MODEL", "off"), CLOCK).run(all.toArray(String[]::new));
        return new Output(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
