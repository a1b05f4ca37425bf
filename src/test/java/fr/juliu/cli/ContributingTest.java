package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the keepers' guide says is so: its examples, put where they say that they belong, are accepted and answered as told,
 * and the messages that it explains are those of the program.
 */
final class ContributingTest {

    private static final Pattern EXAMPLE = Pattern.compile("^```\\w+ (\\S+/\\S+)\\n(.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile("^\\| `(.+?)` .*$", Pattern.MULTILINE);
    private static final Pattern OUTCOME = Pattern.compile("`(listed|not-listed|section|list|out-of-scope)`");
    private static final String ARTICLE = "knowledge/gardien-de-phare.md";
    private static final String TABLE = "knowledge/demande-en-ligne.md";
    private static final String QUESTIONS = "knowledge/questions.jsonl";
    private static final String PHRASINGS = "knowledge/phrasings/gardien-de-phare.jsonl";
    private static final String GUIDE = read(Path.of("CONTRIBUTING.md"));

    private Terminal terminal = Terminal.in(Path.of("."));

    @BeforeEach
    void copyTheFolders(@TempDir Path home) throws IOException {
        terminal = Terminal.in(home);
        copy("knowledge", ".md");
        copy("config", ".yml");
        edit(TABLE, text -> text.replaceFirst("\\| --- \\| --- \\|\n", "$0" + example(TABLE))
                .replaceFirst("as_of: .*", "as_of: 2024-08"));
        edit("config/permits.yml",
                text -> text.replaceFirst("permits:\n", "$0" + example("config/permits.yml") + "\n"));
        edit("config/lexicon.yml", text -> text.replaceFirst("same:\n", "$0" + example("config/lexicon.yml")));
        terminal.file(ARTICLE, example(ARTICLE));
    }

    @Test
    void theExamplesAreAcceptedAndAnsweredAsTheySay() {
        terminal.file(QUESTIONS, example(QUESTIONS));

        Terminal.Output output = check("knowledge");

        assertThat(output.err()).isEmpty();
        assertThat(output.code()).isZero();
        assertThat(output.lines()).noneMatch(line -> line.startsWith("错误") || line.startsWith("提醒 gardien")
                || line.startsWith("提醒 questions") || line.startsWith("提醒 phare")
                || line.contains("permits.yml"));
        assertThat(output.lines().getLast()).contains("答对 7 / 7");
    }

    @Test
    void everyOutcomeHasAnExample() {
        List<String> outcomes = lines(QUESTIONS).map(question -> question.get("outcome").asString()).toList();

        assertThat(OUTCOME.matcher(GUIDE).results().map(found -> found.group(1)).toList()).isSubsetOf(outcomes);
    }

    @Test
    void phrasingsHaveTheFormOfQuestionsAndRepeatNone() {
        terminal.file(QUESTIONS, example(PHRASINGS));

        assertThat(check("knowledge").lines())
                .noneMatch(line -> line.startsWith("错误") || line.startsWith("提醒 questions"));
        assertThat(lines(PHRASINGS).map(line -> line.get("outcome").asString())).containsOnly("section",
                "out-of-scope");
        assertThat(lines(PHRASINGS).map(line -> line.get("q").asString()))
                .doesNotContainAnyElementsOf(lines(QUESTIONS).map(line -> line.get("q").asString()).toList());
    }

    @Test
    void theExampleArticleIsFoundByTheWordAdded() {
        Terminal.Output output = terminal.run("ask", "--knowledge", path("knowledge"), "--config", path("config"),
                "examen de vertige 在哪里做");

        assertThat(output.out()).contains("恐高检查在任何一家港口诊所都能做");
    }

    @Test
    void theMessagesExplainedAreThoseOfTheProgram() {
        breakAFolder();
        List<String> said = check("broken").lines();

        List<String> explained = MESSAGE.matcher(section("## 检查")).results().map(row -> row.group(1)).toList();
        assertThat(explained).hasSizeGreaterThan(15).allSatisfy(message -> {
            String pattern = Stream.of(message.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            assertThat(said).anyMatch(line -> Pattern.compile(pattern).matcher(line).find());
        });
    }

    /** A folder with every mistake that the guide explains. */
    private void breakAFolder() {
        String head = "---\ntitle: 甲\nas_of: 2024-05\n---\n";
        terminal.file("broken/start.md", "# 没有开头\n");
        terminal.file("broken/end.md", "---\ntitle: 甲\n");
        terminal.file("broken/title.md", "---\nas_of: 2024-05\n---\n字\n");
        terminal.file("broken/yaml.md", "---\ntitle: 工签：\"甲\"\nas_of：2024-05\n---\n字\n");
        terminal.file("broken/month.md", "---\ntitle: 甲\nas_of: 2024年5月\n---\n字\n");
        terminal.file("broken/source.md", "---\ntitle: 丙\nsource: www.example.org\n---\n## 好\n字[甲](#乙)[丙](丁.md)\n");
        terminal.file("broken/table.md", head + """
                | 日期 | 居留类型 |
                | --- | --- |
                | 去年 | 学生 |
                | 2024 年 5 月 | |
                | 2024 年 4 月 |
                """);
        terminal.file("broken/future.md", """
                ---
                title: 丁
                作者: 甲
                topic: 学习
                topic: 火星
                as_of: 2027-05
                ---
                | 日期 | 居留类型 |
                | --- | --- |
                | 2024 年 5 月 | 月球人 lunaire |
                """);
        terminal.file("broken/old.md", "---\ntitle: 戊\nas_of: 2020-05\n---\n## 好\n好的。\n");
        terminal.file("broken/ages.md", """
                ---
                title: 己
                as_of: 2024-05
                ages: 钱
                ---
                ## 过了的
                字。

                时效：手续，有效至 2024 年 7 月

                ## 快到的
                - 字。
                时效：核对于 2024 年 12 月，有效至 2024 年 9 月

                时效：钱
                """);
        terminal.file("broken/marks.md", """
                ---
                title: “庚”
                as_of: 2024-05
                alias: [辛]
                ---
                甲 ![](https://example.org/x.png)

                ##没有空格

                | 一 | 二 |
                | 三 | 四 |

                | 五 | 六 |
                | --- | --- |
                | 七 ｜ 八 |

                来源：【壬】https://example.org

                来源（2024 年 5 月）：【壬】https://example.org

                ## 长

                """ + "字".repeat(601) + "\n\n学生居留还不能在 ANEF 上申请。\n");
        terminal.file("broken/list.md", head + "| 日期 | 居留类型 |\n| 2024 年 4 月 | 学生 |\n");
        terminal.file("broken/rollout.md", head.replace("甲", "癸") + "| 日期 | 居留类型 |\n| --- | --- |\n"
                + "| 2024 年 5 月 | 学生 étudiant |\n");
        write("broken/bytes.md", (head + "字\n").getBytes(Charset.forName("GBK")));
        terminal.file("broken/questions.jsonl", """
                {"id": "1", "q": "甲", "outcome": "section"
                {"id": "2", "q": "甲", "outcome": "answer"}
                {"id": "3", "outcome": "section"}
                {"id": "4", "q": "学生居留能网上申请吗", "outcome": "listed", "rows": ["2024 年 5 月|学生"]}
                {"id": "4", "q": "学生", "outcome": "not-listed"}
                {"id": "5", "q": "学生", "outcome": "section", "section": "没有"}
                {"id": "6", "q": "学生", "outcome": "section"}
                {"id": "7", "q": "学生居留能网上申请吗", "outcome": "listed", "row": ["2024 年 5 月|学生"]}
                {"id": "8", "q": "最新的是什么", "outcome": "list", "rows": "the newest"}
                """);
        terminal.file("broken/phrasings/old.jsonl", """
                {"id": "p1", "q": "学生怎么办", "outcome": "section"}
                {"id": "p2", "q": "学生！", "outcome": "section", "section": "好"}
                """);
    }

    private Terminal.Output check(String folder) {
        return terminal.run("check", "--knowledge", path(folder), "--config", path("config"));
    }

    private String path(String name) {
        return terminal.home().resolve(name).toString();
    }

    private void copy(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            files.filter(file -> file.toString().endsWith(ending)).forEach(file -> terminal.file(file.toString(),
                    read(file)));
        }
    }

    private void edit(String name, UnaryOperator<String> change) {
        String before = read(terminal.home().resolve(name));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        terminal.file(name, after);
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(terminal.home().resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The examples that belong into a file. */
    private static String example(String file) {
        String text = EXAMPLE.matcher(GUIDE).results().filter(found -> found.group(1).equals(file))
                .map(found -> found.group(2)).collect(Collectors.joining());
        assertThat(text).as("examples for %s", file).isNotEmpty();
        return text;
    }

    private static Stream<JsonNode> lines(String file) {
        return example(file).lines().map(new JsonMapper()::readTree);
    }

    /** The guide from a heading to the next of its kind. */
    private static String section(String heading) {
        String rest = GUIDE.substring(GUIDE.indexOf(heading + "\n"));
        return rest.substring(0, rest.indexOf("\n## ", 1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
