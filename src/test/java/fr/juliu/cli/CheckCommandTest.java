package fr.juliu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
        assertThat(output.lines()).singleElement().asString().contains("1 articles", "0 problems", "1 / 1", "100.0 %");
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
        assertThat(output.lines()).anyMatch(line -> line.startsWith("error b.md:"))
                .anyMatch(line -> line.startsWith("error questions.jsonl:2:"));
    }

    @Test
    void tooFewRightAnswersFail() {
        terminal.file("new/questions.jsonl", RIGHT + WRONG);

        assertThat(check().code()).isEqualTo(1);
        assertThat(check().lines()).anyMatch(line -> line.startsWith("warning wrong 游客居留能网上申请吗: expected not-listed"));
        assertThat(check("--floor", "0.5").code()).isZero();
        assertThat(terminal.with("JULIU_CHECK_FLOOR", "0.5").run("check", "--knowledge", folder).code()).isZero();
    }

    @Test
    void aRightOutcomeWithWrongPermitsIsToldByItsRows() {
        terminal.file("new/questions.jsonl", RIGHT.replace("2020 年 9 月|学生", "2021 年 9 月|游客"));

        assertThat(check().lines().getFirst()).isEqualTo("warning right 学生居留能网上申请吗: expected listed"
                + " [2021 年 9 月|游客], got listed [2020 年 9 月|学生 étudiant] (居留)");
    }

    @Test
    void aWrongListIsToldByWhatDiffers() {
        terminal.file("new/questions.jsonl", """
                {"id": "l", "q": "哪些居留可以网上申请", "outcome": "list", "rows": ["2021 年 9 月|游客", "2020 年 9 月|副本"]}
                """);

        assertThat(check().lines().getFirst()).isEqualTo("warning l 哪些居留可以网上申请: expected list"
                + " [2020 年 9 月|副本; 1 in both], got list [2020 年 9 月|学生 étudiant; 1 in both] (居留)");
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

        assertThat(check().lines().getLast()).contains("right 1 / 1");
    }

    @Test
    void aFieldThatTheCatalogueDoesNotHaveIsNamed() {
        terminal.file("config/permits.yml", "permits: [{id: a, zh: 甲, weka: [乙]}]");

        assertThat(check("--config", terminal.home().resolve("config").toString()).err())
                .contains("permits.yml:1: 'weka' means nothing; did you mean 'weak'?");
    }

    @Test
    void aWrongSectionIsToldBesideTheRightOne() {
        terminal.file("new/questions.jsonl", "{\"id\": \"s\", \"q\": \"工作许可怎么申请\", \"outcome\": \"section\","
                + " \"section\": \"居留\"}\n");

        assertThat(check().lines().getFirst()).contains("expected section [居留], got section (工作许可)");
    }

    @Test
    void aMissingDateIsOnlyAWarning() {
        terminal.file("new/b.md", "---\ntitle: 法籍\n---\n法籍可以在网上申请。\n");

        Terminal.Output output = check();

        assertThat(output.code()).isZero();
        assertThat(output.lines().getFirst()).startsWith("warning b.md").contains("as_of");
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
                .startsWith("warning b.md:7: the permit \"月球居民 lunaire\" is not in config/permits.yml");
    }

    @Test
    void whatChangedFromAnotherFolderIsTold() {
        String old = terminal.folder("old", Terminal.ARTICLE.replace("2020 年 9 月", "2020 年 8 月")
                .replace("游客 visiteur", "人才护照 passeport-talent").replace("由公司", "由雇主")
                + "\n## 法籍\n法籍可以在网上申请。\n");
        terminal.file("new/a.md", Terminal.ARTICLE + "\n## 副本\n丢了可以补办。\n");

        assertThat(check("--against", old).lines()).contains("+ section a.md > 副本", "- section a.md > 法籍",
                "~ section a.md > 工作许可", "+ rollout 游客 visiteur (2021 年 9 月)",
                "- rollout 人才护照 passeport-talent (2021 年 9 月)", "~ rollout 学生 étudiant: 2020 年 8 月 -> 2020 年 9 月");
        assertThat(check("--against", folder).lines()).hasSize(1);
    }

    @Test
    void whatIsLostFromAnotherFolderIsAWarning() {
        String whole = Terminal.ARTICLE + "\n## 法籍\n法籍可以在网上申请。\n";
        String old = terminal.folder("old", whole);
        terminal.file("new/a.md", whole.substring(0, whole.indexOf("| 2020 年 9 月")));

        Terminal.Output output = check("--against", old);
        assertThat(output.code()).isZero();
        assertThat(output.lines()).contains("warning lost section a.md > 工作许可", "warning lost section a.md > 法籍",
                "warning lost rollout 学生 étudiant (2020 年 9 月)");
        JsonNode lost = check("--json", "--against", old).object().get("lost");
        assertThat(lost.get(0).asString()).isEqualTo("lost section a.md > 工作许可");
        assertThat(check("--json").object().get("lost").isEmpty()).isTrue();
    }

    @Test
    void whoDecidesIsTold() {
        assertThat(check().lines().getLast())
                .endsWith("decided by rules, since phrasings lead to only 0 of 2 places");
        terminal.folder("new/phrasings", "");
        terminal.file("new/phrasings/a.jsonl", """
                {"id": "1", "q": "公司怎么给我办工作许可", "outcome": "section", "section": "工作许可"}
                """);
        assertThat(check().lines().getLast()).endsWith("taught by 1 phrasings, which lead to 1 of 2 places");
        JsonNode decider = check("--json").object().get("decider");
        assertThat(decider.get("by").asString()).isEqualTo("phrasings");
        assertThat(decider.get("taught").asInt()).isEqualTo(1);
        assertThat(terminal.with("JULIU_MODEL", "off").run("check", "--knowledge", folder).lines().getLast())
                .endsWith("decided by rules, since the model is off or does not work");
    }

    @Test
    void whatToCheckNextIsTold() {
        StringBuilder article = new StringBuilder("---\ntitle: 乙\nas_of: 2024-07\nages: 金额\n---\n字。\n");
        for (int year = 2010; year < 2022; year++) {
            article.append("\n## 乙 ").append(year).append("\n字。\n\n来源（").append(year).append(" 年 8 月）：丙\n");
        }
        terminal.file("new/b.md", article + "\n## 丁\n字。\n\n时效：核对于 2024 年 7 月，有效至 2024 年 9 月\n");

        List<String> lines = check().lines();
        assertThat(lines).hasSize(12).noneMatch(line -> line.startsWith("warning"));
        assertThat(lines.subList(0, 3)).containsExactly(
                "13 sections need the keeper this month: hold them against their sources, then write 核对于 and the month;"
                        + " first these:",
                "- b.md:68: \"丁\" holds until 2024-09; look what holds after it",
                "- b.md:8: \"乙 2010\" 金额 of 2010-08, 168 months ago, which is more than 12");
        assertThat(check().code()).isZero();
        JsonNode report = check("--json").object();
        assertThat(report.get("due").asInt()).isEqualTo(13);
        assertThat(report.get("next").size()).isEqualTo(10);
        assertThat(report.get("next").get(1).get("kind").asString()).isEqualTo("金额");
        assertThat(terminal.with("JULIU_FACTS_MAXAGE", "0").run("check", "--knowledge", folder).lines().getFirst())
                .startsWith("15 sections need the keeper");
    }

    @Test
    void howFastFactsAgeIsASetting() {
        terminal.file("new/b.md", "---\ntitle: 乙\nas_of: 2023-07\nages: 金额\n---\n字。\n");
        assertThat(check().lines()).hasSize(3);
        terminal.file("config/ages.yml", "table_months: 6\nages: [{names: [金额], months: 13, called: 数}]\n");
        String config = terminal.home().resolve("config").toString();
        assertThat(check("--config", config).lines()).hasSize(1);
        terminal.file("config/ages.yml", "table_months: 6\nages: [{names: [金额], months: soon, called: 数}]\n");
        assertThat(check("--config", config).err()).contains("ages.yml: 'months' is soon; write a number of months");
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
