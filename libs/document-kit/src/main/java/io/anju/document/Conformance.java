package io.anju.document;

import io.anju.document.model.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What makes a PDF an archive file (PDF/A-2a, ISO 19005-2: level A is level U, text that can be read out, with its structure tagged): metadata that states it, a colour profile, a language, a title. */
final class Conformance {
    private static final String PRODUCER = "Anju contract-service";
    private static final String PROFILE = "icc/srgb.icc";
    private static final String COLOUR_SPACE = "sRGB IEC61966-2.1";

    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                  <pdfaid:part>2</pdfaid:part>
                  <pdfaid:conformance>A</pdfaid:conformance>
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                  <dc:identifier>%2$s</dc:identifier>
                  <xmp:CreateDate>%3$s</xmp:CreateDate>
                  <xmp:ModifyDate>%3$s</xmp:ModifyDate>
                  <pdf:Producer>%4$s</pdf:Producer>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private Conformance() {}

    static void state(PDDocument pdf, Document document) throws IOException {
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        catalog.setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        addInformation(pdf, document);
        addMetadata(pdf, document);
        addColourProfile(pdf);
    }

    private static void addInformation(PDDocument pdf, Document document) {
        Calendar created = GregorianCalendar.from(
                document.createdAt().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
        created.setTimeZone(TimeZone.getTimeZone("UTC"));
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setTitle(document.title());
        information.setProducer(PRODUCER);
        information.setCreationDate(created);
        information.setModificationDate(created);
    }

    private static void addMetadata(PDDocument pdf, Document document) throws IOException {
        String time = DateTimeFormatter.ISO_INSTANT.format(document.createdAt().truncatedTo(ChronoUnit.SECONDS));
        String xmp = XMP.formatted(escape(document.title()), escape(document.reference()), time, PRODUCER);
        pdf.getDocumentCatalog()
                .setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
    }

    private static void addColourProfile(PDDocument pdf) throws IOException {
        try (InputStream profile = Conformance.class.getClassLoader().getResourceAsStream(PROFILE)) {
            if (profile == null) {
                throw new IllegalStateException("colour profile missing from the build: " + PROFILE);
            }
            // Written out by hand: PDFBox's own way goes through AWT's colour management, a native library.
            COSStream stream = pdf.getDocument().createCOSStream();
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                profile.transferTo(out);
            }
            stream.setInt(COSName.N, 3);
            COSDictionary intent = new COSDictionary();
            intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
            intent.setItem(COSName.S, COSName.GTS_PDFA1);
            intent.setItem(COSName.DEST_OUTPUT_PROFILE, stream);
            intent.setString(COSName.INFO, COLOUR_SPACE);
            intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, COLOUR_SPACE);
            pdf.getDocumentCatalog().addOutputIntent(new PDOutputIntent(intent));
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
