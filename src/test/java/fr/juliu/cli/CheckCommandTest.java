package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A folder of articles, checked on the command line. */
final class CheckCommandTest {

    private static final String RIGHT = "{\"id\": \"right\", \"q\": \"学生居留能网上申请吗\", \"outcome\": \"listed\","
            + " \"rows\": [\"2020 年 9 月|学生\"]}\n";
    private static final String WRONG = "{\"id\": \"wrong\", \"q\": \"游客居留能网上申请吗\", \"outcome\": \"not-listed\"}\n";

    private Terminal terminal = Terminal.in(Path.of("."));
    private String folder = "";

    @BeforeEach
    void openTerminal(@TempDir Path home) {
        terminal = Terminal.in(home);
        folder = terminal.folder("new", Terminal.ARTICLE);
    }

    @Test
    void aSoundFolderPasses() {
        terminal.file("new/questions.jsonl", RIGHT);

        Terminal.Output output = check();

        assertThat(output.code()).isZero();
        assertThat(output.err()).isEmpty();
        assertThat(output.lines()).singleElement().asString().contains("1 篇文章", "0 处问题", "1 / 1", "100.0 %");
    }

    @Test
    void aFolderWithoutKnownQuestionsPasses() {
        assertThat(check().code()).isZero();
    }

    @Test
    void aBrokenFileFailsByNameAndLine() {
        terminal.file("new/b.md", "---\ntitle: [\n---\n居留\n");
        terminal.file("new/questions.jsonl", RIGHT + "{\"id\": 1}\n");

        Terminal.Output output = check();

        assertThat(output.code()).isEqualTo(1);
        assertThat(output.lines()).anyMatch(line -> line.startsWith("错误 b.md:"))
                .anyMatch(line -> line.startsWith("错误 questions.jsonl:2："));
    }

    @Test
    void aPromptWithANameThatMeansNothingIsToldByItsLine() {
        terminal.file("config/chooser/question.txt", "{{passages}}\n{{questoin}}\n");
        Terminal.Output output = terminal.run("check", "--knowledge", folder, "--config",
                terminal.home().resolve("config").toString());
        assertThat(output.code()).isEqualTo(2);
        assertThat(output.err()).contains("chooser/question.txt:2", "{{questoin}}");
    }

    @Test
    void tooFewRightAnswersFail() {
        terminal.file("new/questions.jsonl", RIGHT + WRONG);

        assertThat(check().code()).isEqualTo(1);
        assertThat(check().lines()).anyMatch(line -> line.startsWith("提醒 wrong 游客居留能网上申请吗：应为 "));
        assertThat(check("--floor", "0.5").code()).isZero();
        assertThat(terminal.with("JULIU_CHECK_FLOOR", "0.5").run("check", "--knowledge", folder).code()).isZero();
    }

    @Test
    void wrongPermitsAreToldByTheRowsThatDiffer() {
        terminal.file("new/questions.jsonl", RIGHT.replace("2020 年 9 月|学生", "2021 年 9 月|游客"));

        assertThat(check().lines()).startsWith("答错的已知问题（1）：",
                "提醒 right 学生居留能网上申请吗：名单不对，少了 2021 年 9 月|游客，多了 2020 年 9 月|学生 étudiant",
                "哪些本来答对，现在还不知道：加 --against 原来的文件夹");
        assertThat(check("--lang", "en").lines().get(1)).isEqualTo("warning right 学生居留能网上申请吗: expected listed"
                + " [2021 年 9 月|游客], got listed [2020 年 9 月|学生 étudiant] (居留)");
    }

    @Test
    void aWrongListIsToldByWhatDiffers() {
        terminal.file("new/questions.jsonl", """
                {"id": "l", "q": "哪些居留可以网上申请", "outcome": "list", "rows": ["2021 年 9 月|游客", "2020 年 9 月|副本"]}
                """);

        assertThat(check().lines().get(1)).isEqualTo(
                "提醒 l 哪些居留可以网上申请：名单不对，少了 2020 年 9 月|副本，多了 2020 年 9 月|学生 étudiant");
    }

    @Test
    void rowsMayBeComputedFromTheTable() {
        terminal.file("new/questions.jsonl", """
                {"id": "1", "q": "最新上线的是哪种居留", "outcome": "list", "rows": "newest"}
                {"id": "2", "q": "2020 年上线了哪些", "outcome": "list", "rows": "of 2020"}
                {"id": "3", "q": "除了学生还有哪些居留能网上申请", "outcome": "list", "rows": "* except 学生"}
                {"id": "4", "q": "最早上线的是哪种居留", "outcome": "list", "rows": "newest"}
                {"id": "5", "q": "学生居留能网上申请吗", "outcome": "listed", "rows": "the newest"}
                """);

        assertThat(check().lines()).contains("提醒 4 最早上线的是哪种居留：名单不对，少了 2021 年 9 月|游客 visiteur，多了 2020 年 9 月|学生 étudiant")
                .anyMatch(line -> line.startsWith("提醒 questions.jsonl:5：rows 里的") && line.contains("不是表里的一行"));
        assertThat(check().lines().getLast()).contains("答对 3 / 5");
    }

