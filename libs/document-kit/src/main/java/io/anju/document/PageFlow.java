package io.anju.document;

import io.anju.document.TagTree.PageTags;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** A pen that moves down A4 pages and begins a new one when the old is full. Lengths in points (1/72 inch), the origin at the page's lower left. */
final class PageFlow implements AutoCloseable {
    static final float MARGIN = 62;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 66;
    private static final COSName ARTIFACT = COSName.ARTIFACT;

    private final PDDocument pdf;
    private final TagTree tags;
    private final DocumentFonts fonts;
    private final List<PDPage> pages = new ArrayList<>();
    private @Nullable PDPageContentStream content;
    private @Nullable PageTags pageTags;
    private float y;

    PageFlow(PDDocument pdf, TagTree tags, DocumentFonts fonts) {
        this.pdf = pdf;
        this.tags = tags;
        this.fonts = fonts;
    }

    /** How a line of text is drawn; {@code bold} is drawn by outlining, since one weight of the font is embedded. */
    record Ink(float size, boolean bold, Rgb colour) {
        static Ink plain(float size) {
            return new Ink(size, false, Rgb.BLACK);
        }

        static Ink strong(float size) {
            return new Ink(size, true, Rgb.BLACK);
        }
    }

    DocumentFonts fonts() {
        return fonts;
    }

    List<PDPage> pages() {
        return pages;
    }

    float y() {
        return y;
    }

    /** Whether {@code height} points are no longer free below the pen. */
    boolean lacks(float height) {
        return content == null || y - height < BOTTOM;
    }

    /** Makes sure that {@code height} points are free below the pen. */
    void reserve(float height) throws IOException {
        if (lacks(height)) {
            newPage();
        }
    }

    /** Moves the pen down; the gap is not kept at the head of a page. */
    void skip(float height) {
        if (content != null && y < TOP) {
            y -= height;
        }
    }

    /** Moves the pen down past what was drawn. */
    void advance(float height) {
        y -= height;
    }

    void newPage() throws IOException {
        close();
        PDPage page = new PDPage(PDRectangle.A4);
        // PDF/A wants the reading order of annotations stated; it is that of the structure.
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        pdf.addPage(page);
        pages.add(page);
        pageTags = tags.page(page);
        content = new PDPageContentStream(pdf, page);
        y = TOP;
    }

    /** Draws {@code text} with its base line at {@code baseline}, owned by {@code owner}. */
    void text(PDStructureElement owner, String text, float x, float baseline, Ink ink) throws IOException {
        PDPageContentStream out = out();
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, tagsOfPage().claim(owner));
        out.beginMarkedContent(COSName.getPDFName(owner.getStructureType()), PDPropertyList.create(properties));
        glyphs(out, fonts, text, x, baseline, ink);
        out.endMarkedContent();
    }

    /** Draws something that carries no meaning for a reader who cannot see it: a line, a bar. */
    void artifact(Drawing drawing) throws IOException {
        PDPageContentStream out = out();
        out.beginMarkedContent(ARTIFACT);
        drawing.on(out);
        out.endMarkedContent();
    }

    /** Draws a picture owned by {@code figure}. */
    void figure(PDStructureElement figure, Drawing drawing) throws IOException {
        PDPageContentStream out = out();
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, tagsOfPage().claim(figure));
        out.beginMarkedContent(COSName.getPDFName(figure.getStructureType()), PDPropertyList.create(properties));
        drawing.on(out);
        out.endMarkedContent();
    }

    static void glyphs(PDPageContentStream out, DocumentFonts fonts, String text, float x, float baseline, Ink ink)
            throws IOException {
        out.beginText();
        ink.colour().fill(out);
        ink.colour().stroke(out);
        out.setRenderingMode(ink.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        out.setLineWidth(ink.size() * 0.03f);
        out.newLineAtOffset(x, baseline);
        for (DocumentFonts.Run run : fonts.runs(text)) {
            out.setFont(run.font(), ink.size());
            out.showText(run.text());
        }
        out.endText();
    }

    /** Operators on a page's content. */
    interface Drawing {
        void on(PDPageContentStream out) throws IOException;
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    private PDPageContentStream out() {
        if (content == null) {
            throw new IllegalStateException("no page begun");
        }
        return content;
    }

    private PageTags tagsOfPage() {
        if (pageTags == null) {
            throw new IllegalStateException("no page begun");
        }
        return pageTags;
    }
}
