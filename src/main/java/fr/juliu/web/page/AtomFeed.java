package fr.juliu.web.page;

import fr.juliu.chat.PageLinks;
import fr.juliu.keep.Publications.Told;
import fr.juliu.knowledge.Library;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The publications as an Atom feed (RFC 4287). Its links are whole addresses where it is known how the pages are reached
 * from outside; else they are relative to the feed's own address, which the host of a request never has a say in.
 */
final class AtomFeed {

    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final PageLinks pages;

    AtomFeed(PageLinks pages) {
        this.pages = pages;
    }

    /** The feed: an entry for each publication, or one for the edition that is read now. */
    String write(Library now, Told last, List<ToldChange> changes) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XML.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            out.writeAttribute("xml:lang", "zh-Hans");
            element(out, "id", urn("feed"));
            element(out, "title", "居留 Juliu：资料更新");
            element(out, "subtitle", "在法居留的文章和网上申请的名单改了什么。以官方信息为准。");
            element(out, "updated", moment(changes.isEmpty() ? last.since() : changes.getFirst().at()));
            link(out, "self", "/feed.xml", "application/atom+xml");
            link(out, "alternate", "/changes", "text/html");
            out.writeStartElement("author");
            element(out, "name", "居留 Juliu");
            out.writeEndElement();
            for (ToldChange change : changes) {
                entry(out, change);
            }
            if (changes.isEmpty()) {
                entry(out, urn("edition " + last.edition()), "现在的版本", last.since(), "/changes",
                        "现在的版本有 " + now.articles().size() + " 篇文章；还没有改动。");
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no feed", e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter out, ToldChange change) throws XMLStreamException {
        String told = change.groups().stream()
                .map(group -> group.title() + "：\n" + group.items().stream().map(item -> "• " + item.text())
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
        entry(out, urn("publication " + change.id()),
                (change.back() ? "恢复了上一版：" : "更新：") + change.when(), change.at(), "/changes#" + change.anchor(),
                told);
    }

    private void entry(XMLStreamWriter out, String id, String title, Instant at, String path, String content)
            throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "id", id);
        element(out, "title", title);
        element(out, "updated", moment(at));
        link(out, "alternate", path, "text/html");
        out.writeStartElement("content");
        out.writeAttribute("type", "text");
        out.writeCharacters(clean(content));
        out.writeEndElement();
        out.writeEndElement();
    }

    private void link(XMLStreamWriter out, String rel, String path, String type) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("type", type);
        out.writeAttribute("href", pages.address(path).orElse(path.substring(1)));
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
