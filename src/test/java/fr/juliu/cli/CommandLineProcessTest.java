package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.JuliuApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as processes of their own, in locales that know no Chinese. */
@Tag("integration")
final class CommandLineProcessTest {

    /** 居留 as a shell writes its bytes, whatever the locale of this test. */
    private static final String CHINESE = "$(printf '\\345\\261\\205\\347\\225\\231')";

    private static final Path CONFIG = Path.of("config").toAbsolutePath();

    @TempDir
    private Path home = Path.of("");
    private Terminal terminal = Terminal.in(home);

    @BeforeEach
    void openTerminal() {
        terminal = Terminal.in(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "", "POSIX"})
    void standardOutputIsUtf8AndCarriesAnswersOnly(String locale) throws IOException, InterruptedException {
        Path questions = terminal.file("questions.jsonl", "{\"id\": \"学\", \"q\": \"学生居留能网上申请吗\"}\nno json\n");

        Terminal.Output output = run(locale, "ask --json --knowledge " + terminal.folder("articles", Terminal.ARTICLE)
                + " --file " + questions);

        assertThat(output.code()).isZero();
        assertThat(output.lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(output.lines().getFirst()).contains("\"id\":\"学\"", "学生 étudiant", "2020 年 9 月");
        assertThat(output.lines().getLast()).contains("\"outcome\":\"unknown\"");
        assertThat(output.err()).contains("questions.jsonl:2：这一行不是 JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask " + CHINESE, "ask \"visiteur " + CHINESE + "\"", "check --knowledge /tmp/" + CHINESE,
            "check --config /tmp/" + CHINESE, "ask --file /tmp/" + CHINESE})
    void chineseArgumentsThatTheLocaleLosesAreRefusedInOneLine(String line) throws IOException, InterruptedException {
        String knowledge = line.contains("--knowledge")
                ? ""
                : " --knowledge " + terminal.folder("articles", Terminal.ARTICLE);

        Terminal.Output output = run("C", line + knowledge);

        assertThat(output.code()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(output.err().lines()).as(output.err()).singleElement().asString().contains("LC_ALL=C.UTF-8");
    }

    @Test
    void aFirstWordThatIsNoCommandStartsNoServer() throws IOException, InterruptedException {
        assertThat(run("C", "chekc")).satisfies(output -> {
            assertThat(output.code()).isEqualTo(2);
            assertThat(output.err()).startsWith("没有命令 chekc\n您要的是不是 check？\n");
        });
        assertThat(run("C", "--help")).satisfies(output -> {
            assertThat(output.code()).isZero();
            assertThat(output.out()).startsWith("用法：");
        });
    }

    @Test
    void theSettingsMayNameAnotherFolderOfWords() throws IOException, InterruptedException {
        terminal.file("config/application.yml", "juliu:\n  config: elsewhere\n");

        assertThat(run("C", "check --knowledge " + terminal.folder("articles", Terminal.ARTICLE)))
                .satisfies(output -> {
                    assertThat(output.code()).isEqualTo(2);
                    assertThat(output.out()).isEmpty();
                    assertThat(output.err().lines()).singleElement().asString().startsWith("juliu.config：")
                            .contains("elsewhere");
                });
    }

    /** A file of the model that is damaged stands before the real one on the classpath. */
    @ParameterizedTest
    @ValueSource(strings = {"encoder.onnx", "vocabulary.txt"})
    void aDamagedModelIsToldOnceAndTablesAnswer(String file) throws IOException, InterruptedException {
        Path damaged = terminal.file("damaged/model/" + file, "no model").resolveSibling("..").normalize();
        Path questions = terminal.file("questions.jsonl", """
                {"q": "学生居留能网上申请吗"}
                {"q": "学生一年能打工多少小时"}
                {"q": "换工作要重新办工作许可吗"}
                """);

        Terminal.Output output = run("C", "ask --json --file " + questions + someOfOurs(), damaged + ":");

        assertThat(output.code()).as(output.err()).isZero();
        assertThat(output.objects()).extracting(answer -> answer.path("outcome").asString())
                .containsExactly("listed", "unknown", "unknown");
        assertThat(output.err().lines()).singleElement().asString().contains(file + " is damaged", "restart");
    }

    @Test
    void aCheckWithoutAModelSaysSo() throws IOException, InterruptedException {
        Path damaged = terminal.file("damaged/model/encoder.onnx", "no model").resolveSibling("..").normalize();

        Terminal.Output output = run("C", "check --knowledge " + terminal.folder("articles", Terminal.ARTICLE)
                + " --config " + CONFIG, damaged + ":");

        assertThat(output.out().lines().toList().getLast()).contains("只按名单回答");
        assertThat(output.err().lines()).singleElement().asString().contains("The model of sentences does not work");
    }

    private String someOfOurs() {
        return " --config " + CONFIG + " --knowledge " + FirstArticle.and("etudiant.md", home.resolve("knowledge"));
    }

    private Terminal.Output run(String locale, String arguments) throws IOException, InterruptedException {
        return run(locale, arguments, "");
    }

    /**
     * Runs what a shell makes of the arguments, in the home folder.
     *
     * @param first what stands first on the classpath
     */
    private Terminal.Output run(String locale, String arguments, String first)
            throws IOException, InterruptedException {
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", "exec \"$0\" \"$@\" " + arguments,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                first + System.getProperty("java.class.path"), JuliuApplication.class.getName()))
                .directory(home.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("JULIU_"));
        builder.environment().put("LANG", locale);
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();

        assertThat(ended).isTrue();
        return new Terminal.Output(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
