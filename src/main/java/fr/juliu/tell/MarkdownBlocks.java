package fr.juliu.tell;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.HtmlText;
import fr.juliu.knowledge.Markdown;
import fr.juliu.knowledge.PageText;
import fr.juliu.knowledge.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The text of a place of an article as blocks, without the notes on its sources and the tables of what is online. */
final class MarkdownBlocks {

    private final PageText page;
    private final String path;

    private MarkdownBlocks(PageText page, String path) {
        this.page = page;
        this.path = path;
    }

    /** What stands under a heading, or after the question of a passage; empty when nothing does. */
    static List<AnswerBlock> of(Article article, String heading) {
        PageText page = article.page().text();
        MarkdownBlocks blocks = new MarkdownBlocks(page, article.path());
        return blocks.of(page.place(article.page().anchor(heading)));
    }

    private List<AnswerBlock> of(List<Node> nodes) {
        List<AnswerBlock> blocks = new ArrayList<>();
        nodes.forEach(node -> add(node, blocks));
        blocks.removeIf(AnswerBlock::isEmpty);
        return blocks;
    }

    private void add(Node node, List<AnswerBlock> blocks) {
        switch (node) {
            case Paragraph paragraph -> {
                if (!page.isNote(paragraph)) {
                    blocks.add(new AnswerBlock.Paragraph(words(paragraph)));
                }
            }
            case Heading heading -> blocks.add(new AnswerBlock.Paragraph(words(heading)));
            case FencedCodeBlock code -> blocks.add(plain(code.getLiteral()));
            case IndentedCodeBlock code -> blocks.add(plain(code.getLiteral()));
            case HtmlBlock html -> blocks.add(plain(HtmlText.of(html.getLiteral())));
            case BulletList list -> blocks.add(list(list, /* ordered= */ false));
            case OrderedList list -> blocks.add(list(list, /* ordered= */ true));
            case TableBlock table -> {
                if (!PageText.isRollout(table)) {
                    blocks.add(table(table));
                }
            }
            default -> blocks.addAll(of(Markdown.children(node)));
        }
    }

    private static AnswerBlock plain(String text) {
        return new AnswerBlock.Paragraph(RichText.of(text.strip()));
    }

    private AnswerBlock table(TableBlock table) {
        return new AnswerBlock.Table(Markdown.children(table).stream()
                .flatMap(part -> Markdown.children(part).stream())
                .map(row -> Markdown.children(row).stream().map(this::words).toList()).toList());
    }

    private AnswerBlock list(Node list, boolean ordered) {
        return new AnswerBlock.Items(ordered, Markdown.children(list).stream().map(item -> of(Markdown.children(item)))
                .filter(item -> !item.isEmpty()).toList());
    }

    private RichText words(Node block) {
        Words words = new Words();
        for (Node node : Markdown.descendants(block)) {
            switch (node) {
                case Text text ->
                    words.add(text.getLiteral(), isIn(block, node, StrongEmphasis.class), url(block, node));
                case Code code -> words.add(code.getLiteral(), /* isStrong= */ false, url(block, node));
                case SoftLineBreak wrap -> words.wrapped = true;
                case HardLineBreak wrap -> words.add("\n", /* isStrong= */ false, null);
                default -> {
                }
            }
        }
        return words.finish();
    }

    private static boolean isIn(Node block, Node node, Class<? extends Node> kind) {
        return above(block, node, kind) != null;
    }

    private static @Nullable Node above(Node block, Node node, Class<? extends Node> kind) {
        for (Node up = node.getParent(); up != null && !up.equals(block); up = up.getParent()) {
            if (kind.isInstance(up)) {
                return up;
            }
        }
        return null;
    }

    /** Where the words of a node lead: to the web, or by a path to our pages; null when nowhere. */
    private @Nullable String url(Node block, Node node) {
        if (!(above(block, node, Link.class) instanceof Link link)) {
            return null;
        }
        String target = page.target(link.getDestination().strip());
        if (target == null || target.startsWith("https://") || target.startsWith("http://")
                || target.startsWith("mailto:")) {
            return target;
        }
        return target.startsWith("#") ? path + target : "/a/" + target;
    }

    /** Words of one line, gathered by what they look like. */
    private static final class Words {

        private final RichText.Builder out = RichText.builder();
        private final StringBuilder run = new StringBuilder();
        private boolean strong;
        private @Nullable String url;
        private boolean wrapped;

        void add(String text, boolean isStrong, @Nullable String leads) {
            boolean chinese = !run.isEmpty() && !text.isEmpty()
                    && PlainText.isChinese(run.codePointBefore(run.length()))
                    && PlainText.isChinese(text.codePointAt(0));
            if (wrapped && !chinese) {
                run.append(' ');
            }
            wrapped = false;
            if (isStrong != strong || !Objects.equals(leads, url)) {
                flush();
                strong = isStrong;
                url = leads;
            }
            run.append(text);
        }

        private void flush() {
            String text = PlainText.withoutMarks(run);
            run.setLength(0);
            if (text.isEmpty()) {
                return;
            }
            if (url != null) {
                out.link(text, url);
            } else if (strong) {
                out.strong(text);
            } else {
                out.plain(text);
            }
        }

        RichText finish() {
            flush();
            return out.build().strip();
        }
    }
}
