package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table of an article: the texts of its header cells and its rows. */
final class TableRows {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<String> header;
    private final List<Node> rows;

    TableRows(TableBlock table) {
        List<String> head = new ArrayList<>();
        List<Node> body = new ArrayList<>();
        for (Node part : Markdown.children(table)) {
            for (Node row : Markdown.children(part)) {
                if (part instanceof TableHead) {
                    head.addAll(texts(row));
                } else if (part instanceof TableBody && row instanceof TableRow) {
                    body.add(row);
                }
            }
        }
        this.header = List.copyOf(head);
        this.rows = List.copyOf(body);
    }

    /** Whether it says what is online since when: its header begins with 日期 and 居留类型. */
    boolean isRollout() {
        return isRollout(header);
    }

    /** Whether a header is that of such a table. */
    static boolean isRollout(List<String> header) {
        return header.size() > 1 && isTitle(header.get(0), "日期") && isTitle(header.get(1), "居留类型");
    }

    List<Node> rows() {
        return rows;
    }

    /** An ordinary table's rows as text; from three columns on each cell is told with its column's title. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Node row : rows) {
            List<String> cells = texts(row);
            String text = header.size() > 2 ? titled(cells) : String.join(" | ", filled(cells));
            if (!text.isEmpty()) {
                blocks.add(new Block(Block.Kind.ROW, text, Markdown.line(row)));
            }
        }
        return blocks;
    }

    private String titled(List<String> cells) {
        List<String> titled = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String title = i < header.size() ? header.get(i) : "";
            if (!cells.get(i).isEmpty()) {
                titled.add(title.isEmpty() ? cells.get(i) : title + "：" + cells.get(i));
            }
        }
        return String.join("；", titled);
    }

    private static boolean isTitle(String cell, String title) {
        return SPACE.matcher(cell).replaceAll("").equals(title);
    }

    private static List<String> filled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).toList();
    }

    /** The cells' texts up to the last that is not empty. */
    private static List<String> texts(Node row) {
        List<String> texts = new ArrayList<>();
        Markdown.children(row).forEach(cell -> texts.add(PlainText.of(cell)));
        while (!texts.isEmpty() && texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        return texts;
    }
}
