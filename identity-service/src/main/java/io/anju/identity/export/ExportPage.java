package io.anju.identity.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.identity.export.model.Part;
import io.anju.identity.model.Wording;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A copy for people: one page of HTML with a table for each part, and nothing in it that runs or is loaded. */
public final class ExportPage {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private static final Wording TITLE = new Wording("Your data at Anju", "您在安居的个人信息");
    private static final Wording NOTHING = new Wording("Nothing is kept.", "无记录。");
    private static final String STYLE = "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
            + "th,td{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}";

    private ExportPage() {}

    /** The page; the writer does the escaping. */
    public static String of(Exports.Copy copy) {
        var text = new StringWriter();
        try {
            write(XML.createXMLStreamWriter(text), copy);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a page cannot be written", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter page, Exports.Copy copy) throws XMLStreamException {
        String language = copy.export().opening().language();
        page.writeDTD("<!DOCTYPE html>");
        page.writeStartElement("html");
        page.writeAttribute("lang", language);
        page.writeStartElement("head");
        page.writeEmptyElement("meta");
        page.writeAttribute("charset", "utf-8");
        element(page, "title", TITLE.in(language));
        element(page, "style", STYLE);
        page.writeEndElement();
        page.writeStartElement("body");
        element(page, "h1", TITLE.in(language));
        element(page, "p", copy.export().at().toString());
        for (Part part : Part.values()) {
            part(page, part, copy.parts().get(part), language);
        }
        page.writeEndElement();
        page.writeEndElement();
        page.writeEndDocument();
    }

    private static void part(XMLStreamWriter page, Part part, @Nullable JsonNode entries, String language)
            throws XMLStreamException {
        element(page, "h2", part.title().in(language));
        if (entries == null || entries.isEmpty()) {
            element(page, "p", NOTHING.in(language));
            return;
        }
        page.writeStartElement("table");
        page.writeStartElement("tr");
        for (var column : part.columns()) {
            element(page, "th", column.head().in(language));
        }
        page.writeEndElement();
        for (JsonNode entry : entries) {
            page.writeStartElement("tr");
            for (var column : part.columns()) {
                element(page, "td", text(entry.path(column.key())));
            }
            page.writeEndElement();
        }
        page.writeEndElement();
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.isNull() ? "" : value.asText();
    }

    private static void element(XMLStreamWriter page, String name, String text) throws XMLStreamException {
        page.writeStartElement(name);
        page.writeCharacters(printable(text));
        page.writeEndElement();
    }

    // XML has no way to say most control characters; a device's name may hold any.
    private static String printable(String text) {
        return text.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
