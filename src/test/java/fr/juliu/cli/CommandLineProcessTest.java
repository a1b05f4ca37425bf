package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.JuliuApplication;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as processes of their own, in locales that know no Chinese. */
final class CommandLineProcessTest {

    @ParameterizedTest
    @ValueSource(strings = {"C", "", "POSIX"})
    void standardOutputIsUtf8AndCarriesAnswersOnly(String locale, @TempDir Path home)
            throws IOException, InterruptedException {
        Terminal terminal = Terminal.in(home);
        Path questions = terminal.file("questions.jsonl", "{\"id\": \"学\", \"q\": \"学生居留能网上申请吗\"}\nno json\n");
        Path out = home.resolve("out");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-cp", System.getProperty("java.class.path"), JuliuApplication.class.getName(), "ask",
                "--json", "--knowledge", terminal.folder("articles", Terminal.ARTICLE), "--file",
                questions.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile())
                .redirectError(Redirect.appendTo(home.resolve("err").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("JULIU_"));
        builder.environment().put("LANG", locale);
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isZero();
        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.getFirst()).contains("\"id\":\"学\"", "学生 étudiant", "2020 年 9 月");
        assertThat(lines.getLast()).contains("\"outcome\":\"unknown\"");
    }
}
