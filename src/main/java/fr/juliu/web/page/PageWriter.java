package fr.juliu.web.page;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.CrossReferences;
import fr.juliu.knowledge.FootnoteParser;
import fr.juliu.knowledge.Markdown;
import fr.juliu.knowledge.PageText;
import fr.juliu.knowledge.PlainText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** The writer of an article's text as HTML. */
final class PageWriter {

    private final PageText text;
    private final PageNodes nodes;

    private PageWriter(PageText text, PageNodes nodes) {
        this.text = text;
        this.nodes = nodes;
    }

    /** The page of an article, whose words lead to what they name, as it is read in a month. */
    static ArticleHtml write(Article article, CrossReferences references, YearMonth now) {
        PageText text = article.page().text();
        Node document = text.document();
        PageNodes nodes = new PageNodes(text);
        PageWriter writer = new PageWriter(text, nodes);
        List<ArticleHtml.Place> contents = writer.contents(document);
        SectionFoot.below(document, text, article, now);
        nodes.prepare(document);
        references.link(document);
        FrenchWords french = new FrenchWords();
        for (Node node : Markdown.descendants(document)) {
            if (node instanceof Text words) {
                french.part(words);
            }
        }
        try {
            return new ArticleHtml(writer.html(document), contents);
        } catch (StackOverflowError e) {
            // marks nested by the thousand: their words are what is left to show
            return new ArticleHtml("<p>" + escaped(PlainText.of(document)) + "</p>", List.of());
        }
    }

    private String html(Node document) {
        return HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).extensions(List.of(TablesExtension.create()))
                .attributeProviderFactory(context -> this::attributes).nodeRendererFactory(Own::new).build()
                .render(document);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void attributes(Node node, String tag, Map<String, String> attributes) {
        switch (node) {
            case Heading heading -> put(attributes, "id", text.anchor(heading));
            case ListItem item -> put(attributes, "id", text.anchor(item));
            case Paragraph paragraph -> put(attributes, "class", nodes.isNote(paragraph) ? "note" : null);
            case Link link -> attributes.compute("rel",
                    (rel, before) -> isOutside(link.getDestination()) ? "noopener noreferrer nofollow" : null);
            default -> {
            }
        }
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static boolean isOutside(String destination) {
        return destination.toLowerCase(Locale.ROOT).startsWith("http");
    }

    private List<ArticleHtml.Place> contents(Node document) {
        List<ArticleHtml.Place> places = new ArrayList<>();
        Deque<Integer> above = new ArrayDeque<>();
        for (Node node : Markdown.descendants(document)) {
            String anchor = text.anchor(node);
            if (anchor == null) {
                continue;
            }
            if (node instanceof Heading heading) {
                while (!above.isEmpty() && above.getLast() >= heading.getLevel()) {
                    above.removeLast();
                }
                above.addLast(heading.getLevel());
            }
            int depth = node instanceof Heading ? above.size() : above.size() + 1;
            places.add(new ArticleHtml.Place(text.words(node), anchor, depth));
        }
        return places;
    }

    /** Writes the nodes that are a page's own. */
    private static final class Own implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        Own(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(PageNodes.Scrolling.class, PageNodes.Mark.class, PageNodes.French.class, SectionFoot.class,
                    FootnoteParser.Footnote.class);
        }

        @Override
        public void render(Node node) {
            switch (node) {
                case PageNodes.Scrolling box -> {
                    open("div", Map.of("class", "scroll", "role", "group", "aria-label", "表格", "tabindex", "0"));
                    children(box);
                    close("div");
                }
                case PageNodes.Mark mark -> mark(mark);
                case PageNodes.French french -> {
                    open("span", Map.of("lang", "fr"));
                    context.getWriter().text(french.words());
                    close("span");
                }
                case SectionFoot foot -> foot(foot);
                default -> children(node);
            }
        }

        private void foot(SectionFoot foot) {
            context.getWriter().line();
            open("div", Map.of("class", "foot", "data-page", foot.path()));
            open("p", Map.of("class", foot.old() ? "dates old" : "dates"));
            context.getWriter().text(foot.dates());
            close("p");
            open("p", Map.of("class", "acts"));
            open("a",
                    Map.of("class", "act", "href",
                            foot.home() + "#ask=" + URLEncoder.encode(foot.heading(), StandardCharsets.UTF_8)
                                    .replace("+", "%20")));
            context.getWriter().text("问这一段");
            close("a");
            close("p");
            close("div");
            context.getWriter().line();
        }

        private void mark(PageNodes.Mark mark) {
            String number = String.valueOf(mark.number());
            String from = mark.back() ? "fn" : "fnref";
            String to = mark.back() ? "fnref" : "fn";
            open("sup", mark.first() ? Map.of("id", from + ":" + number) : Map.of());
            open("a", Map.of("href", "#" + to + ":" + number, "aria-label",
                    mark.back() ? "注 " + number + "，回到正文" : "注 " + number));
            context.getWriter().text(mark.back() ? number + " ↑" : number);
            close("a");
            close("sup");
        }

        private void open(String tag, Map<String, String> attributes) {
            context.getWriter().tag(tag, attributes);
        }

        private void close(String tag) {
            context.getWriter().tag("/" + tag);
        }

        private void children(Node parent) {
            Markdown.children(parent).forEach(context::render);
        }
    }
}
