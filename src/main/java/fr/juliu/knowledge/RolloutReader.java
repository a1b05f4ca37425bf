package fr.juliu.knowledge;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** The reader of an article's rollout tables. */
final class RolloutReader {

    private static final Pattern MONTH = Pattern
            .compile("[（(]\\s*+([0-9０-９]{4})\\s*+年\\s*+([0-9０-９]{1,2})\\s*+月\\s*+[）)]");

    private final @Nullable YearMonth asOf;
    private final Clock clock;
    private final FileProblems problems;

    /** A reader for an article whose front matter says {@code asOf}. */
    RolloutReader(@Nullable YearMonth asOf, Clock clock, FileProblems problems) {
        this.asOf = asOf;
        this.clock = clock;
        this.problems = problems;
    }

    /** The table of these rows; {@code above} is the paragraph before it, empty without one. */
    RolloutTable read(List<Node> rows, String above) {
        List<RolloutEntry> entries = new ArrayList<>();
        rows.forEach(row -> entries.addAll(entries(row)));
        return new RolloutTable(asOf(above, entries), entries);
    }

    /** A row of a rollout table as text. */
    static Block block(Node row) {
        List<String> cells = Markdown.children(row).stream().map(PlainText::of).filter(cell -> !cell.isEmpty())
                .toList();
        return new Block(Block.Kind.ROLLOUT, String.join(" | ", cells), Markdown.line(row));
    }

    private List<RolloutEntry> entries(Node row) {
        int line = Markdown.line(row);
        List<Node> cells = Markdown.children(row);
        String date = PlainText.of(cells.getFirst());
        if (cells.size() < 2 || cells.get(1).getSourceSpans().isEmpty()) {
            boolean wide = date.indexOf('｜') >= 0;
            problems.error(line, "the row " + FileProblems.quote(date) + " has too few cells"
                    + (wide ? ", for its bars ｜ are of full width" : "")
                    + "; write | date | permits |, or leave a line blank below the table",
                    "这一行" + FileProblems.quoted(date) + "缺了一格" + (wide ? "，竖线 ｜ 是全角的，要用半角 |" : "")
                            + "；请写 | 日期 | 居留类型 |，或者在表格下面空一行");
            return List.of();
        }
        YearMonth since = DateCell.since(date);
        if (since == null) {
            problems.error(line, FileProblems.quote(date) + " is no date; write one such as 2024 年 7 月",
                    FileProblems.quoted(date) + "不是日期；请照 2024 年 7 月 这样写");
        }
        List<PermitCell.Named> permits = PermitCell.permits(PlainText.withBreaks(cells.get(1)));
        if (permits.isEmpty()) {
            problems.error(line, "the permit cell is empty; name the permits, or delete the row",
                    "居留类型一格是空的；请写上，或者删掉这一行");
        }
        if (since == null) {
            return List.of();
        }
        String cell = PlainText.of(cells.get(1));
        return permits.stream().map(named -> new RolloutEntry(date, since, named.permit(), cell, named.group(),
                named.qualifiers(), line)).toList();
    }

    private @Nullable YearMonth asOf(String above, List<RolloutEntry> entries) {
        if (asOf != null) {
            return asOf;
        }
        Matcher told = MONTH.matcher(above);
        if (told.find()) {
            YearMonth month = DateCell.month(Integer.parseInt(told.group(1)), Integer.parseInt(told.group(2)));
            if (month != null) {
                return month;
            }
        }
        YearMonth now = YearMonth.now(clock);
        return entries.stream().map(RolloutEntry::since).filter(since -> !since.isAfter(now))
                .max(Comparator.naturalOrder()).orElse(null);
    }
}
