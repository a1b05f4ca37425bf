package fr.juliu.telegram.send;

import fr.juliu.telegram.send.PageCutter.Page;
import fr.juliu.tell.RichText;
import fr.juliu.tell.RichText.Linked;
import fr.juliu.tell.RichText.Plain;
import fr.juliu.tell.RichText.Span;
import fr.juliu.tell.RichText.Strong;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a text as the HTML that Telegram reads: strong parts and links alone, in pages that are not too long for it. */
final class TelegramHtml {

    /** The longest message, in UTF-16 units that are seen. */
    static final int MOST = 4096;

    /** What Telegram calls this way of writing. */
    static final String MODE = "HTML";

    private static final String GOES_ON = "\n\n……（太长，后面的没有显示）";
    private static final Pattern UNSEEN = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\">(.*?)</a>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|tg://|mailto:)\\S+");

    /** The text in pages, each to be sent as a message of its own; none when nothing is to be seen. */
    List<String> pages(RichText text) {
        return pages(text, MOST);
    }

    /** The text as one page; a text too long is cut and says so, one with nothing to be seen is empty. */
    String editable(RichText text) {
        List<String> whole = pages(text, MOST);
        if (whole.size() <= 1) {
            return String.join("", whole);
        }
        return pages(text, MOST - GOES_ON.length()).getFirst() + GOES_ON;
    }

    /** Somebody's name, so that he is told that it is said to him, with a comma behind it. */
    String mention(String id, String name) {
        return write(List.of(new Linked(clean(name), "tg://user?id=" + id), new Plain("，")),
                new Page(0, clean(name).length() + 1));
    }

    /** What such HTML says, for when Telegram cannot read it: a link is followed by its address if there is room. */
    String plain(String html) {
        String withAddresses = unescape(untagged(LINK.matcher(html).replaceAll("$2 $1")));
        return withAddresses.length() <= MOST ? withAddresses : unescape(untagged(html));
    }

    private List<String> pages(RichText text, int most) {
        List<Span> spans = text.spans().stream().map(TelegramHtml::clean).toList();
        StringBuilder seen = new StringBuilder();
        spans.forEach(span -> seen.append(span.text()));
        return new PageCutter(most).pages(seen.toString()).stream().map(page -> write(spans, page)).toList();
    }

    private static Span clean(Span span) {
        return switch (span) {
            case Plain plain -> new Plain(clean(plain.text()));
            case Strong strong -> new Strong(clean(strong.text()));
            case Linked link -> new Linked(clean(link.text()), clean(link.url()));
        };
    }

    private static String clean(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return LONE_SURROGATE.matcher(UNSEEN.matcher(lines).replaceAll("")).replaceAll("\uFFFD");
    }

    private static String write(List<Span> spans, Page page) {
        StringBuilder html = new StringBuilder();
        int start = 0;
        for (Span span : spans) {
            String text = span.text();
            int from = Math.max(page.start() - start, 0);
            int to = Math.min(page.end() - start, text.length());
            if (from < to) {
                html.append(tagged(span, escape(text.substring(from, to))));
            }
            start += text.length();
        }
        return html.toString();
    }

    private static String tagged(Span span, String words) {
        if (words.isBlank()) {
            return words;
        }
        return switch (span) {
            case Plain plain -> words;
            case Strong strong -> "<b>" + words + "</b>";
            case Linked link -> ADDRESS.matcher(link.url()).matches()
                    ? "<a href=\"" + escape(link.url()) + "\">" + words + "</a>"
                    : words;
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String unescape(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }

    private static String untagged(String html) {
        return TAG.matcher(html).replaceAll("");
    }
}