    @Test
    void aChangeOfTheTableProposesWhatToExpect() {
        String questions = RIGHT + """
                {"id": "new", "q": "最新上线的是哪种居留", "outcome": "list", "rows": ["2021 年 9 月|游客"]}
                {"id": "no row", "q": "最近新增了哪种居留", "outcome": "section", "section": "工作许可"}
                """;
        terminal.file("new/questions.jsonl", questions);
        String old = terminal.folder("old", Terminal.ARTICLE);
        terminal.file("old/questions.jsonl", questions);
        terminal.file("new/a.md",
                Terminal.ARTICLE.replace("| 2021 年 9 月", "| 2022 年 5 月 | 人才护照 passeport-talent |\n| 2021 年 9 月"));

        Terminal.Output output = check("--against", old, "--floor", "0.6");

        assertThat(output.code()).as(output.out()).isZero();
        assertThat(output.lines()).contains("以前就答错（1）：", "+ 名单 人才护照 passeport-talent (2022 年 5 月)",
                "名单改了，这些已知问题要跟着改（1）：",
                "questions.jsonl:2：new 最新上线的是哪种居留：把 rows 改成 [\"2022 年 5 月|人才护照 passeport-talent\"]");
        assertThat(check("--against", old, "--json").object().get("proposed").get(0).get("rows").get(0).asString())
                .isEqualTo("2022 年 5 月|人才护照 passeport-talent");
    }

    @Test
    void newFailuresAreToldApartFromOldOnes() {
        String old = terminal.folder("old", Terminal.ARTICLE);
        terminal.file("old/questions.jsonl", RIGHT + WRONG);
        terminal.file("new/questions.jsonl", RIGHT + WRONG
                + "{\"id\": \"more\", \"q\": \"你好\", \"outcome\": \"not-listed\"}\n");
        terminal.file("new/a.md", Terminal.ARTICLE.replace("| 2020 年 9 月 | 学生 étudiant |\n", ""));

        List<String> lines = check("--against", old).lines();

        assertThat(lines).containsSubsequence("本来答对、现在答错（1）：", "新的问题，答错了（1）：", "以前就答错（1）：");
        assertThat(lines.get(lines.indexOf("本来答对、现在答错（1）：") + 1)).startsWith("提醒 right ");
        assertThat(lines.get(lines.indexOf("以前就答错（1）：") + 1)).startsWith("提醒 wrong ");
    }

    @Test
    void manyOldFailuresAreToldByTheirIds() {
        String questions = IntStream.range(0, 11).mapToObj(i -> WRONG.replace("wrong", "w" + i))
                .collect(Collectors.joining());
        String old = terminal.folder("old", Terminal.ARTICLE);
        terminal.file("old/questions.jsonl", questions);
        terminal.file("new/questions.jsonl", questions);

        assertThat(check("--against", old, "--floor", "0").lines()).hasSize(3).containsSubsequence("没有新答错的",
                "以前就答错（11），加 --old 看各是怎么错的：w0、w1、w2、w3、w4、w5、w6、w7、w8、w9、w10");
        assertThat(check("--against", old, "--old").lines()).hasSize(14).contains("以前就答错（11）：")
                .anyMatch(line -> line.startsWith("提醒 w10 游客居留能网上申请吗：应为 "));
    }

    @Test
    void whatWasRightIsRememberedUntilItIsPublished() {
        terminal.file("new/questions.jsonl", RIGHT + WRONG);
        terminal.file("data/.keep", "");
        Terminal own = new Terminal(terminal.home(), Map.of("JULIU_KNOWLEDGE", folder, "JULIU_DATA",
                terminal.home().resolve("data").toString()), "", Screens.NONE);

        assertThat(own.run("check").lines()).contains("答错的已知问题（1）：");
        terminal.file("new/questions.jsonl", RIGHT + WRONG);
        terminal.file("new/a.md", Terminal.ARTICLE.replace("## 居留", "## 居留\n\n字。\n").replace("日期", "日子"));
        for (int i = 0; i < 2; i++) {
            assertThat(own.run("check").lines()).containsSubsequence("本来答对、现在答错（1）：", "以前就答错（1）：");
        }
    }

