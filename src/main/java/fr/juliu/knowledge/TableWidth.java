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

    /** The lines with wider delimiter rows where the table needs them; no line is added. */
    static List<String> even(List<String> lines) {
        List<String> even = new ArrayList<>(lines);
        int i = 1;
        while (i < lines.size()) {
            if (isDelimiter(lines, i)) {
                int end = end(lines, i);
                even.set(i, widen(lines.get(i), widest(lines.subList(i - 1, end))));
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

    private static String widen(String delimiter, int width) {
        StringBuilder wide = new StringBuilder(delimiter.stripTrailing());
        for (int cells = cells(delimiter); cells < width; cells++) {
            wide.append(wide.charAt(wide.length() - 1) == '|' ? "---|" : "|---");
        }
        return wide.toString();
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
