package fr.juliu.web.desk;

import fr.juliu.keep.AskedLine;
import fr.juliu.keep.AskedReport;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures as CSV (RFC 4180) that a spreadsheet opens as they are: in UTF-8 with its mark, and no cell is a formula. */
final class CsvTable {

    /** Without it, spreadsheets take the text for another encoding. */
    private static final String MARK = "\ufeff";
    /** How a formula begins, for one spreadsheet or another; what cannot be seen before it does not help. */
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}\\p{C}]*[=+@\\-＝＋＠－|%]|[\t\r\n]");
    private static final String END = "\r\n";

    private CsvTable() {
    }

    static String of(AskedReport report) {
        return Stream.concat(Stream.of(row(List.of("日期", "渠道", "主题", "结果", "次数"))),
                report.lines().stream().map(CsvTable::row)).collect(Collectors.joining(END, MARK, END));
    }

    private static String row(AskedLine line) {
        return row(List.of(line.date().toString(), Filter.channel(line.messenger()), line.topic(), line.outcome()))
                + "," + line.times();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(CsvTable::cell).collect(Collectors.joining(","));
    }

    /** A text in quotes; what would be taken for a formula begins with an apostrophe, so that it is read as it is. */
    static String cell(String text) {
        String plain = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
