package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Usage, exit codes, and where the commands take their settings from. */
final class CommandLineTest {

    private static final String QUESTION = "学生居留能网上申请吗";

    private Terminal terminal = Terminal.in(Path.of("."));

    @BeforeEach
    void openTerminal(@TempDir Path home) {
        terminal = Terminal.in(home);
    }

    @Test
    void itHandlesAllButTheSettingsOfTheServer() {
        for (String first : new String[]{"ask", "check", "help", "--help", "-h", "--version", "chekc", "学生"}) {
            assertThat(CommandLine.handles(new String[]{first, "--json"})).as(first).isTrue();
        }
        assertThat(CommandLine.handles(new String[]{})).isFalse();
        assertThat(CommandLine.handles(new String[]{"--server.port=8081"})).isFalse();
        assertThat(CommandLine.handles(new String[]{"--juliu.knowledge=articles", "--debug"})).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "help ask", "ask --help", "ask -h", "check --help",
            "check --json --help"})
    void helpIsTheUsageOfEverything(String line) {
        Terminal.Output output = terminal.run(line.split(" "));

        assertThat(output.code()).isZero();
        assertThat(output.err()).isEmpty();
        assertThat(output.out()).startsWith("usage: ").contains("juliu.jar ask", "juliu.jar check",
                "juliu.jar [--server.port=PORT]");
    }

    @Test
    void theVersionIsToldInOneLine() {
        Terminal.Output output = terminal.run("--version");

        assertThat(output.code()).isZero();
        assertThat(output.lines()).singleElement().asString().startsWith("juliu ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ask                        | ask needs a question
            ask --file q.jsonl 学生    | ask needs a question
            ask --colour 学生          | there is no flag --colour
            ask 学生 --knowledge       | --knowledge needs a value
            ask --file absent.jsonl    | there is no file absent.jsonl
            ask --file .               | --file . cannot be read
            chekc --json               | there is no command chekc
            学生居留能网上申请吗       | there is no command 学生居留能网上申请吗
            check 学生                 | check takes flags alone
            check --floor most         | juliu.check.floor
            check --floor 95           | juliu.check.floor
            check --against absent     | absent
            """)
    void wrongUsageIsExplained(String line, String explanation) {
        Terminal.Output output = terminal.with("JULIU_KNOWLEDGE", terminal.folder("articles", Terminal.ARTICLE))
                .run(line.split(" "));

        assertThat(output.code()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).contains(explanation, "usage: java -jar juliu.jar ask", "check [--knowledge DIR]");
    }

    @Test
    void noReadableArticleIsAnError() {
        String broken = terminal.folder("broken", "---\nno: title\n---\n居留\n");

        for (String folder : new String[]{broken, terminal.home().resolve("absent").toString()}) {
            for (String command : new String[]{"ask --knowledge " + folder + " 学生", "check --knowledge " + folder}) {
                Terminal.Output output = terminal.run(command.split(" "));
                assertThat(output.code()).isEqualTo(2);
                assertThat(output.out()).isEmpty();
                assertThat(output.err()).contains(folder.equals(broken) ? "a.md" : "absent");
            }
        }
    }

    @Test
    void afterTwoDashesEverythingIsTheQuestion() {
        assertThat(terminal.ask("--", "--学生居留能网上申请吗").lines().getFirst()).startsWith("可以");
    }

    @Test
    void aFlagMayCarryItsValueAfterAnEqualsSign() {
        assertThat(terminal.run("ask", "--knowledge=" + terminal.folder("articles", Terminal.ARTICLE), QUESTION).code())
                .isZero();
    }

    @Test
    void flagsWinOverTheEnvironmentAndThisOverTheFile() {
        String byFile = terminal.folder("by-file", titled("文件"));
        String byEnvironment = terminal.folder("by-environment", titled("环境"));
        String byFlag = terminal.folder("by-flag", titled("参数"));
        Path settings = terminal.file("settings/application.yml", "juliu:\n  knowledge: " + byFile + "\n");
        Terminal withSettings = terminal.with("JULIU_CONFIG", String.valueOf(settings.getParent()));
        Terminal both = new Terminal(terminal.home(), Map.of("JULIU_CONFIG",
                String.valueOf(settings.getParent()), "JULIU_KNOWLEDGE", byEnvironment), "");

        assertThat(withSettings.run("ask", QUESTION).out()).contains("《文件》");
        assertThat(both.run("ask", QUESTION).out()).contains("《环境》");
        assertThat(both.run("ask", QUESTION, "--knowledge", byFlag).out()).contains("《参数》");
    }

    @ParameterizedTest
    @CsvSource({"JULIU_CHECK_FLOOR", "JULIU_SITEURL", "JULIU_SITE_URL"})
    void aWrongSettingIsNamed(String variable) {
        Terminal.Output output = terminal.with(variable, "not one\\").ask(QUESTION);

        assertThat(output.code()).isEqualTo(2);
        assertThat(output.err()).contains("juliu.", "not one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "example.org", "/guide", "https:", "mailto:juliu@example.org"})
    void anAddressThatIsNotWholeIsRefused(String address) {
        for (String command : new String[]{"ask 学生", "check"}) {
            Terminal.Output output = terminal.with("JULIU_SITE_URL", address).run(command.split(" "));
            assertThat(output.code()).isEqualTo(2);
            assertThat(output.err()).contains("juliu.site-url is " + address + "; set it to a whole address");
        }
    }

    @Test
    void aFolderOfSettingsThatIsNoneIsRefused() {
        String absent = terminal.home().resolve("absent").toString();
        String file = terminal.file("file", "juliu: {}\n").toString();
        String wrong = terminal.home().resolve("wrong").toString();
        terminal.file("wrong/application.yml", "juliu:\n  config: " + absent + "\n");

        assertThat(terminal.ask(QUESTION, "--config", "config").code()).isZero();
        for (Terminal.Output output : new Terminal.Output[]{terminal.ask(QUESTION, "--config", absent),
                terminal.run("check", "--config", file), terminal.with("JULIU_CONFIG", absent).run("check")}) {
            assertThat(output.code()).isEqualTo(2);
            assertThat(output.err().lines()).singleElement().asString().startsWith("juliu.config: there is no folder");
        }
        assertThat(terminal.ask(QUESTION, "--config", wrong).code()).isZero();
    }

    private static String titled(String title) {
        return Terminal.ARTICLE.replace("网上申请\n", title + "\n");
    }
}
