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
            YearMonth month = YearMonth.of(Integer.parseInt(lead.group(1)), Integer.parseInt(lead.group(2)));
            List<Link> found = new ArrayList<>();
            Remarks remarks = new Remarks();
            remarks.say(lead.replaceFirst(""));
            for (node = node.getNext(); node != null && !(node instanceof SoftLineBreak); node = node.getNext()) {
                found.addAll(links.at(node));
                if (node instanceof Text text) {
                    remarks.say(text.getLiteral());
                } else {
                    remarks.name(PlainText.of(node));
                }
            }
            notes.add(new SourceNote(month, LinkReader.unique(found), remarks.all(), line++));
            node = node == null ? null : node.getNext();
        }
        return notes;
    }

    /** The parts of a note, between semicolons, that say more than the titles of their links. */
    private static final class Remarks {

        private static final Pattern SAYS_NOTHING = Pattern.compile("[\\s、，,。.]*");

        private final List<String> all = new ArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private boolean says;

        void say(String text) {
            String[] parts = text.split("[；;]", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    end();
                }
                part.append(parts[i]);
                says |= !SAYS_NOTHING.matcher(parts[i]).matches();
            }
        }

        void name(String link) {
            part.append(link);
        }

        List<String> all() {
            end();
            return all;
        }

        private void end() {
            if (says) {
                all.add(PlainText.oneLine(part.toString()).strip());
            }
            part.setLength(0);
            says = false;
        }
    }
}
