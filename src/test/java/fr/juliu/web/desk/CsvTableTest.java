package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.keep.AskedFigures;
import fr.juliu.keep.AskedLine;
import fr.juliu.keep.AskedReport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures in a spreadsheet: as they are, and never run. */
final class CsvTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 9);

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\u200b=1", "\u3000＝1", "＋1", "－1", "＠A1",
            "\r1",
            "%0A", "|calc"})
    void nothingIsAFormula(String text) {
        assertThat(CsvTable.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-09", "居留", "10 年卡：条件", "étudiant – 学生", ""})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(CsvTable.cell(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void quotesAndCommasStayInTheirCell() {
        AskedReport report = new AskedReport(new AskedFigures.Choice(DAY, DAY, "", "", ""),
                List.of(new AskedLine(DAY, "telegram", "a \"b\", c", "列表", AskedLine.Kind.ANSWERED, 3)), null);
        assertThat(CsvTable.of(report).split("\r\n"))
                .containsExactly("\ufeff\"日期\",\"渠道\",\"主题\",\"结果\",\"次数\"",
                        "\"2026-11-09\",\"Telegram\",\"a \"\"b\"\", c\",\"列表\",3");
    }
}