    @Test
    void progressIsABarOnATerminalAndACountInAPipe() {
        StringBuilder questions = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            questions.append(RIGHT.replace("right", "r" + i));
        }
        terminal.file("new/questions.jsonl", questions.toString());

        assertThat(check().err().lines()).hasSize(11).startsWith("读完 1 篇文章；现在建索引，再问 120 个已知问题",
                "问了 12 / 120").endsWith("问了 120 / 120");
        assertThat(terminal.at(new Screens(false, false, true, false)).run("check", "--knowledge", folder).err())
                .contains("\r[" + "#".repeat(3) + ".".repeat(27) + "] 问了 12 / 120").endsWith("\r\u001B[K");
    }

    @Test
    void theWholeTableIsThatOfAllTables() {
        terminal.file("new/b.md", """
                ---
                title: 另一张名单
                as_of: 2024-07
                source: https://example.org/b
                ---
                另一张名单。
                字
                | 日期 | 居留类型 |
                | --- | --- |
                | 2021 年 5 月 | 人才护照 passeport-talent |
                """);
        terminal.file("new/questions.jsonl", """
                {"id": "l", "q": "哪些居留可以网上申请", "outcome": "list", "rows": ["*"]}
                """);

        assertThat(check().lines().getLast()).contains("答对 1 / 1");
    }

    @Test
    void aFieldThatTheCatalogueDoesNotHaveIsNamed() {
        terminal.file("config/permits.yml", "permits: [{id: a, zh: 甲, weka: [乙]}]");

        Terminal.Output output = check("--lang", "en", "--config", terminal.home().resolve("config").toString());
        assertThat(output.err()).isEqualTo("permits.yml:1: 'weka' means nothing; did you mean 'weak'?\n");
        assertThat(output.out()).isEmpty();
    }

    @Test
    void aWrongSectionIsToldBesideTheRightOne() {
        terminal.file("new/questions.jsonl", "{\"id\": \"s\", \"q\": \"工作许可怎么申请\", \"outcome\": \"section\","
                + " \"section\": \"居留\"}\n");

        assertThat(check().lines().get(1)).endsWith("应为 文章段落「居留」，得到 文章段落「工作许可」");
    }

    @Test
    void aMissingDateIsOnlyAWarning() {
        terminal.file("new/b.md", "---\ntitle: 法籍\n---\n法籍可以在网上申请。\n");

        Terminal.Output output = check();

        assertThat(output.code()).isZero();
        assertThat(output.lines().getFirst()).startsWith("提醒 b.md").contains("as_of");
    }

    @Test
    void aPermitThatTheCatalogueLacksIsOnlyAWarning() {
        terminal.file("new/b.md", """
                ---
                title: 另一张名单
                as_of: 2024-07
                ---
                | 日期 | 居留类型 |
                | --- | --- |
                | 2024 年 3 月 | 月球居民 lunaire、学生 étudiant |
                """);

        Terminal.Output output = check();

        assertThat(output.code()).isZero();
        assertThat(output.lines()).filteredOn(line -> line.contains("permits.yml")).singleElement().asString()
                .startsWith("提醒 b.md:7：居留「月球居民 lunaire」不在 config/permits.yml 里");
    }

    @Test
    void whatChangedFromAnotherFolderIsTold() {
        String old = terminal.folder("old", Terminal.ARTICLE.replace("2020 年 9 月", "2020 年 8 月")
                .replace("游客 visiteur", "人才护照 passeport-talent").replace("由公司", "由雇主")
                + "\n## 法籍\n法籍可以在网上申请。\n");
        terminal.file("new/a.md", Terminal.ARTICLE + "\n## 副本\n丢了可以补办。\n");

        assertThat(check("--against", old).lines()).contains("+ 段落 a.md > 副本", "- 段落 a.md > 法籍",
                "~ 段落 a.md > 工作许可", "+ 名单 游客 visiteur (2021 年 9 月)",
                "- 名单 人才护照 passeport-talent (2021 年 9 月)", "~ 名单 学生 étudiant: 2020 年 8 月 -> 2020 年 9 月");
        assertThat(check("--against", folder).lines()).hasSize(1);
    }

    @Test
    void whatIsLostFromAnotherFolderIsAWarning() {
        String whole = Terminal.ARTICLE + "\n## 法籍\n法籍可以在网上申请。\n";
        String old = terminal.folder("old", whole);
        terminal.file("new/a.md", whole.substring(0, whole.indexOf("| 2020 年 9 月")));

        Terminal.Output output = check("--against", old);
        assertThat(output.code()).isZero();
        assertThat(output.lines()).contains("提醒 丢了段落 a.md > 工作许可（发布要 /reindex force）",
                "提醒 丢了段落 a.md > 法籍（发布要 /reindex force）", "提醒 名单丢了 学生 étudiant (2020 年 9 月)（发布要 /reindex force）");
        JsonNode lost = check("--json", "--against", old).object().get("lost");
        assertThat(lost.get(0).asString()).isEqualTo("lost section a.md > 工作许可");
        assertThat(check("--json").object().get("lost").isEmpty()).isTrue();
    }

    @Test
    void whoDecidesIsTold() {
        assertThat(check().lines().getLast())
                .endsWith("照段落自己的字判断，因为问法只通到 0 / 2 段");
        terminal.folder("new/phrasings", "");
        terminal.file("new/phrasings/a.jsonl", """
                {"id": "1", "q": "公司怎么给我办工作许可", "outcome": "section", "section": "工作许可"}
                """);
        assertThat(check().lines().getLast()).endsWith("照 1 条问法和段落自己的字判断，问法通到 1 / 2 段");
        JsonNode decider = check("--json").object().get("decider");
        assertThat(decider.get("by").asString()).isEqualTo("phrasings");
        assertThat(decider.get("taught").asInt()).isEqualTo(1);
        assertThat(terminal.with("JULIU_MODEL", "off").run("check", "--json", "--knowledge", folder).object()
                .get("decider").get("by").asString()).isEqualTo("tables");
        assertThat(terminal.with("JULIU_MODEL", "off").run("check", "--knowledge", folder).lines().getLast())
                .endsWith("只按名单回答，因为模型没开或者不能用");
    }

    @Test
    void whatToCheckNextIsTold() {
        StringBuilder article = new StringBuilder(
                "---\ntitle: 乙\nas_of: 2024-07\nages: 金额\nsource: https://a.fr\n---\n字。\n");
        for (int year = 2010; year < 2022; year++) {
            article.append("\n## 乙 ").append(year).append("\n字。\n\n来源（").append(year).append(" 年 8 月）：丙\n");
        }
        terminal.file("new/b.md", article + "\n## 丁\n字。\n\n时效：核对于 2024 年 7 月，有效至 2024 年 9 月\n");

        List<String> lines = check().lines();
        assertThat(lines).hasSize(12).noneMatch(line -> line.startsWith("提醒"));
        assertThat(lines.subList(0, 3)).containsExactly(
                "这个月有 13 段该对着来源核对：还对，改「核对于」的月份；不对，改内容。先看这些：",
                "- b.md:69：「丁」到 2024-09 为止；看看以后怎么样",
                "- b.md:9：「乙 2010」金额 是 2010-08 的，过了 168 个月，多于 12 个月");
        assertThat(check().code()).isZero();
        JsonNode report = check("--json").object();
        assertThat(report.get("due").asInt()).isEqualTo(13);
        assertThat(report.get("next").size()).isEqualTo(10);
        assertThat(report.get("next").get(1).get("kind").asString()).isEqualTo("金额");
        assertThat(terminal.with("JULIU_FACTS_MAXAGE", "0").run("check", "--knowledge", folder).lines().getFirst())
                .startsWith("这个月有 15 段该对着来源核对");
    }

    @Test
    void howFastFactsAgeIsASetting() {
        terminal.file("new/b.md", "---\ntitle: 乙\nas_of: 2023-07\nages: 金额\nsource: https://a.fr\n---\n字。\n");
        assertThat(check().lines()).hasSize(3);
        terminal.file("config/ages.yml", "table_months: 6\nages: [{names: [金额], months: 13, called: 数}]\n");
        String config = terminal.home().resolve("config").toString();
        assertThat(check("--config", config).lines()).hasSize(1);
        terminal.file("config/ages.yml", "table_months: 6\nages: [{names: [金额], months: soon, called: 数}]\n");
        assertThat(check("--lang", "en", "--config", config).err())
                .contains("ages.yml:2: 'months' must be a whole number; it is soon");
    }

    @Test
    void jsonTellsTheSame() {
        terminal.file("new/questions.jsonl", RIGHT + WRONG);
        String old = terminal.folder("old", Terminal.ARTICLE.replace("2020 年 9 月", "2020 年 8 月"));

        JsonNode report = check("--json", "--against", old).object();

        assertThat(report.get("articles").asInt()).isEqualTo(1);
        assertThat(report.get("questions").asInt()).isEqualTo(2);
        assertThat(report.get("right").asInt()).isEqualTo(1);
        assertThat(report.get("share").asDouble()).isEqualTo(0.5);
        assertThat(report.get("wrong").get(0).get("id").asString()).isEqualTo("wrong");
        assertThat(report.get("change").get("entriesChanged").get(0).asString()).contains("2020 年 8 月");
    }

    private Terminal.Output check(String... flags) {
        return terminal.run(Terminal.words(new String[]{"check", "--knowledge", folder}, flags));
    }
}
