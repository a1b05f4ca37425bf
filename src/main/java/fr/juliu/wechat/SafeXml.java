package fr.juliu.wechat;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.http.HttpStatus;

/** XML of WeChat's shape: without DOCTYPE and entities of its own, and flat. */
final class SafeXml {

    private static final int DEEPEST = 6;
    private static final Pattern NO_XML = Pattern
            .compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]|^\\uFEFF");

    private SafeXml() {
    }

    /**
     * The texts of the elements right below the root, by their names; of several of one name, the first. Characters that
     * XML cannot hold, such as people paste, are left out.
     *
     * @throws RefusedException when it is no such XML
     */
    static Map<String, String> fields(String xml) {
        try {
            XMLStreamReader reader = factory()
                    .createXMLStreamReader(new StringReader(NO_XML.matcher(xml).replaceAll("").strip()));
            try {
                return walk(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new RefusedException(HttpStatus.BAD_REQUEST);
        }
    }

    private static Map<String, String> walk(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> fields = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            refuseUnlessUsual(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > DEEPEST || (depth == 1 && !reader.getLocalName().equals("xml"))) {
                    throw new RefusedException(HttpStatus.BAD_REQUEST);
                }
                text.setLength(depth == 2 ? 0 : text.length());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == 2) {
                    fields.putIfAbsent(reader.getLocalName(), text.toString().strip());
                }
                depth--;
            } else if (depth == 2 && reader.hasText()) {
                text.append(reader.getText());
            }
        }
        return fields;
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
