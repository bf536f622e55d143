package io.anju.identity.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.identity.export.model.Part;
import io.anju.identity.model.Wording;
import io.anju.kit.http.Digests;
import io.anju.kit.time.BusinessClock;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
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
    private static final Wording TIMES = new Wording("All times are Beijing time (UTC+8).", "所有时间均为北京时间。");
    private static final Wording CUT = new Wording("Only the newest %d are in this copy.", "本副本仅含最新%d条记录。");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessClock.ZONE);

    // On a phone a row is a card, and each cell says itself what it is. No character that XML would escape: HTML
    // reads a style as it stands.
    private static final String STYLE = """
            body{font-family:sans-serif;line-height:1.5;margin:2em;overflow-wrap:anywhere}
            table{border-collapse:collapse}
            th,td{border:1px solid #767676;padding:.3em .6em;text-align:left;vertical-align:top}
            th{overflow-wrap:normal}
            @media (max-width:600px){
            body{margin:1em}
            h1{font-size:1.4em}
            h2{font-size:1.15em}
            table,tbody,tr,td{display:block}
            tr.head{display:none}
            tr{border:1px solid #767676;margin-bottom:1em}
            td{border:0;border-bottom:1px solid #ddd}
            td:empty{display:none}
            td::before{content:attr(data-head);color:#595959;display:block;font-size:.85em}
            }
            """;

    /** What the page may do where it is shown: look as it does. Its style is named by hash, so that no other one counts. */
    // CSP 3 §6.7.2.3: in a hash "-" and "_" stand for "+" and "/"; the padding counts.
    public static final String POLICY =
            "sandbox; default-src 'none'; style-src 'sha256-" + Digests.sha256(STYLE) + "='";

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
        page.writeEmptyElement("meta");
        page.writeAttribute("name", "viewport");
        page.writeAttribute("content", "width=device-width, initial-scale=1");
        element(page, "title", TITLE.in(language));
        page.writeStartElement("style");
        page.writeCharacters(STYLE);
        page.writeEndElement();
        page.writeEndElement();
        page.writeStartElement("body");
        element(page, "h1", TITLE.in(language));
        element(page, "p", MOMENT.format(copy.export().at()));
        element(page, "p", TIMES.in(language));
        for (Part part : Part.values()) {
            part(page, part, copy.parts().get(part), language);
            Integer cutAt = copy.cutAt().get(part);
            if (cutAt != null) {
                element(page, "p", CUT.in(language).formatted(cutAt));
            }
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
        page.writeAttribute("class", "head");
        for (var column : part.columns()) {
            element(page, "th", column.head().in(language));
        }
        page.writeEndElement();
        for (JsonNode entry : entries) {
            page.writeStartElement("tr");
            for (var column : part.columns()) {
                page.writeStartElement("td");
                page.writeAttribute("data-head", column.head().in(language));
                page.writeCharacters(printable(text(column, entry.path(column.key()))));
                page.writeEndElement();
            }
            page.writeEndElement();
        }
        page.writeEndElement();
    }

    private static String text(Part.Column column, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (column.moment()) {
            return MOMENT.format(OffsetDateTime.parse(value.asText()));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> member.getKey() + " " + member.getValue().asText())
                    .collect(Collectors.joining(", "));
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
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
