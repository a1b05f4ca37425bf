package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Finds headings and tables that are none, for a sign is missing or of full width: readers are shown it raw, and what
 * stands below belongs to the section above.
 */
final class LostMarkup {

    private static final Pattern HEADING = Pattern
            .compile("^ {0,3}([#＃]{1,6})([\\u00a0\\u202f\\u2000-\\u200b\\u3000\\ufeff]*) *([^#＃\\s!{].*)");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)[|｜]");
    private static final Pattern QUOTED = Pattern.compile("^[>\\s]+");
    private static final char WIDE = '｜';
    private static final String FORM = "; write | a | b | with ASCII bars, and a line | --- | --- | below the first row";
    private static final String FORM_IN_CHINESE = "；竖线用半角 |，第一行下面写一行 | --- | --- |";

    private final List<String> lines;
    private final BitSet verbatim = new BitSet();
    private final BitSet headings = new BitSet();
    private final BitSet tables = new BitSet();
    private final FileProblems problems;

    private LostMarkup(List<String> lines, Node document, FileProblems problems) {
        this.lines = lines;
        this.problems = problems;
        for (Node node : Markdown.descendants(document)) {
            switch (node) {
                case FencedCodeBlock code -> mark(code, verbatim);
                case IndentedCodeBlock code -> mark(code, verbatim);
                case HtmlBlock html -> mark(html, verbatim);
                case Heading heading -> mark(heading, headings);
                case TableBlock table -> mark(table, tables);
                default -> {
                    // holds no sign that could be lost
                }
            }
        }
    }

    /** Looks through the lines of a body, which the document was read from. */
    static void find(List<String> body, Node document, FileProblems problems) {
        LostMarkup lost = new LostMarkup(body, document, problems);
        int row = 0;
        for (int i = 0; i < body.size(); i++) {
            if (!lost.verbatim.get(i)) {
                lost.heading(i);
                if (i >= row) {
                    row = lost.table(i);
                }
            }
        }
    }

    private static void mark(Node block, BitSet of) {
        block.getSourceSpans().stream().mapToInt(SourceSpan::getLineIndex).forEach(of::set);
    }

    private void heading(int i) {
        Matcher heading = headings.get(i) ? HEADING.matcher("") : HEADING.matcher(lines.get(i));
        if (!heading.matches()) {
            return;
        }
        boolean odd = !heading.group(2).isEmpty() || heading.group(1).indexOf('＃') >= 0;
        boolean alone = isBlank(i - 1) && isBlank(i + 1) && heading.group(3).indexOf('#') < 0;
        if (odd || heading.group(1).length() > 1 || alone) {
            String text = heading.group(3);
            problems.warning(i + 1, FileProblems.quote(text) + " is no heading, for " + (odd
                    ? "a sign of full width, or a space that is none, stands at its beginning"
                    : "no space stands behind the #") + "; write ## and an ordinary space before it",
                    FileProblems.quoted(text) + "没有成为标题：" + (odd ? "开头有全角符号或者不是普通的空格" : "# 后面少了空格")
                            + "；请写 ## 加一个普通空格");
        }
    }

    /** Tells of a table that begins there and is none; the line behind it. */
    private int table(int first) {
        int end = first;
        while (end < lines.size() && !verbatim.get(end) && !tables.get(end) && isRow(lines.get(end))) {
            end++;
        }
        boolean rollout = !tables.get(first) && isRolloutHeader(lines.get(first));
        if (rollout) {
            problems.error(first + 1, "the list of what is online is not read: " + why(first, end) + FORM,
                    "上线的名单没有读到：" + whyInChinese(first, end) + FORM_IN_CHINESE);
        } else if (end > first + 1 || (end > first && lines.get(first).indexOf(WIDE) >= 0)) {
            problems.warning(first + 1, "this table is none, and readers see its bars: " + why(first, end) + FORM,
                    "这个表格没有成为表格，读者会看到竖线：" + whyInChinese(first, end) + FORM_IN_CHINESE);
        } else if (tables.get(first) && lines.get(first).indexOf(WIDE) >= 0 && !problems.tells(first + 1)) {
            problems.warning(first + 1, "the row has a bar of full width, ｜, which parts no cells; write |",
                    "这一行的 ｜ 是全角的，分不开格子；请写半角的 |");
        }
        return Math.max(end, first + 1);
    }

    private String why(int first, int end) {
        return isWide(first, end) ? "its bars are of full width" : "it has no line of ---";
    }

    private String whyInChinese(int first, int end) {
        return isWide(first, end) ? "竖线是全角的" : "少了 --- 那一行";
    }

    private boolean isWide(int first, int end) {
        return lines.subList(first, Math.max(end, first + 1)).stream().anyMatch(line -> line.indexOf(WIDE) >= 0);
    }

    /** Whether a line is meant as a row: it begins with a bar, and has another. */
    private static boolean isRow(String line) {
        String row = QUOTED.matcher(line).replaceFirst("");
        return !row.isEmpty() && (row.charAt(0) == '|' || row.charAt(0) == WIDE)
                && BAR.matcher(row).results().count() > 1;
    }

    private static boolean isRolloutHeader(String line) {
        if (line.indexOf('|') < 0 && line.indexOf(WIDE) < 0) {
            return false;
        }
        List<String> cells = new ArrayList<>(Stream.of(BAR.split(QUOTED.matcher(line).replaceFirst(""), -1))
                .map(cell -> cell.replaceAll("[\\s\\u3000*]+", "")).toList());
        cells.removeIf(String::isEmpty);
        return cells.size() > 1 && TableRows.isRollout(cells);
    }

    private boolean isBlank(int i) {
        return i < 0 || i >= lines.size() || lines.get(i).isBlank();
    }
}
