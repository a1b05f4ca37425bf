package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The reader of the lines by which sections say how fast their facts age; what it reads is no text of theirs. */
final class AgeReader {

    private static final Pattern LEAD = Pattern.compile("^\\s*[时時]效\\s*[:：]");
    private static final Pattern MONTH = Pattern
            .compile("(核对于|核對於|有效至)\\s*(\\d{4})\\s*年\\s*(1[0-2]|0?[1-9])\\s*月底?");
    private static final Pattern BETWEEN = Pattern.compile("[，,、；;]");
    private static final String UNTIL = "有效至";
    private static final String FORM_IN_CHINESE = "请照「时效：金额，核对于 2026 年 11 月，有效至 2026 年 12 月」来写，或者写其中一两样";
    private static final String FORM = "; write 时效：金额，核对于 2026 年 11 月，有效至 2026 年 12 月, or one or two of the"
            + " three";

    private final Ages ages;
    private final YearMonth now;
    private final FileProblems problems;

    /** A line that was read, with its number in the file. */
    record Line(Age age, int line) {
    }

    AgeReader(Ages ages, YearMonth now, FileProblems problems) {
        this.ages = ages;
        this.now = now;
        this.problems = problems;
    }

    /** Whether a paragraph begins with such a line. */
    static boolean isAge(Paragraph paragraph) {
        return LEAD.matcher(PlainText.of(paragraph)).find();
    }

    /** The lines in a node and below it; they are taken out of the nodes. */
    List<Line> take(Node node) {
        List<Node> nodes = new ArrayList<>(List.of(node));
        nodes.addAll(Markdown.descendants(node));
        List<Line> lines = new ArrayList<>();
        for (Node each : nodes) {
            if (each instanceof Paragraph paragraph) {
                lines(paragraph, lines);
            } else if (each instanceof TableRow row && LEAD.matcher(PlainText.of(row)).find()) {
                int line = Markdown.line(row);
                lines.add(read(PlainText.of(row), line));
                misplaced(line);
                row.unlink();
            }
        }
        return lines;
    }

    /** The kind that the front matter names for a whole article; null when it names none. */
    @Nullable
    AgeKind usual(@Nullable Object value, int line) {
        if (value == null) {
            return null;
        }
        Optional<AgeKind> kind = ages.find(value.toString().strip());
        if (kind.isEmpty()) {
            problems.warning(line,
                    "ages is " + FileProblems.quote(value.toString()) + "; write one of " + ages.choice(),
                    "ages 写的是" + FileProblems.quoted(value.toString()) + "；请从 " + ages.choice() + " 里选一个");
        }
        return kind.orElse(null);
    }

    /** Tells of a second line in a section. */
    void twice(Line line) {
        problems.warning(line.line(), "the section has a line 时效 already, so this one is left out; write one",
                "这一段已经有「时效」一行，这一行没有用上；只写一行就好");
    }

    private void lines(Paragraph paragraph, List<Line> found) {
        int line = Markdown.line(paragraph);
        for (List<Node> nodes : parts(paragraph)) {
            String text = text(nodes);
            if (LEAD.matcher(text).find()) {
                found.add(read(text, line));
                if (!(paragraph.getParent() instanceof Document)) {
                    misplaced(line);
                }
                nodes.forEach(Node::unlink);
            }
            line++;
        }
        if (paragraph.getLastChild() instanceof SoftLineBreak end) {
            end.unlink();
        }
    }

    /** The nodes of each line, with the break that ends it. */
    private static List<List<Node>> parts(Paragraph paragraph) {
        List<List<Node>> parts = new ArrayList<>();
        List<Node> part = new ArrayList<>();
        for (Node node : Markdown.children(paragraph)) {
            part.add(node);
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        parts.add(part);
        return parts;
    }

    private static String text(List<Node> nodes) {
        StringBuilder text = new StringBuilder();
        nodes.forEach(node -> text.append(node instanceof Text words ? words.getLiteral() : PlainText.of(node)));
        return text.toString();
    }

    private Line read(String text, int line) {
        Matcher lead = LEAD.matcher(text);
        String rest = lead.replaceFirst("").strip().replaceFirst("[。.]$", "");
        AgeKind kind = null;
        YearMonth checked = null;
        YearMonth until = null;
        for (String part : BETWEEN.split(rest, -1)) {
            String word = part.strip();
            Matcher month = MONTH.matcher(word);
            if (month.matches()) {
                YearMonth of = YearMonth.of(Integer.parseInt(month.group(2)), Integer.parseInt(month.group(3)));
                until = month.group(1).equals(UNTIL) ? of : until;
                checked = month.group(1).equals(UNTIL) ? checked : checked(of, line);
            } else if (ages.find(word).isPresent()) {
                kind = ages.find(word).get();
            } else {
                problems.warning(line, "the line 时效 says " + FileProblems.quote(word)
                        + ", which is neither a month nor one of " + ages.choice() + FORM,
                        "「时效」里的" + FileProblems.quoted(word) + "既不是年月，也不是 " + ages.choice() + " 里的一个；"
                                + FORM_IN_CHINESE);
            }
        }
        return new Line(new Age(kind, checked, until), line);
    }

    private @Nullable YearMonth checked(YearMonth month, int line) {
        if (!month.isAfter(now)) {
            return month;
        }
        problems.warning(line, "the facts were checked in " + month
                + ", which is yet to come; write the month in which somebody looked at their source",
                "核对的年月 " + month + " 还没到；请写真正核对来源的那个月");
        return null;
    }

    private void misplaced(int line) {
        problems.warning(line, "the line 时效 stands in a list, a quote or a table; put an empty line above it",
                "「时效」一行写在列表、引用或表格里了；请在它上面空一行");
    }
}
