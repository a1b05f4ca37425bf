package fr.juliu.knowledge;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The reader of the lines that end a section with the sources of its facts. */
final class SourceNoteReader {

    private static final Pattern LEAD = Pattern
            .compile("^\\s*来源\\s*[（(]\\s*(\\d{4})\\s*年\\s*(1[0-2]|0?[1-9])\\s*月\\s*[)）]\\s*[:：]");

    private final LinkReader links;

    SourceNoteReader(LinkReader links) {
        this.links = links;
    }

    /** The notes of a paragraph, one a line; empty unless each of its lines is one. */
    List<SourceNote> read(Paragraph paragraph) {
        List<SourceNote> notes = new ArrayList<>();
        Node node = paragraph.getFirstChild();
        int line = Markdown.line(paragraph);
        while (node != null) {
            Matcher lead = LEAD.matcher(node instanceof Text text ? text.getLiteral() : "");
            if (!lead.find()) {
                return List.of();
            }
            List<Link> found = new ArrayList<>();
            for (; node != null && !(node instanceof SoftLineBreak); node = node.getNext()) {
                found.addAll(links.at(node));
            }
            YearMonth month = YearMonth.of(Integer.parseInt(lead.group(1)), Integer.parseInt(lead.group(2)));
            notes.add(new SourceNote(month, LinkReader.unique(found), line++));
            node = node == null ? null : node.getNext();
        }
        return notes;
    }
}
