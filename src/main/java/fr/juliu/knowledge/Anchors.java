package fr.juliu.knowledge;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * The places of a page that addresses lead to: its headings and the questions of its passages, each with a name of its
 * own made from its words. Chinese stays; a second place of the same name gets a number.
 */
final class Anchors {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final int LONGEST = 24;

    private final Map<Node, String> byNode = new HashMap<>();
    private final Map<String, String> byHeading = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    /** The number that the next place of the same words gets, if nobody else has it. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private Anchors() {
    }

    static Anchors of(Node document) {
        PassageReader passages = new PassageReader(new LinkReader(null));
        Anchors anchors = new Anchors();
        for (Node node : Markdown.descendants(document)) {
            if (node instanceof Heading && node.getParent() instanceof Document && !PlainText.of(node).isEmpty()) {
                anchors.add(node, PlainText.of(node));
            } else if (node instanceof ListItem item) {
                Passage passage = passages.read(item);
                if (passage != null) {
                    anchors.add(node, passage.question());
                }
            }
        }
        return anchors;
    }

    /** The name of a heading or passage, null when the node is none. */
    @Nullable
    String at(Node node) {
        return byNode.get(node);
    }

    /** The names by the words that they are made from, in reading order; of equal words the first. */
    Map<String, String> byHeading() {
        return byHeading;
    }

    /** Words as the name of a place. */
    static String slug(String words) {
        String bare = SIGNS.matcher(Normalizer.normalize(words, Normalizer.Form.NFC)).replaceAll("-");
        String slug = EDGES.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
        if (slug.codePointCount(0, slug.length()) > LONGEST) {
            slug = EDGES.matcher(slug.substring(0, slug.offsetByCodePoints(0, LONGEST))).replaceAll("");
        }
        return slug.isEmpty() ? "part" : slug;
    }

    private void add(Node node, String words) {
        String slug = slug(words);
        int number = numbers.getOrDefault(slug, 1);
        String name = number == 1 ? slug : slug + "-" + number;
        while (!taken.add(name)) {
            number++;
            name = slug + "-" + number;
        }
        numbers.put(slug, number + 1);
        byNode.put(node, name);
        byHeading.putIfAbsent(words, name);
    }
}
