package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The reader of questions with answers: list items that begin with a bold question. */
final class PassageReader {

    private static final Pattern ASKS = Pattern.compile("[？?]\\s*$|吗|嗎|什么|什麼|怎么|怎麼|怎样|如何|多久|多少|能否|可否|是否|为何|何时|哪"
            + "|(?iU)\\b(?:comment|pourquoi|quand|combien|où|quel(?:le)?s?|est-ce|peut-on|puis-je|faut-il)\\b");
    private static final Pattern MARK = Pattern.compile("^[？?]");
    private static final Pattern LEAD = Pattern.compile("^[\\s：:。，,—–-]+");

    private final LinkReader links;

    PassageReader(LinkReader links) {
        this.links = links;
    }

    /** The item's question and answer, null when it has none. */
    @Nullable
    Passage read(ListItem item) {
        Node lead = item.getFirstChild() instanceof Paragraph first ? first.getFirstChild() : null;
        while (lead instanceof Text text && text.getLiteral().isBlank()) {
            lead = lead.getNext();
        }
        if (!(lead instanceof StrongEmphasis strong)) {
            return null;
        }
        String bold = PlainText.of(strong);
        String rest = PlainText.from(strong.getNext());
        boolean markOutside = rest.startsWith("？") || rest.startsWith("?");
        String question = markOutside ? bold + rest.charAt(0) : bold;
        String answer = answer(item, markOutside ? rest.substring(1) : rest);
        if (bold.isEmpty() || answer.isEmpty() || !ASKS.matcher(question).find()) {
            return null;
        }
        return new Passage(question, answer, Markdown.line(item), links.below(item));
    }

    /** Takes the question, and the signs after it, out of an item that has one. */
    static void dropQuestion(ListItem item) {
        Node lead = item.getFirstChild() == null ? null : item.getFirstChild().getFirstChild();
        while (lead instanceof Text text && text.getLiteral().isBlank()) {
            lead = lead.getNext();
        }
        if (lead instanceof StrongEmphasis) {
            Node after = lead.getNext();
            lead.unlink();
            if (after instanceof Text text) {
                text.setLiteral(LEAD.matcher(MARK.matcher(text.getLiteral()).replaceFirst("")).replaceFirst(""));
            }
        }
    }

    private static String answer(ListItem item, String rest) {
        List<String> texts = new ArrayList<>();
        texts.add(LEAD.matcher(rest).replaceFirst(""));
        for (Node block : Markdown.descendants(item)) {
            if (!block.equals(item.getFirstChild())) {
                texts.add(text(block));
            }
        }
        texts.removeIf(String::isEmpty);
        return String.join("\n", texts);
    }

    private static String text(Node block) {
        return switch (block) {
            case Paragraph paragraph -> PlainText.of(paragraph);
            case Heading heading -> PlainText.of(heading);
            case HtmlBlock html -> HtmlText.of(html.getLiteral());
            case FencedCodeBlock code -> code.getLiteral().stripTrailing();
            case IndentedCodeBlock code -> code.getLiteral().stripTrailing();
            case TableRow row -> RolloutReader.block(row).text();
            default -> "";
        };
    }
}
