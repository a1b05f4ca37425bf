package fr.juliu.knowledge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Finds the relative links of an article that lead nowhere. */
final class LinkCheck {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*|^//.*");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> files;

    /**
     * A check.
     *
     * @param files the names of the folder's files
     */
    LinkCheck(Set<String> files) {
        this.files = Set.copyOf(files);
    }

    /** Warns of links to headings and files that are not there; those to the article's own site are not for us to try. */
    void check(Node document, FileProblems problems) {
        List<Node> nodes = Markdown.descendants(document);
        Set<String> anchors = nodes.stream().filter(Heading.class::isInstance).map(PlainText::of).map(LinkCheck::anchor)
                .collect(Collectors.toCollection(HashSet::new));
        for (Node node : nodes) {
            if (node instanceof Link link) {
                check(link.getDestination().strip(), Markdown.line(link), anchors, problems);
            }
        }
    }

    private void check(String destination, int line, Set<String> anchors, FileProblems problems) {
        if (destination.isEmpty() || destination.startsWith("/") || SCHEME.matcher(destination).matches()) {
            return;
        }
        int hash = destination.indexOf('#');
        String file = decoded(hash < 0 ? destination : destination.substring(0, hash)).replaceFirst("^\\./", "");
        if (file.isEmpty() && !anchors.contains(anchor(decoded(destination.substring(1))))) {
            problems.warning(line, "the link to " + FileProblems.quote(destination)
                    + " leads to no heading of this article; write the heading behind the #",
                    "链接" + FileProblems.quoted(destination) + "指向的标题，这篇文章里没有；请在 # 后面写真有的标题");
        } else if (!file.isEmpty() && !files.contains(file)) {
            problems.warning(line, "the link to " + FileProblems.quote(destination)
                    + " leads to no file of this folder; correct the name, or write a whole address",
                    "链接" + FileProblems.quoted(destination) + "指向的文件，文件夹里没有；请改正文件名，或者写完整网址");
        }
    }

    static String anchor(String heading) {
        return SIGNS.matcher(heading).replaceAll("").toLowerCase(Locale.ROOT);
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
