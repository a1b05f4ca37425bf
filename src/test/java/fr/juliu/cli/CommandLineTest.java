package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
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
            assertThat(Commands.handles(new String[]{first, "--json"})).as(first).isTrue();
        }
        assertThat(Commands.handles(new String[]{})).isFalse();
        assertThat(Commands.handles(new String[]{"--server.port=8081"})).isFalse();
        assertThat(Commands.handles(new String[]{"--juliu.knowledge=articles", "--debug"})).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesEveryCommandAndTheServer(String line) {
        Terminal.Output output = terminal.run(line);

        assertThat(output.code()).isZero();
        assertThat(output.err()).isEmpty();
        assertThat(output.out()).startsWith("用法：").contains("例子：", "  ask ", "  check ",
                "juliu.jar [--server.port=端口]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help ask", "ask --help", "ask -h", "ask 学生 --help", "ask --json --help"})
    void eachCommandHasAHelpOfItsOwn(String line) {
        Terminal.Output output = terminal.run(line.split(" "));

        assertThat(output.code()).isZero();
        assertThat(output.err()).isEmpty();
        assertThat(output.out()).contains("用法：", "--explain", "退出码：", "例子：", "ask - < 问题.txt")
                .doesNotContain("--against", "\u001B");
        assertThat(terminal.run("check", "--help").out()).contains("--against", "check --links")
                .doesNotContain("--file");
    }

    @ParameterizedTest
    @CsvSource({"LANG,en_GB.UTF-8", "LC_MESSAGES,en", "LC_ALL,en_US.UTF-8"})
    void anEnglishLocaleReadsEnglish(String variable, String locale) {
        Terminal english = terminal.with(variable, locale);

        assertThat(english.run("check", "--help").out()).contains("Checks a folder of articles", "Examples:");
        assertThat(english.run("chekc").err()).startsWith("there is no command chekc\nDo you mean check?\nSee java");
        assertThat(english.run("chekc", "--lang", "zh").err()).startsWith("没有命令 chekc\n您要的是不是 check？\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang en ask", "--lang=en ask", "ask --lang en", "ask --lang=en"})
    void theLanguageIsAFlagAnywhere(String line) {
        assertThat(terminal.run(line.split(" ")).err()).startsWith("ask needs a question");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle chinese = Words.of(List.of(), Map.of()).bundle();
        ResourceBundle english = Words.of(List.of("--lang", "en"), Map.of()).bundle();

        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(chinese.keySet());
        assertThat(english.keySet()).allSatisfy(key -> assertThat(english.getString(key).split("%[sd]", -1)).as(key)
                .hasSameSizeAs(chinese.getString(key).split("%[sd]", -1)));
    }

    @Test
    void colourIsForTerminals() {
        String coloured = terminal.at(new Screens(false, true, true, true)).run("--help").out();

        assertThat(coloured).contains("\u001B[");
        assertThat(Screens.of(Map.of("NO_COLOR", "1")).colours()).isFalse();
    }

    @Test
    void theVersionIsToldInOneLine() {
        Terminal.Output output = terminal.run("--version");

        assertThat(output.code()).isZero();
        assertThat(output.lines()).singleElement().asString().startsWith("juliu ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ask                        | ask 要一个问题
            ask --file q.jsonl 学生    | ask 要一个问题
            ask --colour 学生          | 没有选项 --colour
            ask --jsno 学生            | 您要的是不是 --json？
            ask 学生 --knowledge       | --knowledge 后面要写一个值
            ask --file absent.jsonl    | 没有文件 absent.jsonl
            ask --file .               | . 是文件夹
            chekc --json               | 您要的是不是 check？
            学生居留能网上申请吗       | 没有命令 学生居留能网上申请吗
            check 学生                 | 这个命令后面只写选项，不写 学生
            check --json --json        | --json 写了两次
            check --lang fr            | --lang 不能是 fr
            """)
    void wrongUsageIsExplainedAndPointsToHelp(String line, String explanation) {
        Terminal.Output output = terminal.with("JULIU_KNOWLEDGE", terminal.folder("articles", Terminal.ARTICLE))
                .run(line.split(" "));

        assertThat(output.code()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).contains(explanation, "写 java -jar juliu.jar ", "--help 看用法和例子");
    }

    @ParameterizedTest
    @CsvSource({"check --floor most,juliu.check.floor", "check --floor 95,juliu.check.floor",
            "check --against absent,absent"})
    void aValueThatCannotBeUsedIsNamed(String line, String name) {
        Terminal.Output output = terminal.with("JULIU_KNOWLEDGE", terminal.folder("articles", Terminal.ARTICLE))
                .run(line.split(" "));

        assertThat(output.code()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).contains(name);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            check --knowledge absent                        | --knowledge 写的文件夹 absent 不存在；请看看名字和位置
            check --json --against=absent                   | --against 写的文件夹 absent 不存在；请看看名字和位置
            ask --lang en --knowledge absent 学生           | --knowledge names the folder absent, which is not there; check its name and place
            check --knowledge absent --against elsewhere    | --knowledge 写的文件夹 absent 不存在；请看看名字和位置
            """)
    void aFolderThatIsNotThereIsToldInOneLine(String line, String told) {
        Terminal.Output output = terminal.run(line.split(" +"));

        assertThat(output.code()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).isEqualTo(told + "\n");
    }

    @Test
    void afterTwoDashesEverythingIsTheQuestion() {
        assertThat(terminal.ask("--", "--学生居留能网上申请吗").lines().getFirst()).startsWith("可以");
        assertThat(terminal.ask("--", "--knowledge=absent").code()).isZero();
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
                String.valueOf(settings.getParent()), "JULIU_KNOWLEDGE", byEnvironment), "", Screens.NONE);

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
            assertThat(output.err()).contains("juliu.site-url 是 " + address + "；请写完整的网址");
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
            assertThat(output.err().lines()).singleElement().asString().startsWith("juliu.config");
        }
        assertThat(terminal.ask(QUESTION, "--config", wrong).code()).isZero();
    }

    private static String titled(String title) {
        return Terminal.ARTICLE.replace("网上申请\n", title + "\n");
    }
}
