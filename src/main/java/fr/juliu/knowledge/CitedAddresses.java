package fr.juliu.knowledge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** The addresses of the web that a folder of articles and the files beside it name, each once. */
public final class CitedAddresses {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'\\],}]+");

    private final Map<String, Set<String>> places = new LinkedHashMap<>();

    private CitedAddresses() {
    }

    /** Those of all articles, their front matters included, and of the files that an edition is taught by. */
    public static List<CitedAddress> of(Library library, ConfigFolder config) {
        CitedAddresses all = new CitedAddresses();
        library.articles().forEach(all::add);
        config.texts().forEach(all::addAll);
        return all.places.entrySet().stream()
                .map(entry -> new CitedAddress(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }

    private void addAll(String file, String text) {
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String place = file + ":" + (at + 1);
            if (!lines.get(at).stripLeading().startsWith("#")) {
                ADDRESS.matcher(lines.get(at)).results().forEach(found -> add(found.group(), place));
            }
        }
    }

    private void add(Article article) {
        article.sources().forEach(source -> add(source.url(), article.file() + ":1"));
        PageText text = article.page().text();
        for (Node node : Markdown.descendants(text.document())) {
            String url = node instanceof Link link ? text.target(link.getDestination()) : null;
            if (url != null) {
                add(url, article.file() + ":" + Markdown.line(node));
            }
        }
    }

    private void add(String url, String place) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            int hash = url.indexOf('#');
            places.computeIfAbsent(hash < 0 ? url : url.substring(0, hash), key -> new LinkedHashSet<>()).add(place);
        }
    }
}
