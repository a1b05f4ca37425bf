package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Date cells and the first month that they name. */
final class DateCellTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            2021 年 4 月 6 日          → 2021-04
            2021 年 5 月 21 号         → 2021-05
            2024 年 7 月               → 2024-07
            2024年12月                 → 2024-12
            2022 年 3 - 4 月           → 2022-03
            2022年3月-4月              → 2022-03
            2022 年 12 月 - 2023 年 1 月 → 2022-12
            2022 年 3 月至 5 月        → 2022-03
            2021 年 4 月 6 - 8 日      → 2021-04
            2022 年第三 / 第四季度     → 2022-07
            2022 年第三季度            → 2022-07
            2022 年第 3 季度           → 2022-07
            2022 年三季度              → 2022-07
            2022 年四季度              → 2022-10
            2022 年 2 - 3 季度         → 2022-04
            2023 年                    → 2023-01
            2023                       → 2023-01
            2022 - 2023 年             → 2022-01
            2023 年初                  → 2023-01
            2023 年年中                → 2023-06
            2023 年中                  → 2023-06
            2023 年末                  → 2023-12
            2023 年底                  → 2023-12
            2022 年上半年              → 2022-01
            2022 年下半年              → 2022-07
            2023-04                    → 2023-04
            2023/04/05                 → 2023-04
            05/04/2023                 → 2023-04
            avril 2023                 → 2023-04
            5 avril 2023               → 2023-04
            1er août 2023              → 2023-08
            Février 2022               → 2022-02
            juin 2023                  → 2023-06
            juillet 2023               → 2023-07
            mars - avril 2022          → 2022-03
            décembre 2022 - janvier 2023 → 2022-12
            depuis mai 2021            → 2021-05
            ２０２４ 年 ７ 月          → 2024-07
            2024 年 9 月（计划）       → 2024-09
            2024 年 9 月 (prévu)       → 2024-09
            2024 年 9 月起             → 2024-09
            自 2023 年 2 月 6 日起     → 2023-02
            2022 年 9 月以后           → 2022-09
            2022 年 9 月前后           → 2022-09
            预计 2024 年 9 月          → 2024-09
            2021 年 5 月初             → 2021-05
            """)
    void theFirstMonthCounts(String cell, YearMonth since) {
        assertThat(DateCell.since(cell)).isEqualTo(since);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "待定", "bientôt", "2024 年 13 月", "2024 年 0 月", "0024 年 3 月", "9999 年", "2022 年第五季度",
            "7 月", "学生"})
    void anythingElseIsNoDate(String cell) {
        assertThat(DateCell.since(cell)).isNull();
    }
}
