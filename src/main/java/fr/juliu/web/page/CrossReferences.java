package fr.juliu.web.page;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Markdown;
import fr.juliu.knowledge.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * The words of an article that name another one or a heading, such as 看《家庭类居留》 or 看“能办几年”, made links. A name
 * has to be exact, and of one place alone.
 */
final class CrossReferences {

    /** An article, perhaps with one of its headings; or a heading that a reader is told to look at. */
    private static final Pattern NAMED = Pattern.compile("《(?<title>[^《》]{1,80})》"
            + "(?:里?的?[“「](?<below>[^“”「」]{1,80})[”」])?|(?<=[看见]|[”」][和或、])[“「](?<heading>[^“”「」]{1,80})[”」]");
    /** Where the short form of a title ends. */
    private static final Pattern SHORT = Pattern.compile("[：（(].*");

    private final Article own;
    private final Map<String, List<Article>> titled = new HashMap<>();
    /** The articles that have a heading, as often as they have it. */
    private final Map<String, List<Article>> headed = new HashMap<>();

    /** The references of one article to others of its library and to itself. */
    CrossReferences(List<Article> articles, Article own) {
        this.own = own;
        for (Article article : articles) {
            Stream.concat(article.aliases().stream(),
                    Stream.of(article.title(), SHORT.matcher(article.title()).replaceFirst("").strip()))
                    .distinct().forEach(name -> titled.computeIfAbsent(name, key -> new ArrayList<>()).add(article));
            article.sections().stream()
                    .flatMap(section -> Stream.concat(Stream.of(section.heading()),
                            section.passages().stream().map(Passage::question)))
                    .forEach(heading -> headed.computeIfAbsent(heading, key -> new ArrayList<>()).add(article));
        }
    }

    /** Makes links in a document; what is a link or a heading stays as it is. */
    void link(Node document) {
        for (Node node : Markdown.descendants(document)) {
            if (node instanceof Text text && !isTaken(text)) {
                link(text);
            }
        }
    }

    private void link(Text text) {
        String words = text.getLiteral();
        Matcher named = NAMED.matcher(words);
        int from = 0;
        while (named.find()) {
            Optional<Article> article = Optional.ofNullable(named.group("title")).flatMap(this::titled);
            if (article.filter(other -> !other.equals(own)).isPresent()) {
                from = link(text, from, named.start(), named.end("title") + 1, article.get().path());
            }
            Optional<String> heading = article.isPresent()
                    ? Optional.ofNullable(named.group("below")).flatMap(below -> place(article.get(), below))
                    : Optional.ofNullable(named.group("heading")).flatMap(this::place);
            if (heading.isPresent()) {
                int quote = named.start(article.isPresent() ? "below" : "heading") - 1;
                from = link(text, from, quote, named.end(), heading.get());
            }
        }
        text.setLiteral(words.substring(from));
    }

    /** Puts what stands before the words, and the words as a link, before the text; tells where they end. */
    private static int link(Text text, int from, int start, int end, String path) {
        text.insertBefore(new Text(text.getLiteral().substring(from, start)));
        Link link = new Link(path.substring("/a/".length()), null);
        link.appendChild(new Text(text.getLiteral().substring(start, end)));
        text.insertBefore(link);
        return end;
    }

    private Optional<Article> titled(String name) {
        return only(titled.getOrDefault(name, List.of()));
    }

    /** The path of a heading of this article, else of the only other one that has it. */
    private Optional<String> place(String heading) {
        return headed.getOrDefault(heading, List.of()).contains(own)
                ? place(own, heading)
                : only(headed.getOrDefault(heading, List.of())).flatMap(article -> place(article, heading));
    }

    private Optional<String> place(Article article, String heading) {
        boolean once = headed.getOrDefault(heading, List.of()).stream().filter(article::equals).count() == 1;
        return once && article.page().anchor(heading) != null ? Optional.of(article.path(heading)) : Optional.empty();
    }

    /** What is found; empty when it is nothing or more than one thing. */
    private static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isTaken(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof Link || up instanceof Heading) {
                return true;
            }
        }
        return false;
    }
}
