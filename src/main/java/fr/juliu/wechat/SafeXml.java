package fr.juliu.wechat;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.http.HttpStatus;

/** XML of WeChat's shape: without DOCTYPE and entities of its own, and flat. */
final class SafeXml {

    private static final int DEEPEST = 6;

    private SafeXml() {
    }

    /**
     * The text of an element right below the root; empty when there is none.
     *
     * @throws RefusedException when it is no such XML
     */
    static Optional<String> text(String xml, String element) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            try {
                return walk(reader, element);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new RefusedException(HttpStatus.BAD_REQUEST);
        }
    }

    /**
     * Does nothing for XML of WeChat's shape.
     *
     * @throws RefusedException when it is no such XML
     */
    static void check(String xml) {
        text(xml, "");
    }

    private static Optional<String> walk(XMLStreamReader reader, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean found = false;
        boolean inside = false;
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            refuseUnlessUsual(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > DEEPEST || (depth == 1 && !reader.getLocalName().equals("xml"))) {
                    throw new RefusedException(HttpStatus.BAD_REQUEST);
                }
                inside = depth == 2 && reader.getLocalName().equals(element);
                found |= inside;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                inside = false;
            } else if (inside && reader.hasText()) {
                text.append(reader.getText());
            }
        }
        return found ? Optional.of(text.toString().strip()) : Optional.empty();
    }

    private static void refuseUnlessUsual(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE
                || event == XMLStreamConstants.PROCESSING_INSTRUCTION || event == XMLStreamConstants.COMMENT) {
            throw new RefusedException(HttpStatus.BAD_REQUEST);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
