package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How sections say how fast their facts age, and what that makes of them; read in August 2024. */
final class AgeTest {

    private static final Ages AGES = Ages.read(new ConfigFolder(Path.of("config")));
    private static final AgeKind AMOUNT = AGES.find("金额").orElseThrow();

    private final Folder folder;

    AgeTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void aLineIsNoText() {
        Section section = folder.section("要 225 欧。\n\n时效：金额，核对于 2024 年 7 月，有效至 2025 年 12 月\n\n来源（2024 年 1 月）：乙\n");

        assertThat(section.age()).isEqualTo(new Age(AMOUNT, YearMonth.of(2024, 7), YearMonth.of(2025, 12)));
        assertThat(section.blocks()).extracting(Block::text).containsExactly("要 225 欧。");
        assertThat(section.notes()).hasSize(1);
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"要 225 欧。\n时效：金额\n", "要 225 欧。\n\n时效：金额\n来源（2024 年 1 月）：乙\n",
            "要 225 欧。\n\n来源（2024 年 1 月）：乙\n时效：金额\n", "要 225 欧。\n\n **时效**: 金额。\n", "要 225 欧。\n\n時效：金額\n",
            "时效：金额\n\n要 225 欧。\n"})
    void aLineMayStandAnywhereInItsSection(String body) {
        Section section = folder.section(body);

        assertThat(section.age()).isEqualTo(new Age(AMOUNT, null, null));
        assertThat(section.blocks()).extracting(Block::text).containsExactly("要 225 欧。");
        assertThat(section.notes()).hasSize(body.contains("来源") ? 1 : 0);
        assertThat(problems()).isEmpty();
    }

    @Test
    void aLineStandsForItsOwnSectionAlone() {
        List<Section> sections = folder.article("甲。\n\n## 一\n\n乙。\n\n时效：金额\n\n## 二\n\n丙。\n").sections();

        assertThat(sections).extracting(Section::age).containsExactly(Age.UNKNOWN, new Age(AMOUNT, null, null),
                Age.UNKNOWN);
    }

    @Test
    void theFrontMatterSpeaksForSectionsThatSayNothing() {
        List<Section> sections = folder.with("a.md", Folder.HEAD.replace("---\ntitle", "---\nages: 定义\ntitle")
                + "甲。\n\n## 一\n\n乙。\n\n时效：金额\n\n## 二\n\n丙。\n\n时效：核对于 2024 年 5 月\n").read().articles().getFirst()
                .sections();

        AgeKind definition = AGES.find("定义").orElseThrow();
        assertThat(sections).extracting(Section::age).containsExactly(new Age(definition, null, null),
                new Age(AMOUNT, null, null), new Age(definition, YearMonth.of(2024, 5), null));
    }

    @Test
    void whatALineInAListSaysCountsAndIsNoTextEither() {
        Section section = folder.section("- 要 225 欧。\n时效：金额\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n时效：名单\n");

        assertThat(section.age()).isEqualTo(new Age(AMOUNT, null, null));
        assertThat(section.blocks()).extracting(Block::text).noneMatch(text -> text.contains("时效"));
        assertThat(problems()).containsExactly(
                "a.md:6: the line 时效 stands in a list, a quote or a table; put an empty line above it",
                "a.md:11: the line 时效 stands in a list, a quote or a table; put an empty line above it",
                "a.md:11: the section has a line 时效 already, so this one is left out; write one");
    }

    @ParameterizedTest
    @CsvSource({"时效：钱, 钱", "时效：, ''", "时效：核对于 2024 年 13 月, 核对于 2024 年 13 月", "时效：有效至 2024-12, 有效至 2024-12",
            "时效：有效至 2024 年 12 月 5 日, 有效至 2024 年 12 月 5 日"})
    void whatIsWrittenOtherwiseIsNamedByFileAndLine(String line, String word) {
        Section section = folder.section("要 225 欧。\n\n" + line + "\n");

        assertThat(section.age()).isEqualTo(Age.UNKNOWN);
        assertThat(section.blocks()).extracting(Block::text).containsExactly("要 225 欧。");
        assertThat(problems()).containsExactly("a.md:7: the line 时效 says \"" + word + "\", which is neither a month nor"
                + " one of 金额, 门槛, 考试, 名单, 手续, 定义; write 时效：金额，核对于 2026 年 11 月，有效至 2026 年 12 月, or one or two"
                + " of the three");
    }

    @Test
    void aCheckThatIsYetToComeIsNoCheck() {
        assertThat(folder.section("甲。\n\n时效：金额，核对于 2024 年 9 月\n").age()).isEqualTo(new Age(AMOUNT, null, null));
        assertThat(problems()).containsExactly("a.md:7: the facts were checked in 2024-09, which is yet to come; write"
                + " the month in which somebody looked at their source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ages: 钱", "ages: [金额, 门槛]", "ages: {from: 3}", "ages: 12", "ages: true"})
    void frontMatterOfOthersIsTolerated(String key) {
        Library library = folder.with("a.md", "---\nlayout: post\n" + key
                + "\ntitle: 甲\nas_of: 2024-05\ncategories: [x]\npermalink: /x/\n---\n甲。\n").read();

        assertThat(library.articles().getFirst().sections().getFirst().age()).isEqualTo(Age.UNKNOWN);
        assertThat(library.problems()).singleElement().asString().startsWith("a.md:3: ages is ")
                .endsWith("; write one of 金额, 门槛, 考试, 名单, 手续, 定义");
    }

    @ParameterizedTest
    @CsvSource({"2023-07, , 2024-07, CURRENT, 1.0", "2023-07, , 2024-08, AGED, 0.92", "2020-01, , 2024-01, AGED, 0.25",
            "2020-01, 2024-01, 2024-08, CURRENT, 1.0", "2024-05, 2024-01, 2025-05, CURRENT, 1.0",
            "2020-01, 2021-01, 2024-01, AGED, 0.33", ", , 2024-08, CURRENT, 1.0", ", 2020-08, 2024-08, AGED, 0.25"})
    void factsAgeFromTheLaterOfTheirSourceAndTheirCheck(@Nullable YearMonth source, @Nullable YearMonth checked,
            YearMonth now, Freshness.State state, double trust) {
        Freshness fresh = new Age(AMOUNT, checked, null).at(source, now);

        assertThat(fresh.state()).isEqualTo(state);
        assertThat(fresh.trust()).isBetween(trust - 0.005, trust + 0.005);
        assertThat(fresh.hasLikelyChanged()).isEqualTo(trust < 0.5);
    }

    @Test
    void factsEndWithTheirLastMonth() {
        Age age = new Age(AMOUNT, YearMonth.of(2024, 7), YearMonth.of(2024, 8));

        assertThat(age.at(null, YearMonth.of(2024, 8)).state()).isEqualTo(Freshness.State.CURRENT);
        assertThat(age.at(null, YearMonth.of(2024, 9)).state()).isEqualTo(Freshness.State.ENDED);
        assertThat(age.at(null, YearMonth.of(2024, 9)).trust()).isLessThan(0.3);
    }

    @Test
    void factsOfNoKindNeverAge() {
        assertThat(Age.UNKNOWN.at(YearMonth.of(2001, 1), YearMonth.of(2024, 8)).state())
                .isEqualTo(Freshness.State.CURRENT);
    }

    @ParameterizedTest
    @CsvSource({"https://www.service-public.fr/x, true", "https://SERVICE-PUBLIC.FR, true",
            "http://accueil-etrangers.gouv.fr/x, true", "https://www.legifrance.gouv.fr/a#b, true",
            "https://gouv.fr.example.org/x, false", "https://notgouv.fr, false", "mailto:a@gouv.fr, false",
            "https://example.org/gouv.fr, false", "not an address, false"})
    void officialPagesAreKnownByTheirHost(String url, boolean official) {
        assertThat(AGES.isOfficial(url)).isEqualTo(official);
    }

    private List<String> problems() {
        return folder.read().problems().stream().map(Problem::toString).toList();
    }
}
