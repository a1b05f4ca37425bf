package fr.juliu.keep.edit;

import fr.juliu.knowledge.ArticlePart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a rollout table: changed, added below the table's head, or taken out; and the month that the table describes.
 *
 * @param base    the line as it was; empty for a new row
 * @param date    its date; empty, together with the permits, to take the row out
 * @param permits its other cell
 * @param asOf    the month that the article describes from now on, such as 2024-08; empty to leave it
 */
public record RowEdit(String base, String date, String permits, String asOf) implements TextEdit {

    private static final Pattern HEAD = Pattern.compile("\\s*\\|?\\s*日期\\s*\\|\\s*居留类型\\s*\\|?.*");
    private static final Pattern RULE = Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*\\|[\\s:|-]*");
    private static final Pattern AS_OF = Pattern.compile("as_of:\\s*[\"']?(\\d{4})-(\\d{2})[\"']?\\s*");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

    /** The rows of the rollout tables of a text. */
    public static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        boolean within = false;
        boolean headed = false;
        for (String line : text.split("\n", -1)) {
            if (headed && RULE.matcher(line).matches()) {
                within = true;
            } else if (within && line.isBlank()) {
                within = false;
            } else if (within) {
                rows.add(Row.of(line));
            }
            headed = HEAD.matcher(line).matches();
        }
        return rows;
    }

    /** The month that a text says it describes, such as 2024-07; empty when it says none. */
    public static String asOf(String text) {
        return text.lines().map(AS_OF::matcher).filter(Matcher::matches)
                .map(month -> month.group(1) + "-" + month.group(2)).findFirst().orElse("");
    }

    /**
     * A row as it is edited.
     *
     * @param line as it stands in the file
     */
    public record Row(String line, String date, String permits) {

        static Row of(String line) {
            String bare = line.strip();
            String inner = bare.startsWith("|") ? bare.substring(1) : bare;
            String[] cells = inner.split("(?<!\\\\)\\|", -1);
            return new Row(line, cells[0].strip(), cells.length > 1 ? cells[1].strip() : "");
        }
    }

    @Override
    public Optional<String> apply(@Nullable String former, Function<String, List<ArticlePart>> parts) {
        if (former == null) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(Arrays.asList(former.split("\n", -1)));
        int at = base.isEmpty() ? behindHead(lines) : lines.indexOf(base);
        if (at < 0) {
            return Optional.empty();
        }
        int above = base.isEmpty() ? at : behindHead(lines.subList(0, at));
        if (!base.isEmpty()) {
            lines.remove(at);
        }
        if (!isEmpty()) {
            lines.add(at, "| " + cell(date) + " | " + cell(permits) + " |");
        }
        tellMonth(lines, above);
        return Optional.of(String.join("\n", lines));
    }

    private boolean isEmpty() {
        return date.isBlank() && permits.isBlank();
    }

    /** The line below the last rule of a rollout table; -1 without one. */
    private static int behindHead(List<String> lines) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (RULE.matcher(lines.get(i)).matches() && HEAD.matcher(lines.get(i - 1)).matches()) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Writes the month into the front matter, and into the paragraph above the table where it names the former one. */
    private void tellMonth(List<String> lines, int table) {
        Matcher month = MONTH.matcher(asOf.strip());
        if (!month.matches()) {
            return;
        }
        for (int i = 1; i < lines.size() && !lines.get(i).stripTrailing().equals("---"); i++) {
            Matcher before = AS_OF.matcher(lines.get(i));
            if (before.matches()) {
                lines.set(i, "as_of: " + asOf.strip());
                for (int j = Math.max(0, table - 4); j < Math.min(table, lines.size()); j++) {
                    lines.set(j, lines.get(j).replace("（" + told(before) + "）", "（" + told(month) + "）"));
                }
            }
        }
    }

    private static String told(Matcher month) {
        return month.group(1) + " 年 " + Integer.parseInt(month.group(2)) + " 月";
    }

    /** Words as a cell holds them: in one line, and without a bar of their own. */
    private static String cell(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("(?<!\\\\)\\|", "\\\\|");
    }
}
