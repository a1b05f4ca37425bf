package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.AskedReport;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars of days and weeks that fit a picture of any width. */
final class DayChartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30, 92, 93, 366})
    void fewLabelsStandWithinThePicture(int days) {
        DayChart chart = chart(days, 3);
        assertThat(chart.bars().size()).isEqualTo(days <= 92 ? days : Math.ceilDiv(days, 7));
        assertThat(chart.bars()).filteredOn(bar -> !bar.label().text().isEmpty()).hasSizeBetween(1, 6);
        assertThat(chart.bars())
                .allSatisfy(bar -> assertThat(number(bar.x()) + number(bar.width())).isBetween(0.0, 100.0));
        assertThat(chart.bars().getLast().label().text()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "3, 4", "10, 10", "11, 12", "134, 140", "200, 200", "3071, 3200"})
    void theHighestLineIsRoundAndNear(int most, int line) {
        DayChart chart = chart(1, most);
        assertThat(chart.ticks().getLast().value()).isEqualTo(line);
        assertThat(chart.ticks().get(1).value() * 2).isEqualTo(line);
    }

    @Test
    void aWeekHoldsItsDays() {
        DayChart chart = chart(100, 2);
        assertThat(chart.weeks()).isTrue();
        assertThat(chart.bars().getFirst().title()).isEqualTo("1/1 起的一周：答上 4，没答上 0，聊天 0");
        assertThat(chart.bars().getLast().title()).isEqualTo("4/4 起的一周：答上 14，没答上 0，聊天 0");
    }

    private static DayChart chart(int days, int answered) {
        List<AskedReport.Day> all = IntStream.range(0, days)
                .mapToObj(day -> new AskedReport.Day(FIRST.plusDays(day), answered, 0, 0)).toList();
        return DayChart.of(all);
    }

    private static double number(String percent) {
        return Double.parseDouble(percent.replace("%", ""));
    }
}
