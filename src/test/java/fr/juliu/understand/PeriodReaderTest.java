package fr.juliu.understand;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.search.TextFolding;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The months that a question names, asked in August 2024. */
final class PeriodReaderTest {

    private static final TextFolding FOLDING = new TextFolding();

    private final PeriodReader reader = new PeriodReader(
            Clock.fixed(Instant.parse("2024-08-15T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            2023 年 4 月上线了哪些              → 2023-04 → 2023-04
            2023年4月                      → 2023-04 → 2023-04
            2023 年 04 月                  → 2023-04 → 2023-04
            2023 年 12 月                  → 2023-12 → 2023-12
            23 年 4 月                     → 2023-04 → 2023-04
            ２０２３ 年 ４ 月                   → 2023-04 → 2023-04
            二零二三年四月                      → 2023-04 → 2023-04
            二〇二三年十二月                     → 2023-12 → 2023-12
            二零二三年十月                      → 2023-10 → 2023-10
            2023-04                      → 2023-04 → 2023-04
            2023/4                       → 2023-04 → 2023-04
            2023.04                      → 2023-04 → 2023-04
            avril 2023                   → 2023-04 → 2023-04
            en août 2022                 → 2022-08 → 2022-08
            décembre 2021                → 2021-12 → 2021-12
            April 2023                   → 2023-04 → 2023-04
            in MAY 2022                  → 2022-05 → 2022-05
            """)
    void aMonth(String text, YearMonth from, YearMonth to) {
        assertThat(read(text)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            2023年3-4月                    → 2023-03 → 2023-04
            2022 年 3 - 4 月               → 2022-03 → 2022-04
            2022 年 3 月到 5 月              → 2022-03 → 2022-05
            2022 年 3 至 4 月               → 2022-03 → 2022-04
            2022 年第三季度                   → 2022-07 → 2022-09
            2022 年第 4 季度                 → 2022-10 → 2022-12
            2022年一季度                     → 2022-01 → 2022-03
            2022 年上半年                    → 2022-01 → 2022-06
            2022 年下半年                    → 2022-07 → 2022-12
            2022 年底                      → 2022-12 → 2022-12
            2023 年                       → 2023-01 → 2023-12
            23 年                         → 2023-01 → 2023-12
            23年上线的                       → 2023-01 → 2023-12
            二零二二年                        → 2022-01 → 2022-12
            en 2022                      → 2022-01 → 2022-12
            année 2022                   → 2022-01 → 2022-12
            今年                           → 2024-01 → 2024-12
            去年                           → 2023-01 → 2023-12
            前年                           → 2022-01 → 2022-12
            去年 5 月                       → 2023-05 → 2023-05
            2021 年和 2023 年               → 2021-01 → 2023-12
            2021 年 5 月到 2022 年 3 月       → 2021-05 → 2022-03
            2023 年 4 月和 2021 年 9 月       → 2021-09 → 2023-04
            entre avril 2021 et mai 2022 → 2021-04 → 2022-05
            前年到去年                        → 2022-01 → 2023-12
            2022 年 11 月到 2023 年 2 月      → 2022-11 → 2023-02
            between 2021 and 2022        → 2021-01 → 2022-12
            """)
    void aSpan(String text, YearMonth from, YearMonth to) {
        assertThat(read(text)).isEqualTo(new Period(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            2021 年之前                  → 2020-12
            2021 年以前                  → 2020-12
            2021 年 9 月之前             → 2021-08
            avant 2021                   → 2020-12
            avant avril 2021             → 2021-03
            before 2021                  → 2020-12
            before April 2021            → 2021-03
            截至 2021 年                 → 2021-12
            截至 2021 年 9 月            → 2021-09
            until 2021                   → 2021-12
            去年以前 → 2022-12
            """)
    void before(String text, YearMonth to) {
        assertThat(read(text)).isEqualTo(new Period(Period.EARLIEST, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            2023 年以来                  → 2023-01
            2023 年开始                  → 2023-01
            2023 年 4 月起               → 2023-04
            从 2023 年                   → 2023-01
            自 2023 年 4 月              → 2023-04
            since 2022                   → 2022-01
            since April 2022             → 2022-04
            depuis 2022                  → 2022-01
            depuis avril 2022            → 2022-04
            2022 年之后                  → 2023-01
            2022 年 4 月以后             → 2022-05
            après 2022                   → 2023-01
            after April 2022             → 2022-05
            去年以来                     → 2023-01
            """)
    void after(String text, YearMonth from) {
        assertThat(read(text)).isEqualTo(new Period(from, Period.LATEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "学生居留能网上申请吗", "10 年卡", "10年居留", "十年卡", "4 年卡", "四年卡", "10 年的卡", "10 年有效", "12 年卡",
            "06 12 23 20 21", "+33 6 20 23 04 05", "0806 001 620", "7 号", "4 月", "carte 10 ans",
            "AGDREF 7503202312", "CERFA 15186", "R431-2", "20235", "75012 巴黎", "120 年", "2 年", "20 欧"})
    void noMonth(String text) {
        assertThat(reader.read(FOLDING.fold(text))).isEmpty();
    }

    @Test
    void aPeriodRunsForwards() {
        assertThat(read("2023 年 4-3 月")).isEqualTo(new Period(YearMonth.of(2023, 3), YearMonth.of(2023, 4)));
    }

    private Period read(String text) {
        return reader.read(FOLDING.fold(text)).orElseThrow(() -> new AssertionError("no period in " + text));
    }
}
