package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal names beside saying no. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsTest {

    private static final String ARTICLE = """
            ---
            title: 杂记
            as_of: 2026-01
            ---

            ## 学生居留要什么材料

            学生居留要护照和照片。

            ## 学生搬家

            学生搬家要报地址。

            ## 学生换学校

            学生换学校要说一声。

            ## 收到 OQTF 找谁

            收到 OQTF 可以找 Cimade。
            """;
    private static final String KNOWN = """
            {"id": "1", "q": "印花税在哪里买", "outcome": "section", "section": "学生搬家"}
            """;

    private Workbench bench;

    @BeforeAll
    void build(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.md"), ARTICLE);
        Files.writeString(folder.resolve("questions.jsonl"), KNOWN);
        bench = new Workbench(folder);
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void knownQuestionsThatAreNearComeBeforePlaces() {
        Answer.Unknown unknown = bench.refusals.of(bench.rank("印花税在哪里能买到"));
        assertThat(unknown.suggestions()).containsExactly("印花税在哪里买");
        assertThat(unknown.nearest()).isEmpty();
        assertThat(unknown.reason()).isEqualTo(Answer.Reason.NOT_KNOWN);
        assertThat(unknown.help().points()).extracting(Help.Point::name).containsExactly("买印花 timbre fiscal（官方）",
                "居住地的 préfecture");
    }

    @Test
    void aPlaceIsNamedThatSpeaksOfThePermitAndOfThePointAsked() {
        Answer.Unknown unknown = bench.refusals.of(bench.rank("学生居留要交什么材料"));
        assertThat(unknown.suggestions()).isEmpty();
        assertThat(unknown.nearest()).extracting(Citation::section).containsExactly("学生居留要什么材料");
        assertThat(unknown.reason()).isEqualTo(Answer.Reason.POINT_NOT_KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生居留的颜色", "学生居留要多少钱", "游客居留要交什么材料"})
    void noPlaceIsNamedThatSharesOnlyThePermitOrOnlyThePoint(String question) {
        assertThat(bench.refusals.of(bench.rank(question)).nearest()).isEmpty();
    }

    @Test
    void aPlaceThatHoldsWhatIsAskedIsNamed() {
        assertThat(bench.refusals.of(bench.rank("搬家")).nearest()).extracting(Citation::section)
                .containsExactly("学生搬家");
    }

    @Test
    void anUrgentCaseIsToldWhomToAskAndWhatHelps() {
        Help help = new Help("别等。", List.of(new Help.Point("Cimade", null)));
        assertThat(bench.refusals.of(bench.rank("我收到 OQTF 了"), help)).isInstanceOfSatisfying(Answer.Unknown.class,
                unknown -> {
                    assertThat(unknown.help()).isEqualTo(help);
                    assertThat(unknown.suggestions()).isEmpty();
                    assertThat(unknown.nearest()).extracting(Citation::section).containsExactly("收到 OQTF 找谁");
                });
    }

    @Test
    void smallTalkIsHelpedByNobody() {
        Answer.Unknown greeting = (Answer.Unknown) bench.refusals.of(Answer.Reason.GREETING, bench.read("你好"));
        assertThat(greeting.reason()).isEqualTo(Answer.Reason.GREETING);
        assertThat(greeting.help()).isEqualTo(Help.NONE);
        assertThat(greeting.nearest()).isEmpty();
    }
}
