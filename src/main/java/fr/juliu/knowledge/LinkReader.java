package fr.juliu.knowledge;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** The reader of links, which makes relative ones absolute where the site's URL is known. */
final class LinkReader {

    private final @Nullable URI site;

    LinkReader(@Nullable URI siteUrl) {
        String text = siteUrl == null ? "" : siteUrl.toString();
        site = text.isEmpty() ? null : URI.create(text.endsWith("/") ? text : text + "/");
    }

    /** The links of a node and below it. */
    List<Link> at(Node node) {
        List<Link> found = new ArrayList<>(below(node));
        if (node instanceof org.commonmark.node.Link link) {
            String url = resolve(link.getDestination());
            if (url != null) {
                found.add(new Link(PlainText.of(link), url));
            }
        }
        return found;
    }

    /** The links below a node, each address once, in reading order. */
    List<Link> below(Node node) {
        List<Link> links = new ArrayList<>();
        for (Node each : Markdown.descendants(node)) {
            if (each instanceof org.commonmark.node.Link found) {
                String url = resolve(found.getDestination());
                if (url != null) {
                    links.add(new Link(PlainText.of(found), url));
                }
            }
        }
        return unique(links);
    }

    /** The links without those whose address came before. */
    static List<Link> unique(Collection<Link> links) {
        Map<String, Link> byUrl = new LinkedHashMap<>();
        links.forEach(link -> byUrl.putIfAbsent(link.url(), link));
        return List.copyOf(byUrl.values());
    }

    /** The absolute address; null for places in the page, relative ones without a site, and other schemes. */
    @Nullable
    String resolve(String destination) {
        String url = destination.strip();
        if (url.isEmpty() || url.startsWith("#")) {
            return null;
        }
        if (isAbsolute(url)) {
            return url;
        }
        if (site == null) {
            return null;
        }
        try {
            String resolved = site.resolve(url.replace(" ", "%20")).toString();
            return isAbsolute(resolved) ? resolved : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isAbsolute(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
    }
}
