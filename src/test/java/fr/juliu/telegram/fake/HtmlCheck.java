package fr.juliu.telegram.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text with HTML marks, read as core.telegram.org/bots/api#html-style says: only its tags and its four named entities,
 * and every other {@code <}, {@code >} and {@code &} escaped. (The real server lets a lone {@code &} and {@code >} pass,
 * against its documentation.)
 */
final class HtmlCheck {

    /** A text and its marks, see core.telegram.org/bots/api#messageentity. */
    record Marked(String text, ArrayNode entities) {
    }

    private record Open(String tag, int offset, ObjectNode entity) {
    }

    private static final Map<String, String> TAGS = Map.ofEntries(Map.entry("b", "bold"), Map.entry("strong", "bold"),
            Map.entry("i", "italic"), Map.entry("em", "italic"), Map.entry("u", "underline"),
            Map.entry("ins", "underline"), Map.entry("s", "strikethrough"), Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"), Map.entry("span", "spoiler"), Map.entry("tg-spoiler", "spoiler"),
            Map.entry("a", "text_link"), Map.entry("code", "code"), Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"), Map.entry("tg-emoji", "custom_emoji"));

    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private static final Pattern TAG = Pattern.compile("<(/?)([^\\s<>/]*)((?:\\s[^<>]*)?)>");
    private static final Pattern ATTRIBUTES = Pattern
            .compile("(?:\\s+([a-zA-Z_-]+)(?:=(\"[^\"]*\"|'[^']*'|[a-zA-Z0-9._-]+))?)*\\s*");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z_-]+)=[\"']?([^\"']*)");
    private static final Pattern REFERENCE = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]+);");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode entities = Json.array();
    private final Deque<Open> open = new ArrayDeque<>();

    private HtmlCheck(String html) {
        this.html = html;
    }

    static Marked read(String html) {
        return new HtmlCheck(html).read();
    }

    private Marked read() {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                at = tag(at);
            } else if (c == '&') {
                at = reference(at);
            } else if (c == '>') {
                throw refused("Unescaped > at byte offset " + bytes(at));
            } else {
                text.append(c);
                at++;
            }
        }
        Open last = open.peek();
        if (last != null) {
            throw refused("Can't find end tag corresponding to start tag \"" + last.tag + "\"");
        }
        return new Marked(text.toString(), entities);
    }

    private int tag(int at) {
        Matcher tag = TAG.matcher(html).region(at, html.length());
        if (!tag.lookingAt()) {
            throw refused("Unclosed start tag at byte offset " + bytes(at));
        }
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        if (tag.group(1).isEmpty()) {
            start(name, tag.group(3), at);
        } else {
            end(name, at);
        }
        return tag.end();
    }

    private void start(String name, String attributes, int at) {
        String type = TAGS.get(name);
        if (type == null) {
            throw refused("Unsupported start tag \"" + name + "\" at byte offset " + bytes(at));
        }
        if (!ATTRIBUTES.matcher(attributes).matches()) {
            throw refused("Expected equal sign in declaration of an attribute of the tag \"" + name
                    + "\" at byte offset " + bytes(at));
        }
        if (name.equals("span") && !"tg-spoiler".equals(attribute(attributes, "class"))) {
            throw refused("Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytes(at));
        }
        ObjectNode entity = Json.object().put("type", type).put("offset", text.length());
        String link = attribute(attributes, "href");
        if (link != null) {
            entity.put("url", unescaped(link));
        }
        open.push(new Open(name, at, entity));
    }

    private void end(String name, int at) {
        Open last = open.poll();
        if (last == null) {
            throw refused("Unexpected end tag at byte offset " + bytes(at));
        }
        if (!last.tag.equals(name)) {
            throw refused("Unmatched end tag at byte offset " + bytes(at) + ", expected \"</" + last.tag
                    + ">\", found \"</" + name + ">\"");
        }
        ObjectNode entity = last.entity;
        int length = text.length() - entity.path("offset").asInt(0);
        boolean linkless = last.tag.equals("a") && !entity.has("url");
        if (length > 0 && !linkless) {
            entities.add(entity.put("length", length));
        }
    }

    private int reference(int at) {
        Matcher reference = REFERENCE.matcher(html).region(at, html.length());
        if (!reference.lookingAt()) {
            throw refused("Unescaped & at byte offset " + bytes(at));
        }
        text.append(decoded(reference.group(1), at));
        return reference.end();
    }

    private String decoded(String name, int at) {
        if (name.startsWith("#")) {
            int code = name.startsWith("#x")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        }
        String named = NAMED.get(name);
        if (named == null) {
            throw refused("Unsupported entity \"&" + name + ";\" at byte offset " + bytes(at));
        }
        return named;
    }

    private String unescaped(String link) {
        return REFERENCE.matcher(link)
                .replaceAll(reference -> Matcher.quoteReplacement(decoded(reference.group(1), reference.start())));
    }

    private static @Nullable String attribute(String attributes, String name) {
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        while (attribute.find()) {
            if (attribute.group(1).equalsIgnoreCase(name)) {
                return attribute.group(2);
            }
        }
        return null;
    }

    private int bytes(int at) {
        return html.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal refused(String why) {
        return Refusal.bad("can't parse entities: " + why);
    }
}
