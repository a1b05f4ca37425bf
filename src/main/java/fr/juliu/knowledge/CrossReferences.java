package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * The words of an article that name another one or a heading, such as 看《家庭类居留》 or 看“能办几年”, made links. A name
 * has to be exact, and of one place alone.
 */
public final class CrossReferences {

    /** An article, perhaps with one of its headings; or a heading that a reader is told to look at. */
    private static final Pattern NAMED = Pattern.compile("《(?<title>[^《》]{1,80})》"
            + "(?:里?的?[“「](?<below>[^“”「」]{1,80})[”」])?|(?<=[看见]|[”」][和或、])[“「](?<heading>[^“”「」]{1,80})[”」]");
    /** Where the short form of a title ends. */
    private static final Pattern SHORT = Pattern.compile("[：（(].*");

    private final @Nullable Article own;
    private final Map<String, List<Article>> titled;
    /** The articles that have a heading, as often as they have it. */
    private final Map<String, List<Article>> headed;

    /**
     * Words that lead somewhere.
     *
     * @param start where they begin, with the quote marks around them
     * @param end   after their last character
     * @param path  the path of the place, percent-encoded, such as {@code /a/etudiant#…}
     */
    public record Reference(int start, int end, String path) {
    }

    /**
     * The references of one article to others of its library and to itself.
     *
     * @param own null for words that stand in no article
     */
    public CrossReferences(List<Article> articles, @Nullable Article own) {
        this(own, new HashMap<>(), new HashMap<>());
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

    private CrossReferences(@Nullable Article own, Map<String, List<Article>> titled,
            Map<String, List<Article>> headed) {
        this.own = own;
        this.titled = titled;
        this.headed = headed;
    }

    /** Those of another article of the same library; null for words that stand in no article. */
    public CrossReferences within(@Nullable Article article) {
        return new CrossReferences(article, titled, headed);
    }

    /** Makes links in a document; what is a link or a heading stays as it is. */
    public void link(Node document) {
        for (Node node : Markdown.descendants(document)) {
            if (node instanceof Text text && !isTaken(text)) {
                link(text);
            }
        }
    }

    /** The words of a text that lead somewhere, in its order. */
    public List<Reference> in(String words) {
        List<Reference> found = new ArrayList<>();
        Matcher named = NAMED.matcher(words);
        while (named.find()) {
            Optional<Article> article = Optional.ofNullable(named.group("title")).flatMap(this::titled);
            article.filter(other -> !other.equals(own)).ifPresent(
                    other -> found.add(new Reference(named.start(), named.end("title") + 1, other.path())));
            Optional<String> heading = article.isPresent()
                    ? Optional.ofNullable(named.group("below")).flatMap(below -> place(article.get(), below))
                    : Optional.ofNullable(named.group("heading")).flatMap(this::place);
            heading.ifPresent(path -> found.add(
                    new Reference(named.start(article.isPresent() ? "below" : "heading") - 1, named.end(), path)));
        }
        return found;
    }

    private void link(Text text) {
        String words = text.getLiteral();
        int from = 0;
        for (Reference reference : in(words)) {
            text.insertBefore(new Text(words.substring(from, reference.start())));
            org.commonmark.node.Link link = new org.commonmark.node.Link(reference.path().substring("/a/".length()),
                    null);
            link.appendChild(new Text(words.substring(reference.start(), reference.end())));
            text.insertBefore(link);
            from = reference.end();
        }
        text.setLiteral(words.substring(from));
    }

    private Optional<Article> titled(String name) {
        return only(titled.getOrDefault(name, List.of()));
    }

    /** The path of a heading of this article, else of the only other one that has it. */
    private Optional<String> place(String heading) {
        Article here = own;
        return here != null && headed.getOrDefault(heading, List.of()).contains(here)
                ? place(here, heading)
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
            if (up instanceof org.commonmark.node.Link || up instanceof Heading) {
                return true;
            }
        }
        return false;
    }
}
