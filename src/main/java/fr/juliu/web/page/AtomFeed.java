package fr.juliu.web.page;

import fr.juliu.chat.PageLinks;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes Atom feeds (RFC 4287). Their links are whole addresses where it is known how the pages are reached from outside;
 * else they are relative to the feed's own address, which the host of a request never has a say in.
 */
final class AtomFeed {

    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final PageLinks pages;

    AtomFeed(PageLinks pages) {
        this.pages = pages;
    }

    /**
     * A feed.
     *
     * @param name    what it is known by, the same for ever
     * @param path    its own path, such as {@code /feed.xml}
     * @param page    the path of the page that tells the same
     * @param updated when something was told last
     * @param items   the newest first
     */
    record Feed(String name, String title, String subtitle, String path, String page, Instant updated,
            List<Item> items) {

        Feed {
            items = List.copyOf(items);
        }
    }

    /**
     * Something that is told.
     *
     * @param name what it is known by, the same for ever
     * @param path where it stands on our pages
     */
    record Item(String name, String title, Instant at, String path, String text) {
    }

    String write(Feed feed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XML.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            out.writeAttribute("xml:lang", "zh-Hans");
            element(out, "id", urn(feed.name()));
            element(out, "title", feed.title());
            element(out, "subtitle", feed.subtitle());
            element(out, "updated", moment(feed.updated()));
            link(out, feed, "self", feed.path(), "application/atom+xml");
            link(out, feed, "alternate", feed.page(), "text/html");
            out.writeStartElement("author");
            element(out, "name", "居留 Juliu");
            out.writeEndElement();
            for (Item item : feed.items()) {
                entry(out, feed, item);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no feed", e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter out, Feed feed, Item item) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "id", urn(item.name()));
        element(out, "title", item.title());
        element(out, "updated", moment(item.at()));
        link(out, feed, "alternate", item.path(), "text/html");
        out.writeStartElement("content");
        out.writeAttribute("type", "text");
        out.writeCharacters(clean(item.text()));
        out.writeEndElement();
        out.writeEndElement();
    }

    private void link(XMLStreamWriter out, Feed feed, String rel, String path, String type) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("type", type);
        out.writeAttribute("href", pages.address(path).orElseGet(() -> relative(feed.path(), path)));
    }

    /** A path as seen from another. */
    private static String relative(String from, String path) {
        return "../".repeat((int) from.chars().filter(c -> c == '/').count() - 1) + path.substring(1);
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(text));
        out.writeEndElement();
    }

    /** The text without characters that XML cannot hold. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE)
                        || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** An id that stays: the same wherever the same thing is told by the same site. */
    private String urn(String name) {
        String site = pages.address("/").orElse("juliu");
        return "urn:uuid:" + UUID.nameUUIDFromBytes((site + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
