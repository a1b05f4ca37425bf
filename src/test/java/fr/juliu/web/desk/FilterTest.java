package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.AskedFigures;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The period that a keeper chose, whatever an address says. */
final class FilterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    @ParameterizedTest
    @CsvSource({"'', '', 2026-10-12, 2026-11-10", "2026-11-04, '', 2026-11-04, 2026-11-10",
            "'', 2026-09-30, 2026-09-01, 2026-09-30", "2026-11-09, 2026-11-01, 2026-11-01, 2026-11-09",
            "2027-01-01, 2027-02-01, 2026-11-10, 2026-11-10", "1999-01-01, 2026-11-10, 2025-11-10, 2026-11-10",
            "x, 2026-02-30, 2026-10-12, 2026-11-10"})
    void aPeriodEndsTodayAndIsAYearAtMost(String from, String to, LocalDate first, LocalDate last) {
        AskedFigures.Choice choice = Filter.read(Map.of("from", from, "to", to), TODAY).choice();
        assertThat(choice.from()).isEqualTo(first);
        assertThat(choice.to()).isEqualTo(last);
    }
}
