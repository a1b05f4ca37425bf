package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The width of ragged tables: each gets as many columns as its longest row, so that no cell is lost. */
final class TableWidth {

    private static final Pattern DELIMITER = Pattern.compile(
            "[>\\s]*+\\|?+\\s*+:?+-++:?+\\s*+(?:\\|\\s*+:?+-++:?+\\s*+)*+\\|?+\\s*+");
    private static final int WIDEST = 50;
    private static final int LONGEST = 1000;

    private TableWidth() {
    }

    /** The lines with a wider header where a table needs it; no line is added. */
    static List<String> even(List<String> lines) {
        List<String> even = new ArrayList<>(lines);
        int i = 1;
        while (i < lines.size()) {
            if (isDelimiter(lines, i)) {
                int end = end(lines, i);
                int width = widest(lines.subList(i - 1, end));
                even.set(i - 1, widen(lines.get(i - 1), " ", width));
                even.set(i, widen(lines.get(i), "---", width));
                i = end;
            } else {
                i++;
            }
        }
        return even;
    }

    private static boolean isDelimiter(List<String> lines, int i) {
        String line = lines.get(i);
        return isRow(line) && line.length() < LONGEST && isRow(lines.get(i - 1)) && DELIMITER.matcher(line).matches();
    }

    private static int end(List<String> lines, int delimiter) {
        int end = delimiter + 1;
        while (end < lines.size() && isRow(lines.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isRow(String line) {
        return line.indexOf('|') >= 0;
    }

    private static String widen(String row, String cell, int width) {
        int missing = width - cells(row);
        if (missing <= 0) {
            return row;
        }
        String text = row.stripTrailing();
        return (text.endsWith("|") ? text : text + "|") + (cell + "|").repeat(missing);
    }

    private static int widest(List<String> table) {
        return Math.min(table.stream().mapToInt(TableWidth::cells).max().orElse(1), WIDEST);
    }

    private static int cells(String row) {
        String text = row.strip();
        int bars = 0;
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '|' && text.charAt(i - 1) != '\\') {
                bars++;
            }
        }
        return bars + 1;
    }
}
